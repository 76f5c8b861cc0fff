/** What of a deletion is done after it: files of recordings go, and the file of the record is written anew. */
import { inWorker } from './inWorker.ts';
import type { OpenLibrary } from './libraries.ts';
import type { LogDone, LogWork } from './logWorker.ts';
import { removeKept } from './vault/keptPlaces.ts';
import { recordFile } from './vault/places.ts';

/** False when something is still left to do: the next opening of the library tries again. */
export async function finishLeaving(
  { folder, keys, store }: OpenLibrary,
  signal: AbortSignal,
): Promise<boolean> {
  let done = true;
  for (const id of store.deletions.filesLeaving()) {
    try {
      await removeKept(folder, id);
      store.deletions.fileLeft(id);
    } catch {
      // Somebody holds the file, or its disk is gone: what cannot be removed today is remembered.
      done = false;
    }
  }
  if (!store.deletions.untidy()) return done;
  const work: LogWork = { work: 'tidy', file: recordFile(folder), key: new Uint8Array(keys.database) };
  const tidied = await inWorker<LogDone>('logWorker', work, { signal });
  return done && 'tidied' in tidied && tidied.tidied;
}
