import { Button, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { Withheld } from '../../db/openRating';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Finish.module.css';
import { ShowOthers } from './ShowOthers';

type Props = {
  withheld: Withheld;
  /** A place in the frame is a part of its `main`. */
  as?: 'main' | 'div';
};

/** In the place of a rating that is not shown: why, and the way on. */
export function WithheldRating({ withheld, as: Tag = 'main' }: Props) {
  const { t } = useWords();
  const { outcome, sessionId, raterName } = withheld;
  return (
    <Tag className={styles.withheld}>
      <IconEyeOff size={48} stroke={1.2} color="var(--accent)" aria-hidden />
      <Title order={1} size="h3">
        {t('withheld.title', { name: raterName })}
      </Title>
      <Text c="dimmed" maw={460}>
        {t(`withheld.${outcome}`)}
      </Text>
      <div className={styles.ways}>
        {outcome === 'covered' && <ShowOthers sessionId={sessionId} />}
        <Button variant="default" component="a" href={hashOf({ name: 'session', sessionId })}>
          {t('desk.back')}
        </Button>
      </div>
    </Tag>
  );
}
