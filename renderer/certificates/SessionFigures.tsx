import type { CertificateFacts, Within1 } from '../../preload/api';
import { percent, percentRange, points } from '../agreement/figures';
import { Part } from '../reports/Paper';
import { useWords, type Words } from '../words/words';
import styles from './Certificate.module.css';

/** As many as leave room for the rest of the page; the file holds them all. */
const mostSessions = 7;

/** The sessions of a test as they were rated, numbered and not named. */
export function SessionFigures({ sessions }: Pick<CertificateFacts, 'sessions'>) {
  const { t, language } = useWords();
  const sides = sessions[0]?.overall.map(({ side }) => side) ?? [];
  // The line that says how many more there are takes the room of one.
  const shown = sessions.length > mostSessions ? sessions.slice(0, mostSessions - 1) : sessions;
  const more = sessions.length - shown.length;
  const inPoints = (value: number | undefined, decimals: number) =>
    value === undefined ? '–' : points(value, language, decimals);
  return (
    <Part title={t('certificate.sessions')} how={t('certificate.sessionsHow')}>
      <table className={styles.sessions}>
        <thead>
          <tr>
            <th scope="col">{t('certificate.session')}</th>
            <th scope="col">{t('certificate.within1')}</th>
            <th scope="col">{t('certificate.bias')}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {t('certificate.overallSide', { side: t(`attempt.dimension.${side}`) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ within1, bias, overall }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells them apart
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{within1Said(within1, t)}</td>
              <td>{inPoints(bias, 1)}</td>
              {sides.map((side) => (
                <td key={side}>{inPoints(overall.find((one) => one.side === side)?.difference, 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={styles.more}>{t('certificate.sessionsMore', { count: more })}</p>}
    </Part>
  );
}

function within1Said({ count, of, share, limits }: Within1, t: Words): string {
  if (share === undefined) return '–';
  const range = percentRange(limits, t);
  return range === undefined
    ? t('certificate.within1Of', { count, of, percent: percent(share) })
    : t('certificate.within1Range', { count, of, percent: percent(share), range });
}
