/** Where things stand on the charts of drift and of the cohort, in pixels: pure. */

/** Room for the scale's name on the left, and for the words of the limits on the right. */
export const edge = { left: 58, right: 128, top: 22, bottom: 34 };
const panelHeight = 150;
const betweenPanels = 40;

/** The middle of each of so many columns. */
export function columnsAcross(width: number, count: number): number[] {
  const room = Math.max(width - edge.left - edge.right, 1);
  const step = Math.min(room / Math.max(count, 1), 140);
  // Few stand together on the left half rather than far apart.
  const start = edge.left + step / 2;
  return Array.from({ length: count }, (_, at) => start + at * step);
}

/** Whole points to both sides, so that every difference is in sight: 1 to 6. */
export function reachOf(differences: readonly number[]): number {
  return Math.min(6, Math.max(1, Math.ceil(Math.max(0, ...differences.map(Math.abs)) - 1e-9)));
}

/** Every so manieth label, so that none covers the next. */
export function labelEvery(xs: readonly number[], labelWidth: number): number {
  const step = (xs[1] ?? 0) - (xs[0] ?? 0);
  return xs.length < 2 ? 1 : Math.max(1, Math.ceil(labelWidth / step));
}

export type Panel = { top: number; bottom: number; up: (value: number) => number };

/** @param from the value at the foot */
export function panelOf(index: number, from: number, to: number): Panel {
  const top = edge.top + index * (panelHeight + betweenPanels);
  const bottom = top + panelHeight;
  const up = (value: number) =>
    bottom - ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * panelHeight;
  return { top, bottom, up };
}

export const heightOf = (panels: number): number =>
  edge.top + panels * panelHeight + (panels - 1) * betweenPanels + edge.bottom;
