/** Files go where the save dialog says, whole or not at all; the folder is remembered for the next one. */
import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { SavedFile } from '../preload/api.ts';
import { stillThere, writeWhole } from './wholeFile.ts';

type Place = {
  /** Of the dialog. */
  title: string;
  /** Of the file, with its ending. */
  name: string;
  kind: { name: string; extensions: string[] };
};

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
        defaultPath: join((await stillThere(folder.get())) ?? app.getPath('documents'), name),
        filters: [kind],
      });
      if (!filePath) return 'cancelled';
      const outcome = await writeWhole(filePath, await make());
      if (outcome === 'saved') remember(dirname(filePath));
      return outcome;
    },
  };

  function remember(path: string): void {
    try {
      folder.keep(path);
    } catch (error) {
      // What was asked for is saved; that its folder is proposed next time is not worth a warning on screen.
      console.error(`the folder of the last file is not remembered: ${String(error)}`);
    }
  }
}
