import type { AgreementSeverity } from '../../preload/api';
import { signed } from '../format';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { isClear, points } from './figures';

type DifferenceRow = { id: string; name: string; severity: AgreementSeverity | undefined };
type Props = {
  rows: readonly DifferenceRow[];
  title: string;
  /** The row that stands out. */
  chosen?: string | undefined;
};

const rowPx = 24;
const namesPx = 176;
const endPx = 92;
const top = 34;
const bottom = 40;

/** A row for each: the difference from the others as a dot, its interval as a line, around a line at zero. */
export function DifferenceRows({ rows, title, chosen }: Props) {
  const { t, language } = useWords();
  const { ref, size } = useSize({ width: 600, height: 0 });
  const reach = reachOf(rows);
  const height = top + rows.length * rowPx + bottom;
  const end = size.width - endPx;
  const across = (value: number) =>
    namesPx + ((end - namesPx) * (Math.min(reach, Math.max(-reach, value)) + reach)) / (2 * reach);
  const ticks = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const foot = top + rows.length * rowPx;
  return (
    <div ref={ref}>
      <svg width={size.width} height={height} role="img" aria-label={title}>
        <text x={across(0) - 8} y={12} textAnchor="end" fontSize={12} fill="var(--secondary)">
          {`← ${t('agreement.stricter')}`}
        </text>
        <text x={across(0) + 8} y={12} fontSize={12} fill="var(--secondary)">
          {`${t('agreement.milder')} →`}
        </text>
        <text x={size.width - 4} y={12} textAnchor="end" fontSize={12} fill="var(--secondary)">
          {t('agreement.nSessions')}
        </text>
        {ticks.map((tick) => (
          <g key={tick}>
            <path
              d={`M${across(tick)} ${top - 10}V${foot}`}
              stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'}
            />
            <text x={across(tick)} y={foot + 16} textAnchor="middle" fontSize={12} fill="var(--secondary)">
              {signed(tick, language)}
            </text>
          </g>
        ))}
        <text x={across(0)} y={height - 4} textAnchor="middle" fontSize={12} fill="var(--secondary)">
          {t('agreement.points')}
        </text>
        {rows.map(({ id, name, severity }, at) => {
          const y = top + at * rowPx + rowPx / 2;
          const { value, limits } = severity?.difference ?? { value: undefined, limits: undefined };
          const clear = severity !== undefined && isClear(severity.difference);
          return (
            <g key={id} data-row={id}>
              {chosen === id && (
                <rect
                  x={0}
                  y={y - rowPx / 2}
                  width={size.width}
                  height={rowPx}
                  rx={5}
                  fill="var(--accent-ground)"
                />
              )}
              <path d={`M${namesPx} ${y}H${end}`} stroke="var(--line)" strokeDasharray="1 4" />
              <text x={6} y={y} dy="0.35em" fontSize={12} fill="var(--ink)">
                {name}
              </text>
              {limits?.lower !== undefined && (
                <path
                  d={`M${across(limits.lower)} ${y}H${across(limits.upper)}`}
                  stroke="var(--secondary)"
                  strokeWidth={2.5}
                />
              )}
              {value !== undefined && (
                <circle
                  cx={across(value)}
                  cy={y}
                  r={5}
                  fill={limits?.lower === undefined ? 'var(--card)' : clear ? 'var(--accent)' : 'var(--ink)'}
                  stroke={limits?.lower === undefined ? 'var(--ink)' : 'var(--card)'}
                  strokeWidth={1.5}
                />
              )}
              <text
                x={end + 52}
                y={y}
                dy="0.35em"
                textAnchor="end"
                fontSize={12}
                fontWeight={clear ? 600 : 400}
                fill="var(--ink)"
              >
                {value === undefined ? '–' : points(value, language)}
              </text>
              <text
                x={size.width - 4}
                y={y}
                dy="0.35em"
                textAnchor="end"
                fontSize={12}
                fill="var(--secondary)"
              >
                {severity?.n ?? 0}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Whole points to both sides, at least one and at most three; what lies beyond ends at the edge. */
function reachOf(rows: readonly DifferenceRow[]): number {
  const all = rows.flatMap(({ severity }) => {
    if (severity?.difference.value === undefined) return [];
    const { value, limits } = severity.difference;
    return [value, ...(limits.lower === undefined ? [] : [limits.lower, limits.upper])].map(Math.abs);
  });
  return Math.min(3, Math.max(1, Math.ceil(Math.max(0, ...all))));
}
