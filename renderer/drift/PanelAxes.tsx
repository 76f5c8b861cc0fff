import { edge, type Panel } from './layout';

type Limit = { value: number; text: string };
type Props = {
  panel: Panel;
  width: number;
  title: string;
  ticks: readonly { value: number; text: string }[];
  /** Drawn as a line from side to side in ink: what there should be. */
  zero?: number;
  /** Beyond which something is out of the ordinary. */
  limits: readonly Limit[];
};

/** The scale of one panel, with its limits named on the right. */
export function PanelAxes({ panel, width, title, ticks, zero, limits }: Props) {
  const end = width - edge.right;
  return (
    <g fontSize={12}>
      <text x={edge.left} y={panel.top - 8} fontWeight={600} fill="var(--ink)">
        {title}
      </text>
      {ticks.map(({ value, text }) => (
        <g key={value}>
          <path
            d={`M${edge.left} ${panel.up(value)}H${end}`}
            stroke={value === zero ? 'var(--ink)' : 'var(--line)'}
          />
          <text x={edge.left - 8} y={panel.up(value)} dy="0.35em" textAnchor="end" fill="var(--secondary)">
            {text}
          </text>
        </g>
      ))}
      {limits.map(({ value, text }) => (
        <g key={value}>
          <path
            d={`M${edge.left} ${panel.up(value)}H${end}`}
            stroke="var(--warn)"
            strokeWidth={1.4}
            strokeDasharray="6 4"
          />
          <text x={end + 8} y={panel.up(value)} dy="0.35em" fill="var(--warn)">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
