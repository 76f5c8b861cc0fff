/** Whether something lies where a file is to be written. */
import { stat } from 'node:fs/promises';
import type { Recording } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { fingerprintOf } from './fingerprint.ts';

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whether both are one file, by whatever name or link; false where there is none. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  );
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}

/** Whether a recording lies at this place: the one that is converted, by whatever name or link, or any other. */
export async function holdsRecording(
  store: Store,
  place: string,
  { path }: Pick<Recording, 'path'>,
): Promise<boolean> {
  const there = await stat(place).catch(() => undefined);
  if (there === undefined) return false;
  if (!there.isFile() || (await isSameFile(place, path))) return true;
  const fingerprint = await fingerprintOf(place).catch(() => undefined);
  return fingerprint !== undefined && store.recordings.withFingerprint(fingerprint) !== undefined;
}
