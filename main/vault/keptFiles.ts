/** The kept recordings of one open library: opened for whoever plays, looks into or converts them. */
import { rename, stat } from 'node:fs/promises';
import type { Recording } from '../../db/model.ts';
import { type Bytes, openFile } from '../media/bytes.ts';
import { exists } from '../media/occupied.ts';
import { DamagedError, openAge } from './ageBytes.ts';
import type { Opening } from './ageFormat.ts';
import { asideFile, keptFile, partFile } from './keptPlaces.ts';
import type { LibraryKeys } from './keyFile.ts';

/** What is needed of the library for a recording to be read, linked or kept. */
export type KeptFiles = {
  /** Linked where it lies, or kept. `gone`: it cannot be opened; `damaged`: a kept one is not as it was written. */
  open: (recording: Recording) => Promise<Bytes | 'gone' | 'damaged'>;
  /** Whether this recording was found damaged since the library was opened. */
  foundDamaged: (recordingId: string) => boolean;
  /** Whether the way into the library was begun and interrupted. */
  interrupted: (recordingId: string) => Promise<boolean>;
  /** Puts what is kept of a recording out of the way of another file; what is damaged may still be of use. */
  setAside: (recordingId: string) => Promise<void>;
};

type Options = {
  folder: string;
  keys: LibraryKeys;
  /** What must be put in order before anything is read. */
  ready: Promise<unknown>;
  /** Called the first time that a recording is found to be damaged. */
  onDamaged: (recordingId: string) => void;
};

export type OpenKeptFiles = KeptFiles & {
  /** What the library is told when a film takes a recording's place: what was known of the earlier one is forgotten. */
  replaced: (recordingId: string) => void;
  /** Ends every reading that is still under way, and forgets the keys. */
  close: () => void;
};

export function keptFiles({ folder, keys, ready, onDamaged }: Options): OpenKeptFiles {
  /** How each file begins: a seek need not find that out again. */
  const openings = new Map<string, { of: string; opening: Opening }>();
  const damaged = new Set<string>();
  let closed = false;

  function found(recordingId: string): void {
    if (damaged.has(recordingId)) return;
    damaged.add(recordingId);
    onDamaged(recordingId);
  }

  async function openKept(recordingId: string): Promise<Bytes | 'gone' | 'damaged'> {
    await ready;
    const path = keptFile(folder, recordingId);
    const info = await stat(path).catch(() => undefined);
    const file = info?.isFile() ? await openFile(path) : undefined;
    if (info === undefined || file === undefined || closed) {
      await file?.close();
      return 'gone';
    }
    const of = `${info.ino} ${info.size} ${info.mtimeMs}`;
    const known = openings.get(recordingId);
    const age = await openAge(file, keys.identity, known?.of === of ? known.opening : undefined);
    if (closed) {
      age?.opening.key.fill(0);
      await age?.close();
      return 'gone';
    }
    if (age === undefined) {
      found(recordingId);
      return 'damaged';
    }
    openings.set(recordingId, { of, opening: age.opening });
    return {
      size: age.size,
      async read(from, length) {
        // A key that is all zeros would find every chunk damaged.
        if (closed) throw new Error('the library was closed');
        try {
          return await age.read(from, length);
        } catch (error) {
          if (error instanceof DamagedError && !closed) found(recordingId);
          throw error;
        }
      },
      close: age.close,
    };
  }

  return {
    async open({ id, path, keptAt }) {
      return keptAt === null ? ((await openFile(path)) ?? 'gone') : openKept(id);
    },
    foundDamaged: (recordingId) => damaged.has(recordingId),
    interrupted: (recordingId) => exists(partFile(folder, recordingId)),
    async setAside(recordingId) {
      damaged.delete(recordingId);
      openings.delete(recordingId);
      // Where there is none, there is nothing to put away.
      await rename(keptFile(folder, recordingId), asideFile(folder, recordingId)).catch(() => undefined);
    },
    replaced(recordingId) {
      damaged.delete(recordingId);
      openings.delete(recordingId);
    },
    close() {
      closed = true;
      for (const { opening } of openings.values()) opening.key.fill(0);
      openings.clear();
    },
  };
}
