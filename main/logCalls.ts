/** Who did what: the log, and whether it is unbroken. Only while a library is open. */
import { z } from 'zod';
import type { LatestChanges } from '../db/latestChanges.ts';
import type { Verified } from '../db/verify.ts';
import type { LogApi } from '../preload/api.ts';
import { inWorker } from './inWorker.ts';
import { type Calls, call } from './ipc.ts';
import type { LogDone, LogProgress, LogWork } from './logWorker.ts';
import type { OpenLibrary } from './oneLibrary.ts';
import { nothing } from './shapes.ts';
import { recordFile } from './vault/places.ts';
import type { viewers } from './viewers.ts';

type Options = {
  library: OpenLibrary;
  viewer: ReturnType<typeof viewers>['viewer'];
  onProgress: (progress: LogProgress) => void;
};

export function logCalls({ library: { folder, keys, store }, viewer, onProgress }: Options) {
  let going: AbortController | undefined;

  /** Undefined when it was cancelled. One at a time: asking again begins again. */
  async function verifyLog(): Promise<Verified | undefined> {
    going?.abort();
    const own = new AbortController();
    going = own;
    const work: LogWork = { work: 'verify', file: recordFile(folder), key: keys.database };
    try {
      const done = await inWorker<LogDone, LogProgress>('logWorker', work, {
        onProgress,
        signal: own.signal,
      });
      return 'tidied' in done ? undefined : done;
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    } finally {
      if (going === own) going = undefined;
    }
  }

  return {
    calls: {
      verifyLog: call(nothing, verifyLog),
      cancelVerify: call(nothing, () => going?.abort()),
      latestChanges: call(
        z.strictObject({ before: z.int().min(0).optional() }),
        ({ before }): LatestChanges => store.latestChanges.page(viewer(), before),
      ),
    } satisfies Calls<LogApi>,
    stop: (): void => going?.abort(),
  };
}
