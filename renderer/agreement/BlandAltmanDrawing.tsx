import type { AgreementEstimate, AgreementPair, AgreementSession } from '../../preload/api';
import { ChartTip } from '../charts/ChartTip';
import comparisons from '../charts/Comparisons.module.css';
import { useMarks } from '../charts/useMarks';
import { dayLong, number, signed } from '../format';
import { go } from '../place';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { points as signedPoints } from './figures';
import { apart } from './jitter';
import { spreadApart } from './spreadApart';

type Props = {
  pair: AgreementPair;
  names: { first: string; second: string };
  sessions: readonly AgreementSession[];
  title: string;
};

const height = 320;
const edge = { left: 58, right: 150, top: 14, bottom: 46 };
const radius = 5;

/** Differences against means on the whole scale, with the mean difference and the limits of agreement. */
export function BlandAltmanDrawing({ pair, names, sessions, title }: Props) {
  const { t, language } = useWords();
  const { ref, size } = useSize({ width: 900, height: 0 });
  const { points, bias, lower, upper } = pair;
  const open = (index: number) => {
    const sessionId = points[index]?.sessionId;
    if (sessionId !== undefined) go({ name: 'results', sessionId });
  };
  const { active, point, keys } = useMarks(points.length, open);
  const { width } = size;
  const reach = reachOf(pair);
  const across = (mean: number) => edge.left + 14 + ((width - edge.left - edge.right - 28) * (mean - 1)) / 6;
  const up = (difference: number) =>
    edge.top + ((height - edge.top - edge.bottom) * (reach - difference)) / (2 * reach);
  const ticks = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const moved = apart(points.map(({ mean, difference }) => ({ x: mean, y: difference })));
  const spots = points.map(({ mean, difference }, at) => ({
    x: across(mean) + (moved[at]?.x ?? 0) * radius * 1.5,
    y: up(difference) + (moved[at]?.y ?? 0) * radius * 1.5,
  }));
  const lines = [
    { name: 'upper', estimate: upper, label: (value: string) => t('agreement.baUpper', { value }) },
    { name: 'mean', estimate: bias, label: (value: string) => t('agreement.baMean', { value }) },
    { name: 'lower', estimate: lower, label: (value: string) => t('agreement.baLower', { value }) },
  ].flatMap((line) => {
    const { value } = line.estimate;
    return value === undefined || Math.abs(value) > reach ? [] : [{ ...line, value, y: up(value) }];
  });
  const labels = spreadApart(lines, 15, { from: edge.top, to: height - edge.bottom });
  const [start, end] = [edge.left, width - edge.right];
  const one = active === undefined ? undefined : points[active];
  const at = active === undefined ? undefined : spots[active];
  const date = sessions.find(({ id }) => id === one?.sessionId)?.date;
  /** Beside the drawing, each at its own place: with few sessions the intervals overlap. */
  const whisker = ({ limits }: AgreementEstimate, value: number, index: number) => {
    if (limits.lower === undefined) return null;
    const x = end + 10 + index * 11;
    const [high, low] = [Math.min(reach, limits.upper), Math.max(-reach, limits.lower)];
    // What goes beyond the drawing has no end there.
    const top = limits.upper <= reach ? `M${x - 3} ${up(high)}h6` : '';
    const bottom = limits.lower >= -reach ? `M${x - 3} ${up(low)}h6` : '';
    return (
      <path
        d={`M${x} ${up(high)}V${up(low)}${top}${bottom}M${x - 2} ${up(value)}h4`}
        stroke="var(--accent)"
        strokeWidth={1.5}
      />
    );
  };
  return (
    <div ref={ref} className={comparisons.frame}>
      <div
        role="application"
        aria-label={t('comparisons.keys', { title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys go from sign to sign
        tabIndex={0}
        onPointerLeave={() => point(undefined)}
        {...keys}
      >
        <svg width={width} height={height} aria-hidden>
          {ticks.map((tick) => (
            <g key={tick}>
              <path d={`M${start} ${up(tick)}H${end}`} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} />
              <text
                x={start - 8}
                y={up(tick)}
                dy="0.35em"
                textAnchor="end"
                fontSize={12}
                fill="var(--secondary)"
              >
                {signed(tick, language)}
              </text>
            </g>
          ))}
          {[1, 2, 3, 4, 5, 6, 7].map((level) => (
            <text
              key={level}
              x={across(level)}
              y={height - edge.bottom + 18}
              textAnchor="middle"
              fontSize={12}
              fill="var(--secondary)"
            >
              {level}
            </text>
          ))}
          <text
            x={(start + end) / 2}
            y={height - 6}
            textAnchor="middle"
            fontSize={12}
            fill="var(--secondary)"
          >
            {t('agreement.baX')}
          </text>
          <text
            transform={`translate(14 ${(edge.top + height - edge.bottom) / 2}) rotate(-90)`}
            textAnchor="middle"
            fontSize={12}
            fill="var(--secondary)"
          >
            {t('agreement.baY', names)}
          </text>
          {lines.map(({ name, y }) => (
            <path
              key={name}
              d={`M${start} ${y}H${end}`}
              stroke="var(--accent)"
              strokeWidth={name === 'mean' ? 2 : 1.5}
              strokeDasharray={name === 'mean' ? undefined : '6 4'}
            />
          ))}
          {lines.map(({ name, estimate, value }, index) => (
            <g key={name}>{whisker(estimate, value, index)}</g>
          ))}
          {labels.map(({ name, at: y, value, label }) => (
            <text key={name} x={end + 42} y={y} dy="0.35em" fontSize={12} fill="var(--accent)">
              {label(signedPoints(value, language))}
            </text>
          ))}
          {points.map(({ sessionId }, index) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the arrows and Enter, and the table its links
            <circle
              key={sessionId}
              data-session={sessionId}
              cx={spots[index]?.x}
              cy={spots[index]?.y}
              r={active === index ? radius + 2 : radius}
              fill="var(--ink)"
              fillOpacity={0.75}
              stroke="var(--card)"
              className={comparisons.sign}
              onPointerEnter={() => point(index)}
              onClick={() => open(index)}
            />
          ))}
        </svg>
      </div>
      <ChartTip at={at && { ...at, radius: 10 }} frame={size}>
        {one !== undefined && (
          <>
            <strong>{date === undefined ? '' : dayLong(date, language)}</strong>
            <div>
              {t('agreement.baPoint', {
                first: names.first,
                second: names.second,
                difference: signedPoints(one.difference, language),
                mean: number(one.mean, language),
              })}
            </div>
          </>
        )}
      </ChartTip>
    </div>
  );
}

/** Whole points to both sides, so that every dot and line is in sight. */
function reachOf({ points, lower, upper }: AgreementPair): number {
  const all = [...points.map(({ difference }) => difference), lower.value ?? 0, upper.value ?? 0];
  return Math.min(6, Math.max(2, Math.ceil(Math.max(...all.map(Math.abs)) + 0.2)));
}
