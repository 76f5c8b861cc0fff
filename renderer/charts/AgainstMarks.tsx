import { type RefObject, useEffect, useMemo } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import { type AgainstMark, bubbleRadius } from './againstMarks';
import styles from './Comparisons.module.css';
import { qualityColour } from './dots';
import { type Spot, spread } from './spread';

type Props = {
  marks: AgainstMark[];
  active: number | undefined;
  point: (index: number | undefined) => void;
  /** Hands out where each sign stands, for whoever points at one. */
  placed: RefObject<Spot[]>;
};

const itemRadius = 10;

/** Items as numbered discs, moved apart with a line to their true place; sessions as counted bubbles. */
export function AgainstMarks({ marks, active, point, placed: kept }: Props) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  const places = useMemo(
    () =>
      marks.map(({ adherence, quality }) => ({
        x: Number(across?.(adherence) ?? 0),
        y: Number(up?.(quality) ?? 0),
      })),
    [marks, across, up],
  );
  const ofItems = marks[0]?.kind === 'item';
  const placed = useMemo(() => (ofItems ? spread(places, itemRadius * 2 + 2) : places), [ofItems, places]);
  useEffect(() => {
    kept.current = placed;
  }, [kept, placed]);
  if (across === undefined || up === undefined) return null;

  const most = Math.max(...marks.map(countOf));
  // A half level up or across is the nearest that two bubbles come.
  const room = Math.min(
    Math.abs(Number(across(1.5)) - Number(across(1))),
    Math.abs(Number(up(1.5)) - Number(up(1))),
  );
  return (
    <>
      {ofItems &&
        placed.map(({ x, y }, index) => {
          const place = places[index];
          return place === undefined || Math.hypot(x - place.x, y - place.y) < 4 ? null : (
            <g key={keyOf(marks[index])}>
              <path d={`M${place.x} ${place.y}L${x} ${y}`} stroke="var(--secondary)" />
              <circle cx={place.x} cy={place.y} r={2} fill="var(--secondary)" />
            </g>
          );
        })}
      {marks.map((mark, index) => {
        const { x, y } = placed[index] ?? { x: 0, y: 0 };
        const radius = ofItems ? itemRadius : bubbleRadius(countOf(mark), most, Math.min(22, room * 0.62));
        return (
          <g key={keyOf(mark)} data-mark={keyOf(mark)} onPointerEnter={() => point(index)}>
            <circle
              cx={x}
              cy={y}
              r={radius}
              fill={qualityColour(mark.quality)}
              stroke={active === index ? 'var(--ink)' : 'var(--card)'}
              strokeWidth={active === index ? 2 : 1}
            />
            <text
              x={x}
              y={y}
              dy="0.35em"
              textAnchor="middle"
              fontSize={11}
              fontWeight={600}
              fill={`var(--on-q${Math.floor(mark.quality)})`}
              className={styles.figure}
            >
              {mark.kind === 'item' ? mark.pair.item : mark.pairs.length}
            </text>
          </g>
        );
      })}
    </>
  );
}

const countOf = (mark: AgainstMark): number => (mark.kind === 'item' ? 1 : mark.pairs.length);

const keyOf = (mark: AgainstMark | undefined): string => {
  if (mark === undefined) return '';
  return mark.kind === 'item' ? `item-${mark.pair.item}` : `${mark.adherence}-${mark.quality}`;
};
