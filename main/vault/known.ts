/** The libraries of this machine: those that were open, as the settings remember them, and the one from before. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KnownLibrary } from '../../preload/api.ts';
import { recordFile } from './places.ts';

export const knownLibraries = (folders: readonly string[]): KnownLibrary[] =>
  folders.map((folder) => ({ folder, name: basename(folder) || folder, there: existsSync(folder) }));

/** Versions that did not encrypt kept the one library of a machine here, and remembered none; undefined when it is not there. */
export function earlierLibrary(userData: string): string | undefined {
  const folder = join(userData, 'library');
  return existsSync(recordFile(folder)) ? folder : undefined;
}
