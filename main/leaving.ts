/** What of a deletion is done after it: files of recordings go, and the file of the record is written anew. */

import { bytesOf } from './backups/disk.ts';
import { inWorker } from './inWorker.ts';
import type { LogDone, LogWork } from './logWorker.ts';
import type { OpenLibrary } from './oneLibrary.ts';
import { removeKept } from './vault/keptPlaces.ts';
import { recordFile } from './vault/places.ts';

/** A record of this size is written anew in about the time in which the window draws it. */
const smallBytes = 8_000_000;
/** After this long without a question, nobody is in the middle of something. */
const quietMs = 2 * 60_000;
/** Longer than any tidying: a write that cannot be held back waits, and is not refused. */
const patienceMs = 10 * 60_000;

type Options = {
  library: Pick<OpenLibrary, 'folder' | 'keys' | 'store'>;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
  /** Writes the record anew; false when it has to be tried again. */
  tidy?: (work: LogWork, signal: AbortSignal) => Promise<boolean>;
};

export type Leaving = ReturnType<typeof leavingOf>;

export function leavingOf({
  library: { folder, keys, store },
  now = () => performance.now(),
  tidy = inThread,
}: Options) {
  const ending = new AbortController();
  const { signal } = ending;
  /** The tidying that is under way. */
  let current: Promise<unknown> | undefined;
  let asked = now();

  /** False when some file is still there. */
  async function removeFiles(): Promise<boolean> {
    let done = true;
    for (const id of store.deletions.filesLeaving()) {
      try {
        await removeKept(folder, id);
        if (signal.aborted) return false;
        store.deletions.fileLeft(id);
      } catch {
        // Somebody holds the file, or its disk is gone: what cannot be removed today is remembered.
        done = false;
      }
    }
    return done;
  }

  /** One at a time. */
  async function tidied(): Promise<boolean> {
    while (current !== undefined) await current;
    if (signal.aborted) return false;
    if (!store.deletions.untidy()) return true;
    const work: LogWork = { work: 'tidy', file: recordFile(folder), key: keys.database };
    const going = tidy(work, signal).finally(() => {
      current = undefined;
      if (!signal.aborted) store.wait();
    });
    store.wait(patienceMs);
    current = going.catch(() => undefined);
    return going.catch((error: unknown) => {
      if (signal.aborted) return false;
      throw error;
    });
  }

  /** False when something is still left to do, which is tried again by itself. */
  async function finish(): Promise<boolean> {
    const removed = await removeFiles();
    return (await tidied()) && removed;
  }

  const isLeft = (): boolean => store.deletions.untidy() || store.deletions.filesLeaving().length > 0;

  async function byItself(when: () => boolean): Promise<void> {
    try {
      if (when()) await finish();
    } catch (error) {
      console.error(error);
    }
  }

  // What was left the last time. A large record waits until nobody works in it.
  void byItself(() => isLeft() && bytesOf(recordFile(folder)) <= smallBytes);
  const clock = setInterval(
    () => void byItself(() => current === undefined && now() - asked >= quietMs && isLeft()),
    quietMs / 4,
  );
  clock.unref();

  return {
    finish,
    /**
     * Resolves when the record can be asked: no question is answered in the middle of a tidying, and none is refused.
     * @throws when the library was closed meanwhile
     */
    async ready(): Promise<void> {
      asked = now();
      while (current !== undefined) await current;
      if (signal.aborted) throw new Error('the library was closed');
    },
    /** Begins nothing more. What is in the middle of writing ends that first. */
    stop(): void {
      clearInterval(clock);
      ending.abort();
    },
    /** After `stop`: resolves when nothing writes to the record any more. */
    async settled(): Promise<void> {
      await current;
    },
  };
}

async function inThread(work: LogWork, signal: AbortSignal): Promise<boolean> {
  const done = await inWorker<LogDone>('logWorker', work, { signal });
  return 'tidied' in done && done.tidied;
}
