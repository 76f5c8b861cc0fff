import { Button, Text } from '@mantine/core';
import { IconChartDots3 } from '@tabler/icons-react';
import type { Results } from '../../db/results';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Results.module.css';

/** Before anything is submitted: what will be here, and the one next step. */
export function NoResults({ results }: { results: Results }) {
  const { t } = useWords();
  const [begun] = results.notSubmitted;
  return (
    <div className={styles.empty}>
      <IconChartDots3 size={56} stroke={1.2} color="var(--accent)" aria-hidden />
      <h2>{t('results.nothingTitle')}</h2>
      <Text c="dimmed" maw={440}>
        {t('results.nothing')}
      </Text>
      {begun === undefined ? (
        <Button component="a" href={hashOf({ name: 'session', sessionId: results.session.id })}>
          {t('results.toSession')}
        </Button>
      ) : (
        <Button component="a" href={hashOf({ name: 'rate', ratingId: begun.ratingId })}>
          {t('results.goOn', { name: begun.raterName })}
        </Button>
      )}
    </div>
  );
}
