import { type RefObject, useEffect, useEffectEvent } from 'react';

export type PlaylistActs = {
  toggle: () => void;
  next: () => void;
  previous: () => void;
  repeat: () => void;
  hold: () => void;
  restart: () => void;
  side: () => void;
  stop: () => void;
  fullScreen: () => void;
  leave: () => void;
};

/** By what is printed on the keys, since each stands for a word; arrows and Space are the same everywhere. */
const keys: Readonly<Record<string, keyof PlaylistActs>> = {
  ' ': 'toggle',
  k: 'toggle',
  ArrowRight: 'next',
  n: 'next',
  ArrowLeft: 'previous',
  p: 'previous',
  r: 'repeat',
  l: 'side',
  s: 'stop',
  f: 'fullScreen',
  Escape: 'leave',
};

/** Keys of the playlist, wherever the focus is. A focused button keeps Space, a choice its arrows. */
export function usePlaylistKeys(screen: RefObject<HTMLElement | null>, act: PlaylistActs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || event.repeat) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    // What opens over the playlist, as the sound, has its own.
    const over = target.closest('[role="dialog"]');
    if (over !== null && over !== screen.current) return;
    if (event.key === ' ' && target.closest('button, input') !== null) return;
    if (event.key.startsWith('Arrow') && target.closest('input[type="radio"], [role="slider"]') !== null)
      return;
    const name = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (name === undefined) return;
    event.preventDefault();
    act[name]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
