import { itemOf } from '../../db/scale';
import { dayLong, number } from '../format';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { HeatColumn } from './heat';
import { overallMeasure } from './series';

/** So many raters of a cell are named. */
const named = 6;

/** A cell in full: the item, the day, what each rater found, the therapist's own rating. */
export function HeatTip({ column, measure }: { column: HeatColumn; measure: number }) {
  const { t, language } = useWords();
  const cell = column.cells[measure];
  const [first, last] = [column.sessions[0]?.session, column.sessions.at(-1)?.session];
  if (cell === undefined || first === undefined || last === undefined) return null;
  const single = column.sessions.length === 1;
  const several = cell.raters.length > 1;
  return (
    <>
      <strong>
        {measure === overallMeasure ? t('rating.overall') : `${measure} ${itemOf(measure).name[language]}`}
      </strong>
      <div className={styles.softText}>
        {single
          ? dayLong(first.date, language)
          : t('comparisons.heatSpan', {
              from: dayLong(first.date, language),
              to: dayLong(last.date, language),
              count: column.sessions.length,
            })}
        {single && first.number !== null && ` · ${t('session.numberOf', { number: first.number })}`}
      </div>
      {single &&
        cell.raters.slice(0, named).map(({ raterId, name, level }) => (
          <div key={raterId} className={styles.named}>
            <span>{name}</span> <b>{level}</b>
          </div>
        ))}
      {single && cell.raters.length > named && (
        <div>{t('comparisons.more', { count: cell.raters.length - named })}</div>
      )}
      {cell.mean !== null && several && (
        <div>
          {t('comparisons.meanRange', {
            mean: number(cell.mean, language),
            low: cell.lowest ?? '',
            high: cell.highest ?? '',
          })}
        </div>
      )}
      {single && cell.raters.length === 1 && <div>{t('comparisons.heatOneRater')}</div>}
      {cell.noOccasion > 0 && <div>{t('comparisons.heatNoOccasion', { count: cell.noOccasion })}</div>}
      {cell.state === 'notRated' && <div>{t('rating.notYet')}</div>}
      {single &&
        cell.self.slice(0, named).map(({ raterId, name, level }) => (
          <div key={raterId} className={styles.named}>
            <span>{t('comparisons.selfOf', { name })}</span> <b>{level}</b>
          </div>
        ))}
      {single && <div className={styles.softText}>{t('comparisons.heatOpen')}</div>}
    </>
  );
}
