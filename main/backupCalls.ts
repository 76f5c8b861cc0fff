/** What can be asked about backups: while a library is open, and while a damaged one is being put right. */
import { z } from 'zod';
import type { Backups, BackupsApi } from '../preload/api.ts';
import type { Automatic } from './backups/automatic.ts';
import type { MakingElsewhere } from './backups/makingElsewhere.ts';
import { backupNamed } from './backups/names.ts';
import { inRecordWorker } from './inRecordWorker.ts';
import { type Calls, call } from './ipc.ts';
import type { Libraries } from './libraries.ts';
import { nothing } from './shapes.ts';
import { backupsFolder } from './vault/places.ts';

type Options = {
  libraries: Libraries;
  /** Of the library that is open. */
  automatic: () => Automatic | undefined;
  elsewhere: MakingElsewhere;
  migrations: string;
};

/** The window names a backup as it was told of it, and never a path. */
const name = z.string().refine((text) => backupNamed(text) !== undefined);

export function backupCalls({ libraries, automatic, elsewhere, migrations }: Options) {
  /** A library is put right by one hand at a time. */
  let restoring = false;

  async function listed(): Promise<Backups | undefined> {
    const known = libraries.known();
    if (known === undefined) return undefined;
    const list = await inRecordWorker({ do: 'list', folder: known.folder, key: known.keys.database });
    const undo = list.find(({ kind, counts }) => kind === 'beforeRestore' && counts !== undefined);
    return { folder: backupsFolder(known.folder), list, trouble: automatic()?.trouble(), undo };
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
      elsewhere.make(recordings),
    ),
    cancelBackUpElsewhere: call(nothing, elsewhere.stop),
  } satisfies Calls<BackupsApi>;
}
