import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useFullScreen } from '../player/useFullScreen';

/** Fills the screen from the start; where that is refused, the window. Escape leaves both at once. */
export function useWholeScreen(screen: RefObject<HTMLElement | null>, leave: () => void) {
  const full = useFullScreen(screen);
  /** How it was; `button` when it was left by ours, and the window is enough. */
  const before = useRef<'full' | 'window' | 'button'>('window');
  // Refused only where the person's own system does not have it.
  const fill = useEffectEvent(() => void screen.current?.requestFullscreen?.().catch(() => undefined));
  useEffect(() => fill(), []);

  // In full screen, Escape is the browser's: only what comes of it is told.
  const left = useEffectEvent(leave);
  useEffect(() => {
    const escaped = !full && before.current === 'full';
    before.current = full ? 'full' : 'window';
    if (escaped) left();
  }, [full]);

  return {
    full,
    toggle(): void {
      const { current } = screen;
      if (!full) void current?.requestFullscreen?.().catch(() => undefined);
      else {
        before.current = 'button';
        void current?.ownerDocument.exitFullscreen();
      }
    },
  };
}
