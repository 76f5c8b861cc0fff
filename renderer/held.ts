import { useSyncExternalStore } from 'react';

/** A value held outside of React: only what watches it is drawn anew when it changes. */
export type Held<T> = {
  get: () => T;
  set: (next: T | ((now: T) => T)) => void;
  /** Calls back after each change; returns its off. */
  watch: (watcher: () => void) => () => void;
};

export function createHeld<T extends object | string>(initial: T): Held<T> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      const after = typeof next === 'function' ? next(value) : next;
      if (after === value) return;
      value = after;
      for (const watcher of watchers) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

export const useHeld = <T>(held: Held<T>): T => useSyncExternalStore(held.watch, held.get);
