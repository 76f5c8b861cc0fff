import { IconAlertTriangle } from '@tabler/icons-react';
import type { AgreementMeasure, AgreementRow } from '../../preload/api';
import { useWords } from '../words/words';
import { decimals, measureShort } from './figures';
import styles from './Needed.module.css';
import { type Kind, neededOf } from './needed';

type Props = {
  rows: readonly AgreementRow[];
  kind: Kind;
  target: number;
  measure: AgreementMeasure;
  choose: (measure: AgreementMeasure) => void;
};

/** The number of raters for each score, as a row of dots that one can count; a click shows its curve. */
export function NeededList({ rows, kind, target, measure, choose }: Props) {
  const { t, language } = useWords();
  const title = t('agreement.neededListTitle', { target: decimals(target, language) });
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.how}>{t('agreement.neededListHow')}</p>
      <ul className={styles.list}>
        {rows.map((row) => {
          const { needed } = neededOf(row, kind, target);
          const one = row.steps[0]?.[kind].value;
          return (
            <li key={row.measure}>
              <button
                type="button"
                aria-pressed={row.measure === measure}
                onClick={() => choose(row.measure)}
              >
                <span className={styles.name}>
                  {measureShort(row.measure, t, language)}
                  {row.smallSpread && (
                    <span className={styles.small}>
                      <IconAlertTriangle size={12} aria-hidden /> {t('agreement.small')}
                    </span>
                  )}
                </span>
                <span className={styles.one}>{one === undefined ? '–' : decimals(one, language)}</span>
                <strong className={styles.count}>{countSaid(needed, row.steps.length)}</strong>
                <span className={styles.dots} aria-hidden>
                  {'●'.repeat(Math.min(needed ?? 0, 12))}
                  {(needed ?? 0) > 12 && '…'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );

  function countSaid(needed: number | undefined, most: number): string {
    if (needed !== undefined) return String(needed);
    return most === 0 ? '–' : t('agreement.moreThan', { count: most });
  }
}
