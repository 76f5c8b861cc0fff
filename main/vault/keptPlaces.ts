/** Which files a kept recording has in the folder of its library. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { recordingsFolder } from './places.ts';

const place = (ending: string) => (folder: string, recordingId: string) =>
  join(recordingsFolder(folder), `${recordingId}${ending}`);

/** The recording itself, whole and verified: nothing gets this name before. */
export const keptFile = place('.age');
/** On its way into the library; goes on after a crash. */
export const partFile = place('.age.part');
/** A converted film on its way; of no use after a crash. */
export const filmPart = place('.film.part');
/** A converted film, whole and verified, that is about to take the place of the recording. */
export const newFile = place('.age.new');
/** One that was damaged, when another file took its place. */
export const asideFile = place('.age.damaged');

const named =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(age|age\.part|film\.part|age\.new|age\.damaged)$/;

export type KeptEnding = 'age' | 'age.part' | 'film.part' | 'age.new' | 'age.damaged';

/** Every file of a recording in the library; what is not ours is left out. */
export async function keptFilesIn(folder: string): Promise<{ recordingId: string; ending: KeptEnding }[]> {
  const names = await readdir(recordingsFolder(folder)).catch(() => []);
  return names.flatMap((name) => {
    const [, recordingId, ending] = named.exec(name) ?? [];
    // The pattern knows these endings and no other.
    return recordingId === undefined ? [] : [{ recordingId, ending: ending as KeptEnding }];
  });
}

/**
 * Removes everything that the library holds of a recording. The original, where there is one, stays.
 * @throws when the disk does not let it go
 */
export async function removeKept(folder: string, recordingId: string): Promise<void> {
  for (const file of [keptFile, partFile, filmPart, newFile, asideFile]) {
    await rm(file(folder, recordingId), { force: true });
  }
}
