import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { go } from '../place';
import { useWords } from '../words/words';
import { ChartTip } from './ChartTip';
import styles from './Comparisons.module.css';
import { HeatCells } from './HeatCells';
import { HeatFoot } from './HeatFoot';
import { HeatLabels } from './HeatLabels';
import { HeatTip } from './HeatTip';
import type { HeatColumn } from './heat';
import { type HeatLayout, type HeatPlace, heatPlaceAt, heatStep } from './heatLayout';

type Props = {
  columns: HeatColumn[];
  layout: HeatLayout;
  title: string;
  /** Of what stands around the drawing. */
  frame: { width: number; height: number } | undefined;
};

/** The drawing of the heat map: one stop for Tab, arrow keys from cell to cell, Enter to the session's results. */
export function HeatDrawing({ columns, layout, title, frame }: Props) {
  const { t } = useWords();
  const hatch = useId();
  const [pointed, setPointed] = useState<HeatPlace>();
  // Where the keys were last: coming back by Tab goes on from there.
  const [reached, setReached] = useState<HeatPlace>();
  const { width, height, labelWidth, cellWidth, rowHeight, tops } = layout;
  const place = pointed !== undefined && pointed.column < columns.length ? pointed : undefined;
  const column = place && columns[place.column];

  const atPointer = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = box.width === 0 ? 1 : width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    return heatPlaceAt(layout, columns.length, x, y);
  };
  const point = (next: HeatPlace | undefined) => {
    if (next?.column !== pointed?.column || next?.measure !== pointed?.measure) setPointed(next);
  };
  const open = (at: HeatPlace | undefined) => {
    const sessions = (at && columns[at.column]?.sessions) ?? [];
    const [only] = sessions;
    if (only !== undefined && sessions.length === 1) go({ name: 'results', sessionId: only.session.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return point(undefined);
    const from = place ?? reached ?? { column: columns.length - 1, measure: 0 };
    if (event.key === 'Enter') return open(from);
    const next = heatStep(event.key, from, columns.length);
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setReached(next);
    point(next);
  };
  const onFocus = () => {
    const last = { column: columns.length - 1, measure: 0 };
    point(reached !== undefined && reached.column < columns.length ? reached : last);
  };

  return (
    <>
      <svg
        className={styles.heat}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="application"
        aria-label={t('comparisons.heatKeys', { title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys go from cell to cell
        tabIndex={0}
        onPointerMove={(event) => point(atPointer(event))}
        onPointerLeave={() => point(undefined)}
        onClick={(event) => open(atPointer(event as PointerEvent<SVGSVGElement>))}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => point(undefined)}
      >
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse">
            <path d="M-1 1 1-1M0 5 5 0M4 6 6 4" stroke="var(--faint)" strokeWidth="1" />
          </pattern>
        </defs>
        <HeatLabels layout={layout} columns={columns.length} />
        <HeatCells columns={columns} layout={layout} hatch={hatch} />
        <HeatFoot columns={columns} layout={layout} />
        {place !== undefined && (
          <rect
            data-left-out
            x={labelWidth + place.column * cellWidth - 1}
            y={(tops[place.measure] ?? 0) - 1}
            width={cellWidth + 2}
            height={rowHeight + 1}
            rx={3}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={2}
          />
        )}
      </svg>
      <ChartTip
        at={
          place && {
            x: labelWidth + (place.column + 0.5) * cellWidth,
            y: (tops[place.measure] ?? 0) + rowHeight / 2,
            radius: rowHeight / 2,
          }
        }
        frame={frame}
      >
        {place !== undefined && column !== undefined && <HeatTip column={column} measure={place.measure} />}
      </ChartTip>
    </>
  );
}
