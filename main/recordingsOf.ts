/** The recordings of one open library: read, kept, taken out and made playable. */
import { shell } from 'electron';
import type { Keeping } from '../preload/api.ts';
import type { Desk } from './desk.ts';
import { keeping as keepingOf, type RecordingsKeeping } from './keeping.ts';
import type { Bytes } from './media/bytes.ts';
import { type Conversions, conversions } from './media/conversions.ts';
import type { Leftover } from './media/leftover.ts';
import type { OpenLibrary } from './oneLibrary.ts';
import { type KeptFiles, keptFiles } from './vault/keptFiles.ts';
import { keptTarget } from './vault/keptTarget.ts';
import { tidyKept } from './vault/tidyKept.ts';

type Options = OpenLibrary & {
  desk: Desk;
  /** Each remembers one plain file that is being written. */
  copies: Leftover;
  takenOut: Leftover;
  onKeeping: (keeping: Keeping | null) => void;
  onDamaged: (recordingId: string) => void;
};

export type OpenRecordings = {
  kept: KeptFiles;
  keeping: RecordingsKeeping;
  conversions: Conversions;
  /** What plays at `app://home/media/<id>`. */
  open: (id: string) => Promise<{ bytes: Bytes; name: string } | undefined>;
  /** Ends all that is under way. */
  stop: () => void;
};

export function recordingsOf(options: Options): OpenRecordings {
  const { folder, keys, store, desk, copies, takenOut, onKeeping, onDamaged } = options;
  const { find, keep } = store.recordings;
  const ready = tidyKept({ folder, keys, find, keep: (id) => void keep(id) });
  const kept = keptFiles({ folder, keys, ready, onDamaged });
  const keeping = keepingOf({
    folder,
    keys,
    store,
    leftover: takenOut,
    askForPlace: desk.askWhereToTakeOut,
    bin: (path) => shell.trashItem(path),
    tell: onKeeping,
  });
  const copying = conversions({
    store,
    leftover: copies,
    askForPlace: desk.askWhereToCopy,
    kept,
    inLibrary: { folder, target: (recording) => keptTarget({ folder, keys, store, kept, recording }) },
  });
  return {
    kept,
    keeping,
    conversions: copying,
    async open(id) {
      const recording = find(id);
      const bytes = recording && (await kept.open(recording));
      return recording === undefined || bytes === undefined || typeof bytes === 'string'
        ? undefined
        : { bytes, name: recording.name };
    },
    stop() {
      copying.stop();
      keeping.stop();
      kept.close();
    },
  };
}
