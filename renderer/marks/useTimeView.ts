/** The part of the recording that the time line shows, kept in step with its scroll bar. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clamped, drawn, type Shown, spanMs, whole } from './zoom';

export type TimeView = ReturnType<typeof useTimeView>;

/** Until it is measured, and where nothing is laid out. */
const usualPx = 600;

/**
 * @param scroller what scrolls
 * @param wide the element inside it that is as wide as the whole recording
 * @param scrolled the view was moved by hand
 */
export function useTimeView(
  durationMs: number,
  scroller: RefObject<HTMLElement | null>,
  wide: RefObject<HTMLElement | null>,
) {
  /** Its `fromMs` follows the scroll bar only in the steps of what is drawn. */
  const [shown, setShown] = useState<Shown>(whole);
  const [viewPx, setViewPx] = useState(usualPx);
  const exact = useRef(shown);
  /** The zoom that is laid out: `exact` may be ahead of it. */
  const laidOut = useRef(1);
  /** Where the program itself scrolled to last. */
  const ownPx = useRef(0);

  const scrollTo = useCallback(
    (fromMs: number) => {
      const { current } = scroller;
      if (current === null) return;
      // As it is laid out, to the fraction: a thousand times as wide, a tenth of a pixel is a hundred.
      current.scrollLeft = (fromMs / Math.max(1, durationMs)) * widthOf(wide);
      ownPx.current = current.scrollLeft;
    },
    [scroller, wide, durationMs],
  );

  const show = useCallback(
    (next: Shown) => {
      exact.current = clamped(next, durationMs);
      setShown(exact.current);
      if (exact.current.zoom === laidOut.current) scrollTo(exact.current.fromMs);
    },
    [durationMs, scrollTo],
  );

  const zoom = clamped(shown, durationMs).zoom;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width needs another place of the scroll bar
  useLayoutEffect(() => {
    laidOut.current = zoom;
    scrollTo(exact.current.fromMs);
  }, [zoom, viewPx, scrollTo]);

  useEffect(() => {
    const { current } = wide;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      const px = widthOf(wide) / laidOut.current;
      if (px > 0) setViewPx(Math.round(px));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [wide]);

  /** For `onScroll`: true when it was done by hand. */
  const onScroll = useCallback((): boolean => {
    const px = scroller.current?.scrollLeft ?? 0;
    if (Math.abs(px - ownPx.current) < 1.5) return false;
    ownPx.current = px;
    const next = { zoom: laidOut.current, fromMs: (px / Math.max(1, widthOf(wide))) * durationMs };
    // Of a zoom that is not laid out yet, the scroll bar knows nothing.
    if (exact.current.zoom === laidOut.current) exact.current = next;
    setShown((now) => {
      const before = drawn(now, durationMs);
      const after = drawn(next, durationMs);
      return now.zoom !== next.zoom || (before.fromMs === after.fromMs && before.toMs === after.toMs)
        ? now
        : next;
    });
    return true;
  }, [scroller, wide, durationMs]);

  /** The time at a place in the window, as the view is about to be: it may be zoomed but not laid out yet. */
  const timeAt = useCallback(
    (clientX: number): number => {
      const box = wide.current?.getBoundingClientRect();
      if (box === undefined || scroller.current === null) return 0;
      const leftPx = box.left + scroller.current.scrollLeft;
      const share = ((clientX - leftPx) * laidOut.current) / Math.max(1, box.width);
      return exact.current.fromMs + share * spanMs(exact.current.zoom, durationMs);
    },
    [wide, scroller, durationMs],
  );

  const around = drawn(clamped(shown, durationMs), durationMs);
  return useMemo(
    () => ({
      zoom,
      viewPx,
      drawnFromMs: around.fromMs,
      drawnToMs: around.toMs,
      exact,
      show,
      timeAt,
      onScroll,
    }),
    [zoom, viewPx, around.fromMs, around.toMs, show, timeAt, onScroll],
  );
}

const widthOf = ({ current }: RefObject<HTMLElement | null>): number =>
  current?.getBoundingClientRect().width ?? 0;
