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
    const once = count === 1;
    if (size === '0') return once ? t('comparisons.selfSameOnce') : t('comparisons.selfSame');
    const by = { mean: size };
    if (mean > 0) return once ? t('comparisons.selfHigherOnce', by) : t('comparisons.selfHigher', by);
    return once ? t('comparisons.selfLowerOnce', by) : t('comparisons.selfLower', by);
  }
}
