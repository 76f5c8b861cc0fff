/** Looks after an open library while nobody asks anything. */
import type { Guard } from './guard.ts';
import type { Hold } from './hold.ts';

/** Milliseconds, by a clock that is never set. */
const lookEveryMs = 2000;
const beatEveryMs = 30_000;

/** @returns what ends it */
export function watch(guard: Pick<Guard, 'before'>, hold: Pick<Hold, 'beat'>): () => void {
  const looking = setInterval(guard.before, lookEveryMs);
  const beating = setInterval(hold.beat, beatEveryMs);
  return () => {
    clearInterval(looking);
    clearInterval(beating);
  };
}
