/** Where things stand on a chart of levels over time: pure. Pixels, but for times. */

export type Plot = { left: number; right: number; width: number; top: number };

const left = 46;
/** Room for the words at the line at 4. */
const right = 82;
export const wordRow = 15;

/** @param rows of words above the drawing */
export function plotOf(width: number, rows: number): Plot {
  return { left, right, width: Math.max(width - left - right, 1), top: 10 + rows * wordRow };
}

export const xOf = (plot: Plot, [from, to]: readonly [number, number], time: number): number =>
  plot.left + ((time - from) / (to - from)) * plot.width;

/** The radius of a point: smaller the closer the sessions stand. */
export function radiusOf(plot: Plot, points: number): number {
  const apart = plot.width / Math.max(points, 1);
  return Math.min(5.5, Math.max(2.2, apart * 0.42));
}

/** About as wide as words of this length are drawn at 11 px. */
export const widthOf = (text: string): number => Math.ceil(text.length * 6.3) + 10;

/** Words that would be too long for a chart end in an ellipsis. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
