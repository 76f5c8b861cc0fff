import { type PointerEvent, useCallback } from 'react';
import type { Playback } from '../player/playback';

/** For an element as wide as the recording: a press goes to its time, and dragging goes along. */
export function useSeekAt(
  playback: Playback,
  durationMs: number,
): (event: PointerEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if ((event.buttons & 1) === 0) return;
      if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
      const { left, width } = event.currentTarget.getBoundingClientRect();
      playback.seek(((event.clientX - left) / width) * durationMs);
    },
    [playback, durationMs],
  );
}
