import { dayShort, number } from '../format';
import { hashOf } from '../place';
import { useWords } from '../words/words';
import styles from './Progress.module.css';
import { type Measure, overallMeasure, type Point } from './series';

/** The same numbers as the chart, newest session first. */
export function ProgressTable({ points, measure }: { points: Point[]; measure: Measure }) {
  const { t, language } = useWords();
  return (
    <div className={`card ${styles.tableCard}`}>
      <h2>{t('progress.table')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('progress.table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('session.date')}</th>
              <th scope="col">{t('rating.quality')}</th>
              <th scope="col">{t('progress.raters')}</th>
              <th scope="col">{t('progress.range')}</th>
              <th scope="col">{t('progress.selfShort')}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.session.id}>
                <th scope="row">
                  <a href={hashOf({ name: 'session', sessionId: point.session.id })}>
                    {dayShort(point.session.date, language)}
                  </a>
                </th>
                <td>
                  {point.mean !== null && <b>{number(point.mean, language)}</b>}
                  {point.mean === null && (point.noOccasion > 0 ? t('rating.noOccasion') : '–')}
                </td>
                <td>{point.raters.length}</td>
                <td>{rangeOf(point)}</td>
                <td>{point.self[0]?.level ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {measure === overallMeasure && <p className={styles.how}>{t('progress.oneRater')}</p>}
      {measure !== overallMeasure && <p className={styles.how}>{t('progress.itemTwoRaters')}</p>}
    </div>
  );
}

/** From the lowest to the highest; one rater has no range. */
function rangeOf({ raters, lowest, highest }: Point): string {
  if (raters.length < 2) return '–';
  return `${lowest}–${highest}`;
}
