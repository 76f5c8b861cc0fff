/** Puts in order what a crash, a full disk or a restored backup left among the kept recordings. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recording } from '../../db/model.ts';
import { openFile } from '../media/bytes.ts';
import { fingerprintOfBytes } from '../media/fingerprint.ts';
import { openAge } from './ageBytes.ts';
import { type KeptEnding, keptFile, keptFilesIn } from './keptPlaces.ts';
import type { LibraryKeys } from './keyFile.ts';
import { recordingsFolder } from './places.ts';

type Options = {
  folder: string;
  keys: LibraryKeys;
  find: (recordingId: string) => Recording | undefined;
  /** Says in the record that the library has this recording. */
  keep: (recordingId: string) => void;
};

/** Removes only what was never whole: whatever has the content of a recording is its recording. */
export async function tidyKept({ folder, keys, find, keep }: Options): Promise<void> {
  for (const { recordingId, ending } of await keptFilesIn(folder)) {
    const path = join(recordingsFolder(folder), `${recordingId}.${ending}`);
    // What the disk does not let go today, is tried again at the next opening.
    await settle(path, ending, recordingId).catch(() => undefined);
  }

  async function settle(path: string, ending: KeptEnding, recordingId: string): Promise<void> {
    const recording = find(recordingId);
    switch (ending) {
      case 'film.part':
        return rm(path, { force: true });
      case 'age.part':
        // It waits for the one who began it, as long as it can be of use.
        if (recording === undefined || recording.keptAt !== null) await rm(path, { force: true });
        return;
      case 'age.new':
        // Whether the record had changed to the converted film before the crash.
        if (recording?.keptAt != null && (await holds(path, recording))) {
          await rename(path, keptFile(folder, recording.id));
        } else if (recording !== undefined) await rm(path, { force: true });
        return;
      case 'age':
        // Whole before it got this name: the record was about to say so, or an earlier record came back from a backup.
        if (recording?.keptAt === null && (await holds(path, recording))) keep(recording.id);
        return;
      case 'age.damaged':
        return;
      default:
        return ending satisfies never;
    }
  }

  /** Whether the file is of this identity, and has the content of the recording. */
  async function holds(path: string, { sizeBytes, fingerprint }: Recording): Promise<boolean> {
    const file = await openFile(path);
    const kept = file && (await openAge(file, keys.identity));
    try {
      const same = kept?.size === sizeBytes && (await fingerprintOfBytes(kept)) === fingerprint;
      // Closed meanwhile: without its key, any file looks like another one.
      if (keys.identity === '') throw new Error('the library was closed');
      return same;
    } finally {
      kept?.opening.key.fill(0);
      await kept?.close();
    }
  }
}
