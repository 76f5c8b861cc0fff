import type { Point } from '../charts/series';
import { dayShort, number } from '../format';
import { useWords } from '../words/words';
import styles from './Paper.module.css';

const most = 24;

/** The numbers of the chart, newest first; what is left out is said. */
export function SessionsTable({
  quality,
  adherence,
}: {
  quality: readonly Point[];
  adherence: readonly Point[];
}) {
  const { t, language } = useWords();
  const adherenceOf = new Map(adherence.map((point) => [point.session.id, point.mean]));
  const newest = quality.toReversed();
  const more = newest.length - most;
  const shown = (mean: number | null | undefined) => (mean == null ? '–' : number(mean, language));
  return (
    <>
      <table className={styles.sessions}>
        <thead>
          <tr>
            <th scope="col">{t('session.date')}</th>
            <th scope="col">{t('session.numberShort')}</th>
            <th scope="col">{t('rating.quality')}</th>
            <th scope="col">{t('reports.rangeShort')}</th>
            <th scope="col">{t('rating.adherence')}</th>
            <th scope="col">{t('reports.ratersShort')}</th>
            <th scope="col">{t('reports.self')}</th>
          </tr>
        </thead>
        <tbody>
          {newest.slice(0, most).map(({ session, mean, lowest, highest, raters, self }) => (
            <tr key={session.id}>
              <th scope="row">{dayShort(session.date, language)}</th>
              <td>{session.number ?? '–'}</td>
              <td>{shown(mean)}</td>
              <td>
                {lowest === null || highest === null || raters.length < 2
                  ? '–'
                  : `${number(lowest, language)}–${number(highest, language)}`}
              </td>
              <td>{shown(adherenceOf.get(session.id))}</td>
              <td>{raters.length}</td>
              <td>{self[0]?.level ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles.more}>{t('reports.moreSessions', { count: more })}</p>}
    </>
  );
}
