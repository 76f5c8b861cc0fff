import type { DriftPoint } from '../../preload/api';
import { AlarmSign, CheckSign } from './CheckSign';
import { edge, type Panel } from './layout';

type Props = {
  panel: Panel;
  xs: readonly number[];
  points: readonly DriftPoint[];
  single: (point: DriftPoint) => number | undefined;
  running: (point: DriftPoint) => number | undefined;
  /** Whether this panel's number is why there is an alarm. */
  out: (value: number) => boolean;
  active: number | undefined;
  point: (index: number) => void;
  alarm: string;
};

/** Each check by its sign, and the running number as a line; a triangle where it is out of its limits. */
export function Run({ panel, xs, points, single, running, out, active, point, alarm }: Props) {
  const line = points.flatMap((each, at) => {
    const value = running(each);
    return value === undefined ? [] : [`${xs[at]} ${panel.up(value)}`];
  });
  const isAlarm = (each: DriftPoint | undefined): boolean => {
    const value = each && running(each);
    return each?.running.alarm === true && value !== undefined && out(value);
  };
  return (
    <g>
      {line.length > 1 && (
        <path d={`M${line.join('L')}`} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
      )}
      {points.map((each, at) => {
        const value = single(each);
        const mean = running(each);
        const x = xs[at] ?? edge.left;
        return (
          <g key={each.sessionId} data-check={each.kind}>
            {/* As wide as a finger, so that one need not aim. */}
            <rect
              x={x - 12}
              y={panel.top}
              width={24}
              height={panel.bottom - panel.top}
              fill="transparent"
              onPointerEnter={() => point(at)}
            />
            {value !== undefined && (
              <g transform={`translate(${x} ${panel.up(value)})`} pointerEvents="none">
                <CheckSign kind={each.kind} large={active === at} />
              </g>
            )}
            {mean !== undefined && !isAlarm(each) && (
              <circle cx={x} cy={panel.up(mean)} r={2.8} fill="var(--accent)" pointerEvents="none" />
            )}
            {mean !== undefined && isAlarm(each) && (
              <g transform={`translate(${x} ${panel.up(mean)})`} pointerEvents="none" data-alarm>
                <AlarmSign />
                {!isAlarm(points[at - 1]) && (
                  <text
                    y={Math.min(0, value === undefined ? 0 : panel.up(value) - panel.up(mean)) - 11}
                    textAnchor="middle"
                    fontSize={12}
                    fontWeight={600}
                    fill="var(--warn)"
                    stroke="var(--card)"
                    strokeWidth={4}
                    paintOrder="stroke"
                  >
                    {alarm}
                  </text>
                )}
              </g>
            )}
          </g>
        );
      })}
    </g>
  );
}
