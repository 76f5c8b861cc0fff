import { useWords } from '../words/words';
import styles from './Progress.module.css';
import type { Point } from './series';

type Props = { points: readonly Point[]; trend: boolean };

/** The signs of a chart of one level over time; only those that are on it. */
export function MeasureLegend({ points, trend }: Props) {
  const { t } = useWords();
  if (points.length === 0) return null;
  return (
    <ul className={styles.legend}>
      <li>
        <svg width="26" height="16" aria-hidden>
          <path d="M0 8h26M13 1v14M10.5 1h5M10.5 15h5" stroke="var(--ink)" strokeWidth="1.5" />
          <circle cx="13" cy="8" r="5" fill="var(--q5)" stroke="var(--card)" />
        </svg>
        {t('progress.supervisors')}
      </li>
      {points.some(({ self }) => self.length > 0) && (
        <li>
          <svg width="26" height="12" aria-hidden>
            <path d="M0 6h26" stroke="var(--secondary)" strokeWidth="1.5" strokeDasharray="4 4" />
            <path d="M13 1.5 18 10.5H8Z" fill="var(--card)" stroke="var(--secondary)" strokeWidth="1.5" />
          </svg>
          {t('progress.self')}
        </li>
      )}
      {points.some(({ mean, noOccasion }) => mean === null && noOccasion > 0) && (
        <li>
          <svg width="10" height="10" aria-hidden>
            <rect x="1.5" y="1.5" width="7" height="7" fill="var(--card)" stroke="var(--secondary)" />
          </svg>
          {t('progress.noOccasionSign')}
        </li>
      )}
      {trend && (
        <li>
          <svg width="26" height="14" aria-hidden>
            <path d="M0 14 26 8V0L0 6Z" fill="var(--accent)" fillOpacity="0.18" />
            <path d="M0 10 26 4" stroke="var(--accent)" strokeWidth="2.5" />
          </svg>
          {t('progress.trendSign')}
        </li>
      )}
      <li>
        <span className={styles.count}>{t('progress.n')}</span> {t('progress.raterCount')}
      </li>
    </ul>
  );
}
