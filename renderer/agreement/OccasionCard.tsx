import type { AgreementRow } from '../../preload/api';
import { ChartCard } from '../charts/ChartCard';
import comparisons from '../charts/Comparisons.module.css';
import { chartFileName } from '../charts/chartFileName';
import type { Side } from '../charts/series';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import styles from './Agreement.module.css';
import { measureShort } from './figures';
import { occasionTable } from './tables';

const rowPx = 26;
const namesPx = 190;
const endPx = 60;
const axisPx = 34;
const parts = ['bothRated', 'bothNoOccasion', 'different'] as const;

/** Whether raters agree that there was an occasion: a disagreement without any distance in points. */
export function OccasionCard({ rows, side }: { rows: readonly AgreementRow[]; side: Side }) {
  const { t, language } = useWords();
  const { ref, size } = useSize({ width: 900, height: 0 });
  const shown = rows.filter(({ occasion }) => occasion.bothNoOccasion + occasion.different > 0);
  const title = t('agreement.occasionTitle', { side: t(`rating.${side}`) });
  const most = Math.max(1, ...shown.map(({ occasion }) => pairsOf(occasion)));
  const across = (pairs: number) => ((size.width - namesPx - endPx) * pairs) / most;
  const height = shown.length * rowPx + axisPx;
  return (
    <ChartCard
      title={title}
      how={t('agreement.occasionHow')}
      fileName={chartFileName('', title)}
      table={occasionTable(shown, t, language)}
      legend={
        shown.length > 0 && (
          <ul className={comparisons.legend}>
            {parts.map((part) => (
              <li key={part}>
                <svg width="20" height="12" aria-hidden>
                  <Hatch />
                  <rect width="20" height="12" {...fillOf(part)} />
                </svg>
                {t(`agreement.occasionPart.${part}`)}
              </li>
            ))}
            <li>{t('agreement.occasionOnly')}</li>
          </ul>
        )
      }
    >
      {shown.length === 0 ? (
        <p className={styles.note}>{t('agreement.occasionNone')}</p>
      ) : (
        <div ref={ref}>
          <svg width={size.width} height={height} role="img" aria-label={title}>
            <Hatch />
            {shown.map((row, at) => {
              const y = at * rowPx;
              let x = namesPx;
              return (
                <g key={row.measure} data-measure={row.measure}>
                  <text x={0} y={y + 16} fontSize={12} fill="var(--ink)">
                    {measureShort(row.measure, t, language)}
                  </text>
                  {parts.map((part) => {
                    const start = x;
                    const width = across(row.occasion[part]);
                    x += width;
                    return (
                      width > 0 && (
                        <g key={part}>
                          <rect x={start} y={y + 4} width={width} height={17} {...fillOf(part)} />
                          {width > 24 && (
                            <text
                              x={start + width / 2}
                              y={y + 16.5}
                              fontSize={11}
                              textAnchor="middle"
                              fill="var(--ink)"
                              stroke={part === 'bothNoOccasion' ? 'var(--card)' : 'none'}
                              strokeWidth={3}
                              paintOrder="stroke"
                              className={comparisons.figure}
                            >
                              {row.occasion[part]}
                            </text>
                          )}
                        </g>
                      )
                    );
                  })}
                </g>
              );
            })}
            <path
              d={`M${namesPx} ${height - axisPx + 2}H${namesPx + across(most)}`}
              stroke="var(--line-strong)"
            />
            {[0, most].map((pairs) => (
              <text
                key={pairs}
                x={namesPx + across(pairs)}
                y={height - axisPx + 16}
                fontSize={11}
                textAnchor="middle"
                fill="var(--secondary)"
              >
                {pairs}
              </text>
            ))}
            <text
              x={namesPx + across(most) / 2}
              y={height - 4}
              fontSize={12}
              textAnchor="middle"
              fill="var(--secondary)"
            >
              {t('agreement.occasionAxis')}
            </text>
          </svg>
        </div>
      )}
    </ChartCard>
  );
}

const pairsOf = ({ bothRated, bothNoOccasion, different }: AgreementRow['occasion']): number =>
  bothRated + bothNoOccasion + different;

function fillOf(part: (typeof parts)[number]) {
  if (part === 'bothRated') return { fill: 'var(--line)', stroke: 'var(--line-strong)' };
  if (part === 'bothNoOccasion') return { fill: 'url(#no-occasion)', stroke: 'var(--secondary)' };
  return { fill: 'var(--warn-ground)', stroke: 'var(--warn)', strokeWidth: 1.5 };
}

/** The same hatching that stands for 'no occasion' elsewhere. */
function Hatch() {
  return (
    <defs>
      <pattern
        id="no-occasion"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V5" stroke="var(--secondary)" strokeWidth="1.4" />
      </pattern>
    </defs>
  );
}
