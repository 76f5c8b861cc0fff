import { Select } from '@mantine/core';
import { IconAlertTriangle, IconUser, IconUsers } from '@tabler/icons-react';
import type { StandardBy, StandardChoice } from '../../preload/api';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Programmes.module.css';
import { useStandardSaid } from './useStandardSaid';

type Props = {
  standard: StandardBy | null;
  /** What it can be; undefined where it stays as it is. */
  choice: StandardChoice | undefined;
  session: { id: string; name: string };
  choose: (ratingId: string | null) => void;
};

/** What a session is compared with: by whom and how, or what to do where there is none. */
export function StandardCell({ standard, choice, session, choose }: Props) {
  const { t } = useWords();
  const said = useStandardSaid();
  const ratings = choice?.ratings ?? [];
  const picks = ratings.length > 1 || (ratings.length === 1 && standard === null);
  if (standard === null && !picks) {
    return (
      <span className={styles.lacks}>
        <IconAlertTriangle size={14} aria-hidden />
        <span>
          {t('programmes.standard.none')}{' '}
          <a
            href={hashOf({ name: 'session', sessionId: session.id })}
            aria-label={t('programmes.standard.meetOver', { session: session.name })}
          >
            {t('programmes.standard.meet')}
          </a>
        </span>
      </span>
    );
  }
  const Icon = standard?.how === 'consensus' ? IconUsers : standard === null ? IconAlertTriangle : IconUser;
  return (
    <span className={standard === null ? styles.lacks : styles.standard}>
      <Icon size={14} aria-hidden />
      {picks ? (
        <Select
          size="xs"
          flex={1}
          miw={220}
          aria-label={t('programmes.standard.of', { session: session.name })}
          placeholder={t('programmes.standard.choose')}
          data={ratings.map((one) => ({ value: one.ratingId, label: said(one) }))}
          value={standard?.ratingId ?? null}
          allowDeselect={false}
          onChange={choose}
        />
      ) : (
        standard !== null && <span>{said(standard)}</span>
      )}
      {standard?.how === 'oneRater' && (
        <span className={styles.quiet} title={t('programmes.standard.weakerWhy')}>
          {t('programmes.standard.weaker')}
        </span>
      )}
    </span>
  );
}
