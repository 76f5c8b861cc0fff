import type { Language } from '../../db/scale';
import type { Drift } from '../../preload/api';
import { percent, points } from '../agreement/figures';
import { ChartCard } from '../charts/ChartCard';
import comparisons from '../charts/Comparisons.module.css';
import { chartFileName } from '../charts/chartFileName';
import type { Cell, ChartTable } from '../charts/chartTable';
import { dayLong, wallDay } from '../format';
import { hashOf } from '../place';
import { useWords, type Words } from '../words/words';
import { AlarmSign, CheckSign } from './CheckSign';
import { ControlDrawing } from './ControlDrawing';
import styles from './Drift.module.css';

/** The control chart of one rater. */
export function ControlCard({ drift }: { drift: Drift }) {
  const { t, language } = useWords();
  const title = t('drift.chart', { name: drift.rater.name });
  if (drift.points.length === 0)
    return (
      <section className="card" aria-labelledby="drift-no-checks">
        <h2 id="drift-no-checks">{title}</h2>
        <p className={styles.quiet}>{t('drift.noChecks')}</p>
      </section>
    );
  return (
    <ChartCard
      title={title}
      how={t('drift.chartHow')}
      fileName={chartFileName(drift.rater.name, t('drift.chartFile'))}
      table={tableOf(drift, t, language)}
      legend={
        <ul className={comparisons.legend}>
          <li>
            <Sign>
              <CheckSign kind="check" />
            </Sign>
            {t('drift.kind.check')}
          </li>
          <li>
            <Sign>
              <CheckSign kind="double" />
            </Sign>
            {t('drift.kind.double')}
          </li>
          <li>
            <svg width="24" height="12" aria-hidden>
              <path d="M1 6H23" stroke="var(--accent)" strokeWidth="2.5" />
              <circle cx="12" cy="6" r="2.8" fill="var(--accent)" />
            </svg>
            {t('drift.legendRunning')}
          </li>
          <li>
            <Sign>
              <AlarmSign />
            </Sign>
            {t('drift.legendAlarm')}
          </li>
        </ul>
      }
    >
      <ControlDrawing key={drift.enrolmentId} drift={drift} title={title} />
    </ChartCard>
  );
}

const Sign = ({ children }: { children: React.ReactNode }) => (
  <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden>
    {children}
  </svg>
);

function tableOf({ points: checks }: Drift, t: Words, language: Language): ChartTable {
  const difference = (value: number | undefined): Cell =>
    value === undefined ? { text: '–' } : { text: points(value, language, 2), value };
  const share = (value: number | undefined): Cell =>
    value === undefined ? { text: '–' } : { text: t('agreement.percent', { share: percent(value) }), value };
  return {
    head: [
      t('drift.head.submitted'),
      t('agreement.session'),
      t('drift.head.kind'),
      t('drift.head.bias'),
      t('drift.head.within1'),
      t('drift.head.itemRatings'),
      t('drift.head.running'),
      t('drift.head.runningWithin1'),
      t('drift.head.runningOf'),
      t('drift.head.state'),
    ],
    rows: checks.toReversed().map((check) => [
      { text: wallDay(check.submittedAt, language), value: check.submittedAt },
      {
        text: dayLong(check.session.date, language),
        value: check.session.date,
        href: hashOf({ name: 'results', sessionId: check.session.id }),
      },
      {
        text:
          check.kind === 'check'
            ? t('drift.kind.check')
            : t('drift.doubleWith', { name: check.otherName ?? '' }),
      },
      difference(check.bias),
      share(check.within1.share),
      { text: String(check.within1.of), value: check.within1.of },
      difference(check.running.bias),
      share(check.running.within1.share),
      { text: String(check.running.n), value: check.running.n },
      { text: check.running.alarm ? t('drift.alarm') : '–' },
    ]),
  };
}
