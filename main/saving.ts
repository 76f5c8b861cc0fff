/** Files go where the save dialog says, whole or not at all; the folder is remembered for the next one. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { SavedFile } from '../preload/api.ts';

export type Place = {
  /** Of the dialog. */
  title: string;
  /** Of the file, with its ending. */
  name: string;
  kind: { name: string; extensions: string[] };
};

export type Saving = ReturnType<typeof saving>;

/** @param folder where something was saved last, as the settings of this machine remember */
export function saving(folder: { get: () => string | null; keep: (path: string) => void }) {
  return {
    /** Asks for a place, makes the bytes, and writes them there. */
    async save(
      { title, name, kind }: Place,
      make: () => Promise<Uint8Array> | Uint8Array,
    ): Promise<SavedFile> {
      const { filePath } = await dialog.showSaveDialog({
        title,
        defaultPath: join(folder.get() ?? app.getPath('documents'), name),
        filters: [kind],
      });
      if (!filePath) return 'cancelled';
      const outcome = await writeWhole(filePath, await make());
      if (outcome === 'saved') folder.keep(dirname(filePath));
      return outcome;
    },
  };
}

/** Beside its place first, so that a file that stood there is lost only to a whole one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<Exclude<SavedFile, 'cancelled'>> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await writeFile(beside, bytes, { flag: 'wx', flush: true });
    await rename(beside, path);
    return 'saved';
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const { code } = error as NodeJS.ErrnoException; // What Node's file functions throw.
    return code === 'ENOSPC' || code === 'EDQUOT' ? 'noRoom' : 'unwritable';
  }
}
