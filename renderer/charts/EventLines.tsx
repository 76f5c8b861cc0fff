import { usePlotArea } from 'recharts';
import type { Event } from '../../db/model';
import { type Placed, placeWords } from './labels';
import styles from './Progress.module.css';
import { plotOf, shortened, widthOf, wordRow, xOf } from './plot';

type EventWords = { rows: number; words: Placed<string>[] };

const mostRows = 3;

/** Where the events of the span stand, their words above the drawing in as few rows as will do. */
export function eventsOnPlot(
  events: readonly Event[],
  span: readonly [number, number],
  width: number,
): EventWords {
  const plot = plotOf(width, 0);
  const items = events
    .map(({ date, name }) => ({ time: Date.parse(`${date}T00:00:00Z`), text: shortened(name, 28) }))
    .filter(({ time }) => time >= span[0] && time <= span[1])
    .sort((a, b) => a.time - b.time)
    .map(({ time, text }) => ({ item: text, line: xOf(plot, span, time), width: widthOf(text) }));
  const words = placeWords(items, mostRows, width);
  return { words, rows: Math.max(0, ...words.map(({ row }) => (row ?? 0) + 1)) };
}

/** Events as lines, each with its name where there is room, and a flag alone where there is none. */
export function EventLines({ words }: { words: EventWords['words'] }) {
  const area = usePlotArea();
  if (area === undefined) return null;
  return (
    <g className={styles.events}>
      {words.map(({ item, line, x, row }, index) => {
        const top = area.y - 2 - (row ?? 0) * wordRow;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no other order than that of time
          <g key={index}>
            <line x1={line} x2={line} y1={row === null ? area.y : top - 11} y2={area.y + area.height} />
            {row === null ? (
              <circle cx={line} cy={area.y} r={3} />
            ) : (
              <text x={x < line ? line - 5 : line + 5} y={top - 2} textAnchor={x < line ? 'end' : 'start'}>
                {item}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
