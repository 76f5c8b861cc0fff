import { dayLong, number, signed } from '../format';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { Difference } from './selfDifference';

/** So many therapists are named. */
const named = 6;

/** One session's difference in full: the day, both sides, each therapist who rated. */
export function DifferenceTip({ difference }: { difference: Difference }) {
  const { t, language } = useWords();
  const { session, self, others, each, raterIds } = difference;
  return (
    <>
      <strong>
        {dayLong(session.date, language)}
        {session.number !== null && ` · ${t('session.numberOf', { number: session.number })}`}
      </strong>
      <div>
        {t('comparisons.difference', {
          difference: signed(difference.difference, language),
          self: number(self, language),
          others: number(others, language),
        })}
      </div>
      {each.slice(0, named).map(({ raterId, name, difference: own }) => (
        <div key={raterId} className={styles.named}>
          <span>{t('comparisons.selfOf', { name })}</span> <b>{signed(own, language)}</b>
        </div>
      ))}
      {each.length > named && <div>{t('comparisons.more', { count: each.length - named })}</div>}
      <div className={styles.softText}>{t('comparisons.raters', { count: raterIds.length })}</div>
    </>
  );
}
