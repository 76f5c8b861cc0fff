import { sessionsForTrend, type Trend } from '../charts/trend';
import { signed } from '../format';
import { useWords } from '../words/words';
import styles from './Paper.module.css';
import { directionIn } from './progressFigures';

/** Where the overall quality goes, with how sure that is; or that there are too few sessions to say. */
export function TrendSentence({ trend }: { trend: Trend | undefined }) {
  const { t, language } = useWords();
  const direction = directionIn(trend);
  if (trend?.outcome !== 'trend' || direction === undefined) {
    return <p className={styles.how}>{t('reports.tooFew', { count: sessionsForTrend })}</p>;
  }
  return (
    <p className={styles.how}>
      {t(`reports.trend.${direction}`)}{' '}
      {t('reports.slope', {
        slope: signed(trend.slope, language, 2),
        lower: signed(trend.lower, language, 2),
        upper: signed(trend.upper, language, 2),
        count: trend.sessions,
      })}
    </p>
  );
}
