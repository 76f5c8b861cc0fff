import type { Within1 } from '../../preload/api';

type Props = {
  within1: Pick<Within1, 'share' | 'limits'>;
  /** What was asked, in per cent. */
  least: number | undefined;
};

const wide = 150;
const across = (share: number): number => 4 + share * (wide - 8);

/** A share from 0 to 1 as a line, its interval as a bar, and what was asked as a dashed line. The numbers stand beside. */
export function ShareBar({ within1: { share, limits }, least }: Props) {
  return (
    <svg width={wide} height={20} aria-hidden>
      <path d={`M${across(0)} 10H${across(1)}`} stroke="var(--line-strong)" />
      {limits.lower !== undefined && (
        <rect
          x={across(limits.lower)}
          y={6}
          width={Math.max(2, across(limits.upper) - across(limits.lower))}
          height={8}
          rx={2}
          fill="var(--accent)"
          fillOpacity={0.4}
        />
      )}
      {least !== undefined && (
        <path
          d={`M${across(least / 100)} 0V20`}
          stroke="var(--accent)"
          strokeWidth={1.4}
          strokeDasharray="4 3"
        />
      )}
      {share !== undefined && <path d={`M${across(share)} 3V17`} stroke="var(--ink)" strokeWidth={2.5} />}
    </svg>
  );
}
