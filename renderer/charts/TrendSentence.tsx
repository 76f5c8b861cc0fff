import { signed } from '../format';
import { useWords } from '../words/words';
import { directionOf, sessionsForTrend, type Trend } from './trend';

/** What the trend says, by which method and how surely; or why there is none. */
export function TrendSentence({ trend }: { trend: Trend }) {
  const { t, language } = useWords();
  switch (trend.outcome) {
    case 'tooFew':
      return t('progress.tooFew', { count: trend.sessions, needed: sessionsForTrend });
    case 'tooClose':
      return t('progress.tooClose');
    case 'trend': {
      const { per, slope, lower, upper, sessions, months } = trend;
      const told = (yearly: number) => signed(per === 'month' ? yearly / 12 : yearly, language, 2);
      const numbers = {
        slope: told(slope),
        lower: told(lower),
        upper: told(upper),
      };
      return (
        <>
          <strong>{t(`progress.direction.${directionOf(trend)}`)}</strong>{' '}
          {t(`progress.slopePer.${per}`, numbers)}{' '}
          {months === undefined
            ? t('progress.slopeOfSessions', { count: sessions })
            : t('progress.slopeOfMonths', { count: months, sessions })}
        </>
      );
    }
    default:
      return trend satisfies never;
  }
}
