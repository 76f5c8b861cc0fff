import type { AgreementIcc } from '../../preload/api';

/** How wide the bar of an interval is drawn, with room for a sign at both ends. */
const wide = 176;
const margin = 8;
const across = (value: number): number => margin + Math.min(1, Math.max(0, value)) * (wide - 2 * margin);

/** Where a band of Koo & Li begins. */
const bounds = [0.5, 0.75, 0.9] as const;

/** The 95 % interval as a bar from 0 to 1, with the number as a line in it; what goes below 0 ends in a point. */
export function IntervalBar({ icc, label }: { icc: AgreementIcc; label: string }) {
  const { limits, value } = icc;
  return (
    <svg width={wide} height={20} role="img" aria-label={label}>
      <path d={`M${across(0)} 10H${across(1)}`} stroke="var(--line)" />
      {bounds.map((bound) => (
        <path key={bound} d={`M${across(bound)} 2V18`} stroke="var(--line-strong)" strokeDasharray="2 2" />
      ))}
      {limits.lower !== undefined && (
        <>
          <rect
            x={across(limits.lower)}
            y={6}
            width={Math.max(2, across(limits.upper) - across(limits.lower))}
            height={8}
            rx={2}
            fill="var(--accent)"
            fillOpacity={0.45}
          />
          {limits.lower < 0 && <path d={`M${margin} 5L1 10L${margin} 15Z`} fill="var(--accent)" />}
        </>
      )}
      {value !== undefined && (
        <path
          d={`M${across(value)} 2V18`}
          stroke="var(--ink)"
          strokeWidth={limits.lower === undefined ? 1.5 : 2.5}
          strokeDasharray={limits.lower === undefined ? '2 2' : undefined}
        />
      )}
    </svg>
  );
}

/** The scale above the bars. */
export function IntervalAxis() {
  return (
    <svg width={wide} height={14} aria-hidden>
      {[0, ...bounds, 1].map((at) => (
        <text key={at} x={across(at)} y={11} fontSize={10} textAnchor="middle" fill="var(--secondary)">
          {at === 0 || at === 1 ? at : String(at).slice(1)}
        </text>
      ))}
    </svg>
  );
}
