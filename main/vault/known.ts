/** The libraries that were open on this machine, as the settings remember them. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { KnownLibrary } from '../../preload/api.ts';

export const knownLibraries = (folders: readonly string[]): KnownLibrary[] =>
  folders.map((folder) => ({ folder, name: basename(folder) || folder, there: existsSync(folder) }));
