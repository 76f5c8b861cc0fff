import { sessionsForTrend, type Trend } from '../charts/trend';
import { number } from '../format';
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
  const signed = (value: number) =>
    value > 0 ? `+${number(value, language)}` : number(value, language).replace('-', '−');
  return (
    <p className={styles.how}>
      {t(`reports.trend.${direction}`)}{' '}
      {t('reports.slope', {
        slope: signed(trend.slope),
        lower: signed(trend.lower),
        upper: signed(trend.upper),
        count: trend.sessions,
      })}
    </p>
  );
}
