import { number, signed } from '../format';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { DifferenceSummary } from './selfDifference';
import { fewestForInterval } from './tInterval';

/** The mean difference in a sentence, with how sure it is. */
export function SelfSummary({ summary: { mean, count, interval } }: { summary: DifferenceSummary }) {
  const { t, language } = useWords();
  const size = number(Math.abs(mean), language);
  return (
    <p className={styles.summary}>
      <b>{told()}</b>{' '}
      {interval === undefined
        ? t('comparisons.selfTooFew', { count, fewest: fewestForInterval })
        : t('comparisons.selfInterval', {
            low: signed(interval.low, language),
            high: signed(interval.high, language),
            count,
          })}{' '}
      {interval !== undefined && interval.low <= 0 && interval.high >= 0 && t('comparisons.selfZero')}
    </p>
  );

  function told(): string {
    if (size === '0') return t('comparisons.selfSame');
    return mean > 0
      ? t('comparisons.selfHigher', { mean: size })
      : t('comparisons.selfLower', { mean: size });
  }
}
