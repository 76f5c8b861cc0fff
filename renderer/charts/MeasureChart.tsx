import { useRef } from 'react';
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
import { drawnWhole, thin } from './thin';
import { timeSpan, timeTicks } from './timeAxis';
import type { Trend } from './trend';

type Props = {
  /** What it shows, for those who hear it. */
  label: string;
  /** In order of time, at least one. */
  points: readonly Point[];
  side: Side;
  width: number;
  height: number;
  events?: readonly Event[];
  /** Drawn when there is one. */
  trend?: Trend | undefined;
  /** Opens the session of a point; without it the chart is for reading only, as on paper. */
  open?: ((point: Point) => void) | undefined;
};

/** One level over sessions: the mean of the raters with their range, the therapists' own beside it. */
export function MeasureChart({ label, points, side, width, height, events = [], trend, open }: Props) {
  const { t, language } = useWords();
  const pointed = useRef<Point>(undefined);
  const setPointed = (point: Point | undefined) => {
    pointed.current = point;
  };
  const span = timeSpan(points);
  const { rows, words } = eventsOnPlot(events, span, width);
  const plot = plotOf(width, rows);
  const drawn = thinned(points, width).map((point) => ({
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
    <div
      onKeyDownCapture={({ key }) => {
        if (key === 'Enter' && pointed.current !== undefined) open?.(pointed.current);
      }}
    >
      <ComposedChart
        data={drawn}
        width={width}
        height={height}
        margin={{ top: plot.top, right: plot.right, bottom: 18, left: 0 }}
        accessibilityLayer={open !== undefined}
        title={label}
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
            ticks.unit === 'year'
              ? String(new Date(time).getUTCFullYear())
              : monthShort(Number(time), language)
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
          <Tooltip
            content={<PointTip tell={setPointed} />}
            cursor={{ stroke: 'var(--line-strong)' }}
            isAnimationActive={false}
          />
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
        <RaterCounts
          numbers={points.map(({ time, raters }) => ({ x: xOf(plot, span, time), value: raters.length }))}
        />
      </ComposedChart>
    </div>
  );
}

/** What is drawn of the points: all, or of each stretch of six pixels what must not be lost. */
export function thinned(points: readonly Point[], width: number): readonly Point[] {
  if (points.length <= drawnWhole) return points;
  const plot = plotOf(width, 0);
  const span = timeSpan(points);
  return thin(points, ({ time }) => Math.floor(xOf(plot, span, time) / 6));
}
