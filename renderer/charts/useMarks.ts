import { type KeyboardEvent, useState } from 'react';

/** The signs of a chart as one stop for Tab: arrow keys go from one to the next, Enter opens, Escape leaves. */
export function useMarks(count: number, open?: (index: number) => void) {
  const [pointed, setPointed] = useState<number>();
  // Coming back by Tab goes on from there.
  const [reached, setReached] = useState(0);
  const active = pointed !== undefined && pointed < count ? pointed : undefined;

  const to = (next: number) => {
    const within = Math.min(count - 1, Math.max(0, next));
    setReached(within);
    setPointed(within);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const from = active ?? Math.min(reached, count - 1);
    switch (event.key) {
      case 'ArrowRight':
      case 'ArrowDown':
        to(from + 1);
        break;
      case 'ArrowLeft':
      case 'ArrowUp':
        to(from - 1);
        break;
      case 'Home':
        to(0);
        break;
      case 'End':
        to(count - 1);
        break;
      case 'Enter':
        open?.(from);
        break;
      case 'Escape':
        setPointed(undefined);
        return;
      default:
        return;
    }
    event.preventDefault();
  };
  return {
    active,
    point: setPointed,
    keys: {
      onKeyDown,
      onFocus: () => {
        if (count > 0) to(reached);
      },
      onBlur: () => setPointed(undefined),
    },
  };
}
