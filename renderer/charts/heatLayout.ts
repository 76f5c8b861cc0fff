/** Where the parts of the heat map stand: pure. All lengths are pixels of the drawing. */
import type { HeatColumn } from './heat';

export type HeatLayout = {
  width: number;
  height: number;
  labelWidth: number;
  /** Names in full, where there is room beside the cells. */
  fullNames: boolean;
  cellWidth: number;
  rowHeight: number;
  /** Numbers stand in the cells; where there is no room for them, a bar's height tells the level. */
  numbers: boolean;
  /** Where the row of each measure begins: the overall first, then the items by number. */
  tops: number[];
  /** Where the names of the two sections stand. */
  sectionTops: [number, number];
  /** Beneath the rows: days or months, then the number of raters. */
  bottom: number;
};

const shortNames = 168;
const longNames = 424;
const widestCell = 76;
/** What a number with one decimal needs. */
const numberWidth = 24;
/** A bar can still be told from its neighbours. */
const narrowestCell = 2.5;
const sectionHeight = 22;
const foot = 56;

/** How many columns have room. */
export const mostColumns = (width: number): number =>
  Math.max(1, Math.floor((width - shortNames) / narrowestCell));

/** @param columns at most what `mostColumns` allows */
export function heatLayout(width: number, columns: number, rowHeight: number): HeatLayout {
  const count = Math.max(1, columns);
  const fullNames = width - longNames >= count * widestCell;
  const labelWidth = fullNames ? longNames : shortNames;
  const cellWidth = Math.min(widestCell, Math.max(narrowestCell, (width - labelWidth) / count));
  const group = rowHeight + sectionHeight;
  const shared = group + 9 * rowHeight + sectionHeight;
  const tops = Array.from({ length: 20 }, (_, measure) => {
    if (measure === 0) return 0;
    return measure < 10 ? group + (measure - 1) * rowHeight : shared + (measure - 10) * rowHeight;
  });
  const bottom = shared + 10 * rowHeight;
  return {
    width: Math.max(labelWidth + cellWidth * count, labelWidth + 90),
    height: bottom + foot,
    labelWidth,
    fullNames,
    cellWidth,
    rowHeight,
    numbers: cellWidth >= numberWidth,
    tops,
    sectionTops: [rowHeight + sectionHeight - 6, shared - 6],
    bottom,
  };
}

/** A name beneath the columns, from the left edge of the column at `index`. */
export type HeatTick = { index: number; kind: 'day' | 'month' | 'year' };

/** Days where each has room (`dayWidth`), else the first column of months or years, thinned until none collide. */
export function heatTicks(
  columns: readonly Pick<HeatColumn, 'time'>[],
  cellWidth: number,
  { day, month, year }: { day: number; month: number; year: number },
): HeatTick[] {
  if (cellWidth >= day) return columns.map((_, index) => ({ index, kind: 'day' }));
  const starts = columns.flatMap(({ time }, index) => {
    const before = columns[index - 1];
    return before === undefined || monthOf(before.time) !== monthOf(time)
      ? [{ index, month: monthOf(time) }]
      : [];
  });
  const steps = [1, 3, 6, 12] as const;
  for (const step of steps) {
    const room = step === 12 ? year : month;
    const ticks = starts.filter(
      (start, at) =>
        at === 0 || Math.floor(start.month / step) !== Math.floor((starts[at - 1]?.month ?? 0) / step),
    );
    const shown = apart(ticks, room / cellWidth).filter(
      ({ index }) => columns.length === 1 || (columns.length - index) * cellWidth >= room - 4,
    );
    if (shown.length * 1.35 >= ticks.length || step === 12) {
      return shown.map(({ index }) => ({ index, kind: step === 12 ? 'year' : 'month' }));
    }
  }
  return [];
}

/** Months since the year 0. */
const monthOf = (time: number): number => {
  const day = new Date(time);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
};

/** Leaves out what would stand too near to what stands before it. */
function apart<Tick extends { index: number }>(ticks: readonly Tick[], distance: number): Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || tick.index - last.index >= distance) kept.push(tick);
  }
  return kept;
}

/** Where a new calendar year begins among the columns. */
export function yearStarts(columns: readonly Pick<HeatColumn, 'time'>[]): number[] {
  return columns.flatMap(({ time }, index) => {
    const before = columns[index - 1];
    return before !== undefined && Math.floor(monthOf(before.time) / 12) !== Math.floor(monthOf(time) / 12)
      ? [index]
      : [];
  });
}

export type HeatPlace = { column: number; measure: number };

/** The cell under a point of the drawing; undefined beside the cells. */
export function heatPlaceAt(
  { labelWidth, cellWidth, rowHeight, tops }: HeatLayout,
  columns: number,
  x: number,
  y: number,
): HeatPlace | undefined {
  const column = Math.floor((x - labelWidth) / cellWidth);
  const measure = tops.findIndex((top) => y >= top && y < top + rowHeight);
  return column >= 0 && column < columns && measure >= 0 ? { column, measure } : undefined;
}

/** Where an arrow key leads, never beyond the edge; undefined for any other key. */
export function heatStep(
  key: string,
  { column, measure }: HeatPlace,
  columns: number,
): HeatPlace | undefined {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  switch (key) {
    case 'ArrowLeft':
      return { column: within(column - 1, columns - 1), measure };
    case 'ArrowRight':
      return { column: within(column + 1, columns - 1), measure };
    case 'ArrowUp':
      return { column, measure: within(measure - 1, 19) };
    case 'ArrowDown':
      return { column, measure: within(measure + 1, 19) };
    case 'Home':
      return { column: 0, measure };
    case 'End':
      return { column: columns - 1, measure };
    default:
      return undefined;
  }
}
