/** Whether what was changed is on disk, and the one way to change it. */
import { useRef, useState } from 'react';
import type { Refusal } from '../../db/refused';
import { NotAnswered } from '../ask';
import { createHeld } from '../held';
import { tell } from '../queries';

export type SavedState = 'saved' | 'saving' | 'failed';

export function useSaved() {
  const [saved] = useState(() => createHeld<SavedState>('saved'));
  const pending = useRef(0);
  const failed = useRef(false);
  const tellSaved = () => saved.set(pending.current > 0 ? 'saving' : failed.current ? 'failed' : 'saved');

  return {
    /** Watched by what tells of it, so that a change draws the page once: with its answer. */
    saved,

    /**
     * Runs one change, and shows what came of it once it is on disk. Undefined when it was not kept, which the window
     * then says.
     * @param lock why nothing can be changed; undefined when it can
     */
    async change<T>(
      lock: Refusal | undefined,
      asking: () => Promise<T>,
      show: (answer: T) => void | Promise<void>,
    ): Promise<T | undefined> {
      if (lock !== undefined) {
        tell(new NotAnswered(lock));
        return undefined;
      }
      pending.current += 1;
      tellSaved();
      try {
        const answer = await asking();
        // What is shown at once is drawn together with 'saved'.
        const showing = show(answer);
        if (showing !== undefined) await showing;
        failed.current = false;
        return answer;
      } catch (error) {
        failed.current = true;
        tell(error);
        return undefined;
      } finally {
        pending.current -= 1;
        tellSaved();
      }
    },
  };
}
