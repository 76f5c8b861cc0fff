/** Deleting, other names, and how long recordings may be kept: only while a library is open. */
import { shell } from 'electron';
import { z } from 'zod';
import type { Deletable } from '../db/whatGoes.ts';
import type { DeletingApi, DeletionDone, LinkedFile } from '../preload/api.ts';
import { dayOf, daysLater } from './days.ts';
import { type Calls, call } from './ipc.ts';
import type { Leaving } from './leaving.ts';
import { fingerprintOf } from './media/fingerprint.ts';
import type { OpenLibrary } from './oneLibrary.ts';
import { id, nothing } from './shapes.ts';
import type { viewers } from './viewers.ts';

type Options = {
  library: OpenLibrary;
  viewer: ReturnType<typeof viewers>['viewer'];
  now?: () => Date;
  /** Removes every backup but one of the present state; false when they are still there. */
  removeOldBackups: () => Promise<boolean>;
  trash?: (path: string) => Promise<void>;
  /** Does what is left to do after a deletion. */
  finish: Leaving['finish'];
};

/** The deletion stands, whatever becomes of what is done after it. */
async function happened(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    console.error(error);
    return false;
  }
}

const deletable = {
  noun: z.enum(['session', 'recording', 'therapist', 'group', 'rater']),
  id,
} as const;
/** Soon enough to think about it. */
const soonDays = 30;
const name = z.string().trim().min(1).max(200);
const forget = z.boolean();

export function deletionCalls({
  library,
  viewer,
  now = () => new Date(),
  removeOldBackups,
  trash = shell.trashItem,
  finish,
}: Options) {
  const { store } = library;
  const today = () => dayOf(now());

  /** The file that a recording is linked to, when it may go to the bin: it is still the very same, and nobody else's. */
  async function fileToBin({ noun, id }: Deletable): Promise<string | undefined> {
    const recording = noun === 'session' ? store.recordings.ofSession(id) : store.recordings.find(id);
    if (recording === undefined || recording.keptAt !== null) return undefined;
    const found = await fingerprintOf(recording.path).catch(() => undefined);
    return found === recording.fingerprint ? recording.path : undefined;
  }

  async function binned(path: string | undefined): Promise<LinkedFile> {
    try {
      if (path === undefined || store.recordings.isLinked(path)) return 'notBinned';
      await trash(path);
      return 'binned';
    } catch {
      // The system has no bin for that disk, or the library was closed: the file stays, and the window says so.
      return 'notBinned';
    }
  }

  async function withoutBackups(wanted: boolean): Promise<'kept' | 'removed' | 'notRemoved'> {
    if (!wanted) return 'kept';
    return (await happened(removeOldBackups)) ? 'removed' : 'notRemoved';
  }

  return {
    whatGoes: call(z.strictObject(deletable), (what) => store.whatGoes(what, viewer())),
    deleteIt: call(
      z.strictObject({ ...deletable, asOf: z.int().min(0), bin: z.boolean(), backups: z.boolean() }),
      async ({ asOf, bin, backups, ...what }): Promise<DeletionDone> => {
        const file = bin ? await fileToBin(what) : undefined;
        const deleted = store.deletions.delete(what, asOf, viewer());
        if (deleted.outcome !== 'deleted') return deleted;
        const finished = await happened(finish);
        return {
          outcome: 'deleted',
          file: bin ? await binned(file) : 'left',
          finished,
          backups: await withoutBackups(backups),
        };
      },
    ),
    rename: call(
      z.union([
        z.strictObject({
          noun: z.literal('therapist'),
          id,
          code: z.string().trim().min(1).max(40),
          name: z.string().trim().max(200),
          forget,
        }),
        z.strictObject({ noun: z.enum(['group', 'rater']), id, name, forget }),
      ]),
      async ({ forget, ...named }) => {
        const by = viewer()?.id;
        // Nothing is erased by nobody.
        if (forget && by === undefined) return { outcome: 'nobody' as const, finished: true };
        const outcome = store.naming.rename(named, forget ? by : undefined);
        return {
          outcome,
          finished: forget && outcome === 'renamed' ? await happened(finish) : true,
        };
      },
    ),
    retention: call(id, (sessionId) => {
      const recording = store.recordings.ofSession(sessionId);
      return (
        recording && {
          recordingId: recording.id,
          name: recording.name,
          kept: recording.keptAt !== null,
          keepUntil: recording.keepUntil,
        }
      );
    }),
    keepUntil: call(
      z.strictObject({ recordingId: id, day: z.iso.date().nullable() }),
      ({ recordingId, day }) => ({ found: store.retention.keepUntil(recordingId, day) }),
    ),
    due: call(nothing, () => ({
      today: today(),
      recordings: store.retention.dueBy(daysLater(today(), soonDays)),
    })),
    dueCount: call(nothing, () => store.retention.countDueBy(today())),
  } satisfies Calls<DeletingApi>;
}
