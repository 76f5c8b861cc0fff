import type { AgreementMeasure, AgreementRow } from '../../preload/api';
import { useSize } from '../useSize';
import { useWords } from '../words/words';
import { decimals, measureShort } from './figures';
import type { Kind } from './needed';
import { spreadApart } from './spreadApart';

type Props = {
  rows: readonly AgreementRow[];
  measure: AgreementMeasure;
  kind: Kind;
  target: number;
  title: string;
};

const height = 360;
const edge = { left: 56, right: 176, top: 14, bottom: 44 };
/** So many raters are drawn; the table goes further. */
const most = 10;
const linePx = 16;

/** What a mean of 1 to 10 raters would be worth, for every score; the chosen one stands out with its interval. */
export function DecisionCurve({ rows, measure, kind, target, title }: Props) {
  const { t, language } = useWords();
  const { ref, size } = useSize({ width: 900, height: 0 });
  const width = size.width;
  const across = (raters: number) =>
    edge.left + ((width - edge.left - edge.right) * (raters - 1)) / (most - 1);
  const up = (value: number) =>
    height - edge.bottom - (height - edge.top - edge.bottom) * Math.min(1, Math.max(0, value));
  const drawn = rows
    .map((row) => ({ row, steps: row.steps.slice(0, most) }))
    .filter(({ steps }) => steps.some((step) => step[kind].value !== undefined));
  const chosen = drawn.find(({ row }) => row.measure === measure);
  const isNamed = ({ row }: (typeof drawn)[number]) =>
    row.measure === 'mean' || row.measure === 0 || row.measure === measure;
  const band = (chosen?.steps ?? []).flatMap((step) => {
    const { limits } = step[kind];
    return limits.lower === undefined ? [] : [{ raters: step.raters, ...limits }];
  });
  const ends = drawn.filter(isNamed).map(({ row, steps }) => ({
    name: measureShort(row.measure, t, language),
    y: up(steps.at(-1)?.[kind].value ?? 0),
    colour: row.measure === measure ? 'var(--accent)' : 'var(--ink)',
    weight: row.measure === measure ? 600 : 400,
  }));
  const goal = {
    name: t('agreement.targetLine', { target: decimals(target, language) }),
    y: up(target),
    colour: 'var(--warn)',
    weight: 400,
  };
  const names = spreadApart([...ends, goal], linePx, { from: edge.top + 4, to: height - edge.bottom - 4 });
  const path = ({ steps }: (typeof drawn)[number]) =>
    steps
      .flatMap((step) =>
        step[kind].value === undefined ? [] : [`${across(step.raters)} ${up(step[kind].value)}`],
      )
      .join('L');
  return (
    <div ref={ref}>
      <svg width={width} height={height} role="img" aria-label={title}>
        {[0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => (
          <g key={value}>
            <path d={`M${across(1)} ${up(value)}H${across(most)}`} stroke="var(--line)" />
            <text
              x={edge.left - 8}
              y={up(value)}
              dy="0.35em"
              textAnchor="end"
              fontSize={12}
              fill="var(--secondary)"
            >
              {decimals(value, language, 1)}
            </text>
          </g>
        ))}
        {Array.from({ length: most }, (_, at) => at + 1).map((raters) => (
          <text
            key={raters}
            x={across(raters)}
            y={height - edge.bottom + 18}
            textAnchor="middle"
            fontSize={12}
            fill="var(--secondary)"
          >
            {raters}
          </text>
        ))}
        <text
          x={(across(1) + across(most)) / 2}
          y={height - 6}
          textAnchor="middle"
          fontSize={12}
          fill="var(--secondary)"
        >
          {t('agreement.neededX')}
        </text>
        <text
          transform={`translate(14 ${(edge.top + height - edge.bottom) / 2}) rotate(-90)`}
          textAnchor="middle"
          fontSize={12}
          fill="var(--secondary)"
        >
          {t(`agreement.neededY.${kind}`)}
        </text>
        {band.length > 1 && (
          <path
            d={`M${band.map(({ raters, upper }) => `${across(raters)} ${up(upper)}`).join('L')}L${band
              .toReversed()
              .map(({ raters, lower }) => `${across(raters)} ${up(lower)}`)
              .join('L')}Z`}
            fill="var(--accent)"
            fillOpacity={0.16}
          />
        )}
        {drawn
          .filter((one) => !isNamed(one))
          .map((one) => (
            <path
              key={one.row.measure}
              d={`M${path(one)}`}
              fill="none"
              stroke="var(--faint)"
              strokeWidth={1}
              data-measure={one.row.measure}
            />
          ))}
        <path
          d={`M${across(1)} ${up(target)}H${across(most)}`}
          stroke="var(--warn)"
          strokeWidth={1.5}
          strokeDasharray="6 4"
        />
        {drawn.filter(isNamed).map((one) => {
          const own = one.row.measure === measure;
          return (
            <path
              key={one.row.measure}
              d={`M${path(one)}`}
              fill="none"
              stroke={own ? 'var(--accent)' : 'var(--ink)'}
              strokeWidth={own ? 3 : 1.75}
              strokeDasharray={one.row.measure === 'mean' ? '7 3' : undefined}
              data-measure={one.row.measure}
            />
          );
        })}
        {chosen?.steps.map((step) =>
          step[kind].value === undefined ? null : (
            <circle
              key={step.raters}
              cx={across(step.raters)}
              cy={up(step[kind].value)}
              r={4}
              fill="var(--accent)"
              stroke="var(--card)"
            />
          ),
        )}
        {names.map(({ name, y, at, colour, weight }) => (
          <g key={name}>
            <path
              d={`M${across(most) + 3} ${y}L${across(most) + 14} ${at}`}
              stroke="var(--line-strong)"
              fill="none"
            />
            <text x={across(most) + 18} y={at} dy="0.35em" fontSize={12} fontWeight={weight} fill={colour}>
              {name}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
