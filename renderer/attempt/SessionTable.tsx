import type { AttemptResult } from '../../preload/api';
import { percent, percentRange, points } from '../agreement/figures';
import { hashOf } from '../place';
import { useSessionName } from '../programmes/useSessionName';
import { useWords } from '../words/words';
import styles from './Attempt.module.css';
import { ShareBar } from './ShareBar';

/** The sessions in the order in which they were rated; each opens beside its standard. */
export function SessionTable({ result }: { result: AttemptResult }) {
  const { t, language } = useWords();
  const nameOf = useSessionName();
  const asked = result.rules.find((one) => one.rule === 'within1');
  const least = asked?.rule === 'within1' ? asked.percent : undefined;
  return (
    <section className={`card ${styles.wide}`} aria-labelledby="attempt-sessions">
      <h2 id="attempt-sessions">{t('attempt.sessions')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.session')}</th>
            <th scope="col">{t('attempt.head.within1')}</th>
            <th scope="col" className={styles.number}>
              {t('attempt.head.bias')}
            </th>
            <th scope="col" className={styles.number}>
              {t('attempt.head.overall')}
            </th>
            <th scope="col" className={styles.number}>
              {t('attempt.head.occasion')}
            </th>
            <th scope="col" className={styles.number}>
              {t('attempt.head.leftOut')}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.sessions.map((one, at) => {
            const { within1, bias, overall, occasion, leftOut } = one;
            const name = nameOf(one.session);
            return (
              <tr key={one.assignmentId} data-session={one.sessionId}>
                <th scope="row">
                  <span className={styles.named}>
                    <span className={styles.place}>{at + 1}</span>
                    <a href={hashOf({ name: 'comparison', assignmentId: one.assignmentId })}>{name}</a>
                  </span>
                </th>
                <td className={styles.within}>
                  {within1.share === undefined ? (
                    '–'
                  ) : (
                    <>
                      <span>
                        <ShareBar within1={within1} least={least} />
                        <strong>{t('agreement.percent', { share: percent(within1.share) })}</strong>
                      </span>
                      <span className={styles.rests}>
                        {[
                          t('attempt.value.ofAll', { count: within1.count, of: within1.of }),
                          percentRange(within1.limits, t),
                        ].join(' · ')}
                      </span>
                    </>
                  )}
                </td>
                <td className={styles.number}>{bias === undefined ? '–' : points(bias, language)}</td>
                <td className={styles.number}>
                  {overall
                    .map(({ difference }) =>
                      difference === undefined ? '–' : points(difference, language, 0),
                    )
                    .join(' / ')}
                </td>
                <td className={styles.number}>{occasion}</td>
                <td className={styles.number}>{leftOut}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{t('attempt.sessionsNote')}</p>
    </section>
  );
}
