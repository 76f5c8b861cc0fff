/** The backup to another place: one at a time, and none goes on when its library is closed. */
import { existsSync } from 'node:fs';
import type { ElsewhereMade } from '../../preload/api.ts';
import { inRecordWorker } from '../inRecordWorker.ts';
import type { OpenLibrary } from '../oneLibrary.ts';

type Options = {
  /** The library whose keys are here. */
  known: () => Pick<OpenLibrary, 'folder' | 'keys'> | undefined;
  /** Asks a person; undefined when there is no answer. */
  askForPlace: () => Promise<string | undefined>;
  title: () => string;
  /** Called with the share that is there, 0 to 1. */
  onShare: (share: number) => void;
};

/** The program waits so long for what is half-made to be taken away before it ends. */
const patienceMs = 3000;

export type MakingElsewhere = ReturnType<typeof makingElsewhere>;

export function makingElsewhere({ known, askForPlace, title, onShare }: Options) {
  /** The thread reads the first, and writes the second when it has left nothing half-made. */
  let flags: Int32Array<SharedArrayBuffer> | undefined;
  let asking = false;

  function stop(): void {
    if (flags !== undefined) Atomics.store(flags, 0, 1);
  }

  async function placeFor(library: ReturnType<typeof known>): Promise<string | undefined> {
    asking = true;
    try {
      const place = await askForPlace();
      // It may have been locked under the dialog, and another one opened.
      return library === known() ? place : undefined;
    } finally {
      asking = false;
    }
  }

  return {
    async make(recordings: boolean): Promise<ElsewhereMade> {
      if (asking || flags !== undefined) return { outcome: 'underWay' };
      const library = known();
      if (library === undefined) return { outcome: 'cancelled' };
      const place = await placeFor(library);
      if (place === undefined) return { outcome: 'cancelled' };
      // Someone may have taken the disk out between the dialog and here.
      if (!existsSync(place)) return { outcome: 'unwritable' };
      const { folder, keys } = library;
      flags = new Int32Array(new SharedArrayBuffer(8));
      try {
        const work = {
          folder,
          key: keys.database,
          place,
          title: title(),
          recordings,
          now: new Date(),
          flags,
        };
        return await inRecordWorker({ do: 'elsewhere', ...work }, { onProgress: onShare });
      } finally {
        flags = undefined;
      }
    },
    /** Ends it within a few megabytes: nothing is left there then, and its thread knows the key no more. */
    stop,
    /** What would be lost if the library were closed now. */
    unfinished: () => (flags === undefined ? undefined : ('backupUnfinished' as const)),
    /** Before the program ends, and its threads with it: waits for a moment until nothing half-made is left. */
    leave(): void {
      stop();
      if (flags !== undefined) Atomics.wait(flags, 1, 0, patienceMs);
    },
  };
}
