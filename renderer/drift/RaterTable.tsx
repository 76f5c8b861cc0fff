import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { Drift } from '../../preload/api';
import { percent, points } from '../agreement/figures';
import { dayShort } from '../format';
import { useWords } from '../words/words';
import styles from './Drift.module.css';

type Props = {
  drifts: readonly Drift[];
  chosen: string;
  choose: (enrolmentId: string) => void;
  /** Of the programme, in per cent. */
  doubleAim: number;
  /** YYYY-MM-DD. */
  today: string;
};

type DriftState = 'alarm' | 'within' | 'tooFew';
const stateOf = ({ alarm, points: checks }: Drift): DriftState =>
  alarm ? 'alarm' : checks.length < 2 ? 'tooFew' : 'within';

const icons = { alarm: IconAlertTriangle, within: IconCircleCheck, tooFew: IconCircleDashed } as const;

/** Every certified rater, with how the last checks were and what is due. */
export function RaterTable({ drifts, chosen, choose, doubleAim, today }: Props) {
  const { t, language } = useWords();
  return (
    <section className={`card ${styles.wide}`} aria-labelledby="drift-raters">
      <h2 id="drift-raters">{t('drift.raters')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('drift.head.rater')}</th>
            <th scope="col">{t('drift.head.lastChecks')}</th>
            <th scope="col" className={styles.number}>
              {t('drift.head.checks')}
            </th>
            <th scope="col" className={styles.number}>
              {t('drift.head.bias')}
            </th>
            <th scope="col" className={styles.number}>
              {t('drift.head.within1')}
            </th>
            <th scope="col">{t('drift.head.doubled', { aim: doubleAim })}</th>
            <th scope="col">{t('drift.head.due')}</th>
          </tr>
        </thead>
        <tbody>
          {drifts.map((drift) => {
            const state = stateOf(drift);
            const Icon = icons[state];
            const running = drift.points.at(-1)?.running;
            const { sessions, of, percent: share } = drift.doubled;
            const due = drift.checkDue;
            const overdue = due !== null && due < today;
            return (
              <tr
                key={drift.enrolmentId}
                data-state={state}
                data-chosen={drift.enrolmentId === chosen || undefined}
              >
                <th scope="row">
                  <button
                    type="button"
                    className={styles.name}
                    aria-pressed={drift.enrolmentId === chosen}
                    onClick={() => choose(drift.enrolmentId)}
                  >
                    {drift.rater.name}
                  </button>
                </th>
                <td>
                  <span className={styles.state}>
                    <Icon size={16} stroke={1.8} aria-hidden />
                    {t(`drift.state.${state}`)}
                  </span>
                </td>
                <td className={styles.number}>{drift.points.length}</td>
                <td className={styles.number}>
                  {running?.bias === undefined ? '–' : points(running.bias, language, 2)}
                </td>
                <td className={styles.number}>
                  {running?.within1.share === undefined
                    ? '–'
                    : t('drift.withinOf', {
                        share: percent(running.within1.share),
                        count: running.within1.count,
                        of: running.within1.of,
                      })}
                </td>
                <td>
                  {share === undefined
                    ? t('drift.noneAlone')
                    : t('drift.doubledOf', { share: Math.round(share), count: sessions, of })}
                  {share !== undefined && share < doubleAim && (
                    <span className={styles.soft}> · {t('drift.underAim')}</span>
                  )}
                </td>
                <td>
                  {due === null ? (
                    <span className={styles.soft}>{t('drift.notValid')}</span>
                  ) : (
                    <>
                      {dayShort(due, language)}
                      {overdue && <span className={styles.overdue}> {t('drift.overdue')}</span>}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{t('drift.ratersNote')}</p>
    </section>
  );
}
