import { type RefObject, useEffect, useRef } from 'react';
import type { Mark } from '../../db/model';
import type { TimeView } from './useTimeView';
import { turned } from './zoom';

/** A mark that was just set or jumped to is in sight, however many lanes there are and whatever is shown. */
export function useShowSelected(
  marks: readonly Mark[],
  selectedId: string | undefined,
  durationMs: number,
  scroller: RefObject<HTMLElement | null>,
  { exact, show }: TimeView,
): void {
  const latest = useRef(marks);
  latest.current = marks;
  useEffect(() => {
    const mark = latest.current.find(({ id }) => id === selectedId);
    if (mark === undefined) return;
    scroller.current?.querySelector(`[data-label="${mark.item}"]`)?.scrollIntoView({ block: 'nearest' });
    const fromMs = turned(exact.current, mark.atMs, durationMs);
    if (fromMs !== undefined) show({ zoom: exact.current.zoom, fromMs });
  }, [selectedId, scroller, exact, show, durationMs]);
}
