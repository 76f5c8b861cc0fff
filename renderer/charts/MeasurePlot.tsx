import { CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Event } from '../../db/model';
import { goodEnoughLevel, levels } from '../../db/scale';
import { monthShort } from '../format';
import { useWords } from '../words/words';
import { NoOccasions, RaterCounts } from './beneath';
import { PointDot, SelfDot } from './dots';
import { EventLines, eventsOnPlot } from './EventLines';
import { PointTip } from './PointTip';
import { plotOf, radiusOf, xOf } from './plot';
import { mean, type Point, type Side } from './series';
import { TrendBand } from './TrendBand';
import { timeSpan, timeTicks } from './timeAxis';
import type { Trend } from './trend';

type Props = {
  label: string;
  /** Every point, in order of time. */
  points: readonly Point[];
  /** Those that are drawn. */
  shown: readonly Point[];
  /** The one that the keyboard is at. */
  pointedAt: Point | undefined;
  side: Side;
  width: number;
  height: number;
  events: readonly Event[];
  trend: Trend | undefined;
  open: ((point: Point) => void) | undefined;
};

/** The drawing of a chart of one level over sessions. */
export function MeasurePlot(props: Props) {
  const { label, points, shown, pointedAt, side, width, height, events, trend, open } = props;
  const { t, language } = useWords();
  const span = timeSpan(points);
  const { rows, words } = eventsOnPlot(events, span, width);
  const plot = plotOf(width, rows);
  const drawn = shown.map((point) => ({
    ...point,
    selfMean: mean(point.self.map((own) => own.level)),
    range:
      point.raters.length > 1 && point.mean !== null && point.lowest !== null && point.highest !== null
        ? [point.mean - point.lowest, point.highest - point.mean]
        : undefined,
  }));
  const radius = radiusOf(plot, drawn.length);
  const ticks = timeTicks(span, Math.floor(plot.width / 62));
  const thinLine = radius < 4;

  return (
    <ComposedChart
      data={drawn}
      width={width}
      height={height}
      margin={{ top: plot.top, right: plot.right, bottom: 18, left: 0 }}
      accessibilityLayer={false}
      // On screen the name is that of the reader around it: a title would show as a tip of its own.
      {...(open === undefined && { title: label })}
    >
      <CartesianGrid stroke="var(--line)" />
      <XAxis
        dataKey="time"
        type="number"
        scale="time"
        domain={span}
        ticks={ticks.times}
        interval={0}
        tickFormatter={(time) =>
          ticks.unit === 'year' ? String(new Date(time).getUTCFullYear()) : monthShort(Number(time), language)
        }
        tick={{ fill: 'var(--secondary)', fontSize: 12, dy: 18 }}
        stroke="var(--line-strong)"
        tickLine={false}
      />
      <YAxis
        domain={[1, 7]}
        ticks={[...levels]}
        interval={0}
        width={plot.left}
        padding={{ bottom: 12 }}
        tick={{ fill: 'var(--secondary)', fontSize: 12 }}
        axisLine={false}
        tickLine={false}
        label={{
          value: t(`rating.${side}`),
          angle: -90,
          position: 'insideLeft',
          offset: 10,
          style: { fill: 'var(--secondary)', fontSize: 12, textAnchor: 'middle' },
        }}
      />
      {trend?.outcome === 'trend' && (
        <TrendBand above={thinLine} trend={trend} from={points[0]?.time} to={points.at(-1)?.time} />
      )}
      <EventLines words={words} />
      <ReferenceLine
        y={goodEnoughLevel}
        stroke="var(--accent)"
        strokeDasharray="5 4"
        label={{ value: t('progress.goodEnough'), position: 'right', fill: 'var(--accent)', fontSize: 12 }}
      />
      {open !== undefined && (
        <Tooltip content={<PointTip />} cursor={{ stroke: 'var(--line-strong)' }} isAnimationActive={false} />
      )}
      <Line
        dataKey="selfMean"
        stroke="var(--secondary)"
        strokeDasharray="4 4"
        strokeWidth={thinLine ? 0 : 1.5}
        connectNulls
        isAnimationActive={false}
        dot={<SelfDot radius={radius} open={open} />}
        activeDot={false}
      />
      <Line
        dataKey="mean"
        stroke={thinLine ? 'var(--line-strong)' : 'var(--ink)'}
        strokeWidth={thinLine ? 1 : 2}
        connectNulls
        isAnimationActive={false}
        dot={<PointDot radius={radius} open={open} />}
        activeDot={thinLine && { r: 5, fill: 'var(--card)', stroke: 'var(--ink)', strokeWidth: 2 }}
      >
        <ErrorBar
          dataKey="range"
          width={thinLine ? 0 : 6}
          stroke={thinLine ? 'var(--secondary)' : 'var(--ink)'}
          strokeWidth={thinLine ? 1 : 1.5}
          direction="y"
        />
      </Line>
      <NoOccasions
        places={points
          .filter((point) => point.mean === null && point.noOccasion > 0)
          .map(({ time }) => xOf(plot, span, time))}
        size={radius}
      />
      {pointedAt !== undefined && (
        <ReferenceLine x={pointedAt.time} stroke="var(--accent)" strokeWidth={1.5} />
      )}
      <RaterCounts
        numbers={points.map(({ time, raters }) => ({ x: xOf(plot, span, time), value: raters.length }))}
      />
    </ComposedChart>
  );
}
