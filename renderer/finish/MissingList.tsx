import { Button, TextInput } from '@mantine/core';
import { items } from '../../db/scale';
import type { Opened } from '../rating/Sheet';
import { useWords } from '../words/words';
import styles from './Finish.module.css';

type Reasons = ReadonlyMap<number, string>;
type Props = {
  /** Items, and 0 for the overall. */
  missing: readonly number[];
  reasons: Reasons;
  setReasons: (reasons: Map<number, string>) => void;
  rate: (item: Opened) => void;
};

/** What is missing: each a way to rate it, and a field for the reason why it stays open. */
export function MissingList({ missing, reasons, setReasons, rate }: Props) {
  const { t, language } = useWords();
  const nameOf = (item: number) => {
    const found = items.find(({ number }) => number === item);
    return found === undefined ? t('rating.overall') : `${item} ${found.name[language]}`;
  };
  const first = missing.map((item) => reasons.get(item)?.trim() ?? '').find((reason) => reason !== '');
  const others = missing.some((item) => (reasons.get(item)?.trim() ?? '') === '');
  return (
    <section aria-labelledby="missing">
      <h3 id="missing" className={styles.heading}>
        {t('submit.missing', { count: missing.length })}
      </h3>
      <p className={styles.line}>{t('submit.missingHow')}</p>
      <ul className={styles.missing}>
        {missing.map((item, index) => (
          <li key={item}>
            <button
              type="button"
              className={styles.rate}
              data-autofocus={index === 0 || undefined}
              onClick={() => rate(item === 0 ? 'overall' : item)}
            >
              {nameOf(item)}
            </button>
            <TextInput
              size="xs"
              aria-label={t('submit.reasonFor', { item: nameOf(item) })}
              placeholder={t('submit.reason')}
              maxLength={2000}
              value={reasons.get(item) ?? ''}
              onChange={(event) => setReasons(new Map(reasons).set(item, event.currentTarget.value))}
            />
          </li>
        ))}
      </ul>
      {first !== undefined && others && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() =>
            setReasons(new Map([...missing.map((item) => [item, first] as const), ...filled(reasons)]))
          }
        >
          {t('submit.sameForAll', { reason: first })}
        </Button>
      )}
    </section>
  );
}

/** Reasons that were given stay as they are. */
const filled = (reasons: Reasons): [number, string][] =>
  [...reasons].filter(([, reason]) => reason.trim() !== '');
