import type { MouseEvent } from 'react';

/**
 * For `onMouseDown`: a press of the mouse on a button leaves the focus where it is, so that the desk's keys go on
 * working. Text fields take it, as ever.
 */
export function keepFocus(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  // The options of a choice belong to its field, wherever they are drawn.
  if (target?.closest('[role="listbox"]')) return;
  const writing = target?.closest('textarea, input:not([type="checkbox"]):not([type="radio"])');
  if (writing) return;
  event.preventDefault();
  // What was being written is done: the next digits are a level, not text.
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement) {
    activeElement.blur();
  }
}
