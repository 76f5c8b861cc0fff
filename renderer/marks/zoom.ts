/** What part of a recording the time line shows, and how zooming and turning pages change it: pure. */

/** The whole recording is `zoom` times as wide as the view, and the view begins at `fromMs`. */
export type Shown = { zoom: number; fromMs: number };

/** At the closest, this much lies side by side. */
const closestMs = 10_000;

/** After a page is turned, the playhead stands this far into the view, so that one sees what led to it. */
const turnedTo = 0.08;

export const whole: Shown = { zoom: 1, fromMs: 0 };

/** The largest zoom of a recording: at least 1. */
export const mostZoom = (durationMs: number): number => Math.max(1, durationMs / closestMs);

/** How much of the recording lies side by side. */
export const spanMs = (zoom: number, durationMs: number): number => durationMs / zoom;

/** The nearest that can be shown: never closer than allowed, never beyond either end. */
export function clamped({ zoom, fromMs }: Shown, durationMs: number): Shown {
  const possible = Math.min(mostZoom(durationMs), Math.max(1, zoom));
  const last = durationMs - spanMs(possible, durationMs);
  return { zoom: possible, fromMs: Math.min(Math.max(0, fromMs), Math.max(0, last)) };
}

/** Zooms by a factor; the moment at `aroundMs` stays where it is in the view, as far as the ends allow. */
export function zoomed(shown: Shown, factor: number, aroundMs: number, durationMs: number): Shown {
  const { zoom } = clamped({ zoom: shown.zoom * factor, fromMs: 0 }, durationMs);
  const fromMs = aroundMs - (aroundMs - shown.fromMs) * (shown.zoom / zoom);
  return clamped({ zoom, fromMs }, durationMs);
}

/** Shows a stretch, with as much again around it. */
export function fitted(fromMs: number, toMs: number, durationMs: number): Shown {
  const length = Math.max(1, toMs - fromMs);
  return clamped({ zoom: durationMs / (2 * length), fromMs: fromMs - length / 2 }, durationMs);
}

export function inView({ zoom, fromMs }: Shown, atMs: number, durationMs: number): boolean {
  return atMs >= fromMs && atMs <= fromMs + spanMs(zoom, durationMs);
}

/** Where the view begins so that a moment is in it; undefined when it is in it already. */
export function turned(shown: Shown, atMs: number, durationMs: number): number | undefined {
  if (inView(shown, atMs, durationMs)) return undefined;
  const fromMs = atMs - turnedTo * spanMs(shown.zoom, durationMs);
  return clamped({ zoom: shown.zoom, fromMs }, durationMs).fromMs;
}

/**
 * The zoom in steps of half an octave. What is drawn follows these steps, so that zooming in between only
 * stretches what is there.
 */
export const detail = (zoom: number): number => 2 ** (Math.round(Math.log2(zoom) * 2) / 2);

/** What is kept drawn around the view, in steps of a quarter of it, so that scrolling draws seldom. */
export function drawn({ zoom, fromMs }: Shown, durationMs: number): { fromMs: number; toMs: number } {
  const step = spanMs(detail(zoom), durationMs) / 4;
  const toMs = fromMs + spanMs(zoom, durationMs);
  return {
    fromMs: Math.max(0, (Math.floor(fromMs / step) - 1) * step),
    toMs: Math.min(durationMs, (Math.ceil(toMs / step) + 1) * step),
  };
}

/** A moment's place from the left, or a length, as a share of the recording. */
export const share = (ms: number, durationMs: number): string =>
  `${(100 * Math.min(Math.max(0, ms), durationMs)) / Math.max(1, durationMs)}%`;
