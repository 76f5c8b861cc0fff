/** Where a playable copy of a kept recording is written: encrypted from the first byte, in the library. */
import { close, closeSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { promisify } from 'node:util';
import type { Recording } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { inWorker } from '../inWorker.ts';
import type { KeepWork } from '../keepWorker.ts';
import { type Bytes, openFile } from '../media/bytes.ts';
import type { CopyTarget } from '../media/copyTarget.ts';
import { openNew, settle, writeAll } from '../media/disk.ts';
import { fingerprintOfBytes } from '../media/fingerprint.ts';
import { inspectBytes } from '../media/inspect.ts';
import { settleFolder } from '../wholeFile.ts';
import { openAge } from './ageBytes.ts';
import { newOpening } from './ageFormat.ts';
import type { KeepDone } from './keepFile.ts';
import type { OpenKeptFiles } from './keptFiles.ts';
import { filmPart, keptFile, newFile } from './keptPlaces.ts';
import type { LibraryKeys } from './keyFile.ts';
import { recordingsFolder } from './places.ts';
import { sealedCopy } from './sealedCopy.ts';

const shut = promisify(close);

export type KeptTargetOptions = {
  folder: string;
  keys: LibraryKeys;
  store: Store;
  kept: OpenKeptFiles;
  recording: Recording;
};

/** Undefined where nothing can be written. */
export async function keptTarget({
  folder,
  keys,
  store,
  kept,
  recording,
}: KeptTargetOptions): Promise<CopyTarget | undefined> {
  const { id, sessionId } = recording;
  const part = filmPart(folder, id);
  const made = await mkdir(recordingsFolder(folder), { recursive: true, mode: 0o700 }).then(
    () => true,
    () => false,
  );
  // Closed while it was asked for: the keys are gone.
  if (!made || keys.identity === '') return undefined;
  const opening = await newOpening(keys.identity);
  await rm(part, { force: true });
  const opened = openNew(part);
  if (opened === undefined) return undefined;
  const file: number = opened;
  const name = `${basename(recording.name, extname(recording.name))}.mp4`;
  const copy = sealedCopy(file, opening);
  let open = true;

  async function read<T>(look: (bytes: Bytes) => Promise<T>): Promise<T> {
    const found = await openFile(part);
    const age = found && (await openAge(found, keys.identity));
    if (age === undefined) throw new Error('the converted film does not open');
    try {
      return await look(age);
    } finally {
      age.opening.key.fill(0);
      await age.close();
    }
  }

  async function end(): Promise<void> {
    opening.key.fill(0);
    if (open) await shut(file);
    open = false;
  }

  return {
    name,
    async write(position, bytes) {
      if (copy.size() > 0) return copy.write(position, bytes);
      const begun = await writeAll(file, 0, opening.bytes);
      return begun.outcome === 'written' ? copy.write(position, bytes) : begun;
    },
    async settle() {
      const ended = await copy.end();
      const settled = ended.outcome === 'written' ? await settle(file) : ended;
      if (settled.outcome !== 'written') return settled;
      const work: KeepWork = { check: { kept: part, identity: keys.identity } };
      const done = await inWorker<KeepDone>('keepWorker', work);
      return { outcome: done === 'whole' ? 'written' : 'unwritable' };
    },
    inspect: () => read(inspectBytes),
    async place() {
      const { sizeBytes, durationMs, picture, problem } = await read(inspectBytes);
      const fingerprint = await read(fingerprintOfBytes);
      await end();
      try {
        // Three steps, each of which the next opening can go on from: whole, in the record, in its place.
        await rename(part, newFile(folder, id));
        await settleFolder(recordingsFolder(folder));
        store.recordings.keep(id, { name, sizeBytes, durationMs, picture, fingerprint });
        await rename(newFile(folder, id), keptFile(folder, id));
        await settleFolder(recordingsFolder(folder));
      } finally {
        kept.replaced(id);
      }
      return { outcome: 'linked', sessionId, problem };
    },
    async drop() {
      await end();
      await rm(part, { force: true });
    },
    dropNow() {
      opening.key.fill(0);
      if (open) closeSync(file);
      open = false;
      rmSync(part, { force: true });
    },
  };
}
