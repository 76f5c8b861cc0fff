/** What can be asked about backups: while a library is open, and while a damaged one is being put right. */
import { existsSync } from 'node:fs';
import { app, dialog } from 'electron';
import { z } from 'zod';
import type { Backups } from '../preload/api.ts';
import type { Calls } from './answers.ts';
import type { Automatic } from './backups/automatic.ts';
import { backupNamed } from './backups/names.ts';
import { inRecordWorker } from './inRecordWorker.ts';
import { call } from './ipc.ts';
import type { Libraries } from './libraries.ts';
import { nothing } from './shapes.ts';
import { backupsFolder } from './vault/places.ts';
import type { wordsIn } from './words.ts';

type Options = {
  libraries: Libraries;
  /** Of the library that is open. */
  automatic: () => Automatic | undefined;
  migrations: string;
  words: () => ReturnType<typeof wordsIn>;
  onShare: (share: number) => void;
};

/** The window names a backup as it was told of it, and never a path. */
const name = z.string().refine((text) => backupNamed(text) !== undefined);

export function backupCalls({ libraries, automatic, migrations, words, onShare }: Options) {
  let stop: Int32Array<SharedArrayBuffer> | undefined;
  /** A library is put right by one hand at a time. */
  let restoring = false;

  async function listed(): Promise<Backups | undefined> {
    const known = libraries.known();
    if (known === undefined) return undefined;
    const list = await inRecordWorker({ do: 'list', folder: known.folder, key: known.keys.database });
    const undo = list.find(({ kind, counts }) => kind === 'beforeRestore' && counts !== undefined);
    return { folder: backupsFolder(known.folder), list, trouble: automatic()?.trouble(), undo };
  }

  async function askForPlace(): Promise<string | undefined> {
    const { filePaths } = await dialog.showOpenDialog({
      title: words().chooseBackupPlace,
      properties: ['openDirectory', 'createDirectory'],
      defaultPath: app.getPath('home'),
    });
    return filePaths[0];
  }

  async function elsewhere(recordings: boolean) {
    const place = stop === undefined ? await askForPlace() : undefined;
    const known = libraries.known();
    if (place === undefined || known === undefined) return { outcome: 'cancelled' as const };
    const { folder, keys } = known;
    // Someone may have taken the disk out between the dialog and here.
    if (!existsSync(place)) return { outcome: 'unwritable' as const };
    stop = new Int32Array(new SharedArrayBuffer(4));
    try {
      const work = {
        folder,
        key: keys.database,
        place,
        title: words().backupTitle,
        recordings,
        now: new Date(),
        stop,
      };
      return await inRecordWorker({ do: 'elsewhere', ...work }, { onProgress: onShare });
    } finally {
      stop = undefined;
    }
  }

  return {
    backups: call(nothing, listed),
    makeBackup: call(nothing, async () => {
      const made = await automatic()?.make();
      const outcome = made?.outcome ?? 'unwritable';
      if (outcome === 'notRead') return { outcome: 'damaged' as const };
      return { outcome: outcome === 'nothingNew' ? ('made' as const) : outcome };
    }),
    previewRestore: call(name, async (chosen) => {
      const known = libraries.known();
      if (known === undefined) return { outcome: 'gone' as const };
      automatic()?.choose(chosen);
      return inRecordWorker({
        do: 'preview',
        folder: known.folder,
        key: known.keys.database,
        name: chosen,
      });
    }),
    restoreBackup: call(name, async (chosen) => {
      if (restoring) return { outcome: 'notOpened' as const };
      restoring = true;
      automatic()?.choose(chosen);
      try {
        // Whoever still reads the record would hold its file.
        await automatic()?.settled();
        const found = await libraries.closedFor((folder, { database }) =>
          inRecordWorker({ do: 'restore', folder, key: database, name: chosen, now: new Date() }),
        );
        if (found === undefined) return { outcome: 'notOpened' as const };
        const { done, opened } = found;
        return { outcome: done === 'restored' && !opened ? ('notOpened' as const) : done };
      } finally {
        restoring = false;
      }
    }),
    salvage: call(nothing, async () => {
      const known = libraries.known();
      if (known === undefined) return { outcome: 'nothing' as const };
      const { folder, keys } = known;
      return inRecordWorker({ do: 'salvage', folder, key: keys.database, migrations, now: new Date() });
    }),
    backUpElsewhere: call(z.strictObject({ recordings: z.boolean() }), ({ recordings }) =>
      elsewhere(recordings),
    ),
    cancelBackUpElsewhere: call(nothing, () => {
      if (stop !== undefined) Atomics.store(stop, 0, 1);
    }),
  } satisfies Calls<
    | 'backups'
    | 'makeBackup'
    | 'previewRestore'
    | 'restoreBackup'
    | 'salvage'
    | 'backUpElsewhere'
    | 'cancelBackUpElsewhere'
  >;
}
