/** Zooming by wheel and pinch around the pointer, by keys and buttons around the playhead. */
import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import type { Playback } from '../player/playback';
import type { TimeView } from './useTimeView';
import { fitted, inView, spanMs, whole, zoomed } from './zoom';

export type Zooming = {
  zoomIn: () => void;
  zoomOut: () => void;
  zoomAll: () => void;
  /** Shows a stretch of the recording. */
  zoomTo: (fromMs: number, toMs: number) => void;
};

export type ZoomAction = Exclude<keyof Zooming, 'zoomTo'>;

/** How much a key or a button zooms. */
const step = 2;

/** @param moved called after the view was zoomed by hand */
export function useZoom(
  playback: Playback,
  durationMs: number,
  { exact, show, timeAt }: TimeView,
  scroller: RefObject<HTMLElement | null>,
  moved: () => void,
): Zooming {
  const by = useCallback(
    (factor: number) => {
      const now = playback.now();
      const middle = exact.current.fromMs + spanMs(exact.current.zoom, durationMs) / 2;
      const around = inView(exact.current, now, durationMs) ? now : middle;
      show(zoomed(exact.current, factor, around, durationMs));
      moved();
    },
    [playback, durationMs, exact, show, moved],
  );

  useEffect(() => {
    const { current } = scroller;
    let turnedBy = 0;
    let x = 0;
    let frame = 0;
    /** What came within one frame is one step. */
    const apply = () => {
      frame = 0;
      show(zoomed(exact.current, Math.exp(-turnedBy / 250), timeAt(x), durationMs));
      turnedBy = 0;
      moved();
    };
    const wheel = (event: WheelEvent) => {
      // A pinch comes as a wheel with Ctrl.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      // Some wheels count lines.
      turnedBy += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 30);
      x = event.clientX;
      frame ||= requestAnimationFrame(apply);
    };
    current?.addEventListener('wheel', wheel, { passive: false });
    return () => {
      current?.removeEventListener('wheel', wheel);
      cancelAnimationFrame(frame);
    };
  }, [scroller, durationMs, exact, show, timeAt, moved]);

  return useMemo(
    () => ({
      zoomIn: () => by(step),
      zoomOut: () => by(1 / step),
      zoomAll: () => {
        show(whole);
        moved();
      },
      zoomTo: (fromMs, toMs) => {
        show(fitted(fromMs, toMs, durationMs));
        moved();
      },
    }),
    [by, show, moved, durationMs],
  );
}
