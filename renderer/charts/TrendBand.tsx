import { useId } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { aboveLines } from './aboveLines';
import { levelAt, type Trend } from './trend';

type Props = {
  trend: Extract<Trend, { outcome: 'trend' }>;
  from?: number | undefined;
  to?: number | undefined;
  /** Over the points, where they stand so close that they would hide it. */
  above: boolean;
};

/**
 * The trend as a line from the first session to the last, and between the lines with the lowest and the highest slope
 * of its interval a band. All three go through the middle of the sessions: the band is narrow there although the level
 * itself is not known better.
 */
export function TrendBand({ trend, from, to, above }: Props) {
  const id = useId();
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (area === undefined || x === undefined || y === undefined || from === undefined || to === undefined)
    return null;
  const at = (slope: number, time: number) => `${x(time)} ${y(levelAt(trend, slope, time))}`;
  const { slope, lower, upper, time } = trend;
  const band = [
    at(upper, from),
    at(trend.slope, time),
    at(upper, to),
    at(lower, to),
    at(trend.slope, time),
    at(lower, from),
  ];
  return (
    <>
      <g clipPath={`url(#${id})`} data-testid="trend">
        <clipPath id={id}>
          <rect x={area.x} y={area.y} width={area.width} height={area.height} />
        </clipPath>
        <path d={`M${band.join('L')}Z`} fill="var(--accent)" fillOpacity={0.13} />
      </g>
      <ZIndexLayer zIndex={above ? aboveLines : 0}>
        {above && (
          <path
            d={`M${at(slope, from)}L${at(slope, to)}`}
            clipPath={`url(#${id})`}
            stroke="var(--card)"
            strokeWidth={6}
            fill="none"
          />
        )}
        <path
          d={`M${at(slope, from)}L${at(slope, to)}`}
          clipPath={`url(#${id})`}
          stroke="var(--accent)"
          strokeWidth={2.5}
          strokeOpacity={above ? 1 : 0.75}
          fill="none"
        />
      </ZIndexLayer>
    </>
  );
}
