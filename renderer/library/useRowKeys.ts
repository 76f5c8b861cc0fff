/** From row to row by keys, in a table of which only a part is there. */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** The number of the row that something lies in. */
export function indexOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? undefined : Number(row.dataset.index);
}

/** @param show brings a row into sight */
export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  total: number,
  rowHeight: number,
  show: (index: number) => void,
): (event: KeyboardEvent) => void {
  /** The row that takes the focus as soon as it is there. */
  const goal = useRef<number>(undefined);

  const take = () => {
    if (goal.current === undefined) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${goal.current}"] a`);
    if (link == null) return;
    goal.current = undefined;
    link.focus({ preventScroll: true });
  };
  // After each drawing: the row may come with the scrolling, or with its page.
  useLayoutEffect(take);

  return (event) => {
    const from = indexOf(event.target);
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const aPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: aPage,
      PageUp: -aPage,
      End: total,
      Home: -total,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goal.current = Math.min(total - 1, Math.max(0, (goal.current ?? from) + step));
    show(goal.current);
    take();
  };
}
