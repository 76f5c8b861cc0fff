import { useId } from 'react';
import { levels } from '../../db/scale';
import { useWords } from '../words/words';
import styles from './Comparisons.module.css';
import type { HeatCell, HeatColumn } from './heat';
import type { HeatLayout } from './heatLayout';

/** The signs of the heat map, as far as it has them, and on how many raters it rests. */
export function HeatLegend({ columns, layout }: { columns: HeatColumn[]; layout: HeatLayout }) {
  const { t } = useWords();
  const hatch = useId();
  if (columns.length === 0) return null;
  const some = (state: HeatCell['state']) =>
    columns.some(({ cells }) => cells.some((cell) => cell.state === state));
  const sessions = columns.flatMap((column) => column.sessions);
  const oneRater = sessions.filter(({ raters }) => raters === 1).length;
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.ramp}>
          {levels.map((level) => (
            <span key={level} data-quality={level}>
              {level}
            </span>
          ))}
        </span>
        {t('comparisons.ramp')}
      </li>
      {some('noOccasion') && (
        <li>
          <svg width="20" height="14" aria-hidden>
            <defs>
              <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse">
                <path d="M-1 1 1-1M0 5 5 0M4 6 6 4" stroke="var(--faint)" strokeWidth="1" />
              </pattern>
            </defs>
            <rect width="20" height="14" rx="3" fill={`url(#${hatch})`} />
          </svg>
          {t('comparisons.heatHatch')}
        </li>
      )}
      {some('notRated') && <li>{t('comparisons.heatEmpty')}</li>}
      {some('selfOnly') && (
        <li>
          <svg width="12" height="12" aria-hidden>
            <path d={layout.numbers ? 'M6 1 11 10H1Z' : 'M6 12V6'} fill="none" stroke="var(--secondary)" />
          </svg>
          {t('comparisons.heatSelfOnly')}
        </li>
      )}
      {oneRater > 0 && <li>{t('comparisons.restsOnOne', { count: oneRater, all: sessions.length })}</li>}
    </ul>
  );
}
