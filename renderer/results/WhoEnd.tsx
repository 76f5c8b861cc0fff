import { whoColours } from './whoColours';
import type { Who } from './whoDidWhat';

type Props = {
  who: Who;
  x?: number | string;
  y?: number | string;
  width?: number | string;
  height?: number | string;
  value?: unknown;
};

/** At the end of a bar: the therapist's shape, as marks have it, and how many marks. */
export function WhoEnd({ who, x, y, width, height, value }: Props) {
  const count = Number(value);
  if (!(count > 0)) return null;
  const at = Number(x) + Number(width) + 11;
  const middle = Number(y) + Number(height) / 2;
  return (
    <g>
      <g transform={`translate(${at} ${middle})`} fill={whoColours[who]}>
        {who === 'first' && <circle r={4} />}
        {who === 'second' && <path d="M0 -5 5 0 0 5 -5 0Z" />}
        {who === 'both' && <rect x={-4} y={-4} width={8} height={8} />}
      </g>
      <text x={at + 8} y={middle + 4} fontSize={12} fill="var(--ink)">
        {count}
      </text>
    </g>
  );
}
