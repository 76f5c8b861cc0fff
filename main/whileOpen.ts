/** What is there while a library is open, and how all of it ends. */
import type { BrowserWindow } from 'electron';
import type { NotOpened } from '../db/open.ts';
import type { InUse } from '../preload/api.ts';
import { callsOf } from './answers.ts';
import { automatic } from './backups/automatic.ts';
import { deletionCalls } from './deletionCalls.ts';
import type { Desk } from './desk.ts';
import { answerCalls, tell } from './ipc.ts';
import { finishLeaving } from './leaving.ts';
import type { Libraries, OpenLibrary } from './libraries.ts';
import { logCalls } from './logCalls.ts';
import { conversions } from './media/conversions.ts';
import type { Leftover } from './media/leftover.ts';
import type { MachineSettings } from './settings.ts';
import { guardOf } from './trouble/guard.ts';
import { watch } from './trouble/watch.ts';
import type { Attempts } from './vault/attempts.ts';
import type { Keychain } from './vault/keychain.ts';
import { vaultCalls } from './vaultCalls.ts';
import { viewers } from './viewers.ts';
import { warningCalls } from './warningCalls.ts';

type Options = {
  library: OpenLibrary;
  libraries: Libraries;
  settings: MachineSettings;
  desk: Desk;
  window: () => BrowserWindow | undefined;
  attempts: Attempts;
  keychain: Keychain;
  copies: Leftover;
  /** Called once, when another has taken the library over. */
  onTaken: (by: InUse) => void;
  /** Called when the record turns out to be damaged. */
  onDamage: (reason: NotOpened) => void;
};

export type WhileOpen = ReturnType<typeof whileOpen>;

export function whileOpen({
  library,
  libraries,
  settings,
  desk,
  window,
  attempts,
  keychain,
  copies,
  onTaken,
  onDamage,
}: Options) {
  const { store, hold, folder } = library;
  const { viewer } = viewers(store, desk);
  const making = conversions({ store, leftover: copies, askForPlace: desk.askWhereToCopy });
  const guard = guardOf({
    store,
    hold,
    folder,
    onAway: (away) => tell(window(), 'libraryAway', away),
    onTaken,
    onDamage,
  });
  const backups = automatic({
    library,
    onDamage,
    onMade: () => tell(window(), 'backupMade', null),
    onTrouble: (trouble) => tell(window(), 'backupTrouble', trouble),
  });
  const log = logCalls({ library, viewer, onProgress: (progress) => tell(window(), 'verifying', progress) });
  const leaving = new AbortController();
  const deleting = deletionCalls({
    library,
    viewer,
    signal: leaving.signal,
    removeOldBackups: async () => (await backups.removeOld())?.outcome === 'made',
  });
  // What a deletion left behind the last time.
  finishLeaving(library, leaving.signal).catch((error: unknown) => {
    if (!leaving.signal.aborted) console.error(error);
  });
  const ends = [
    answerCalls({ ...callsOf(store, desk, making), ...log.calls, ...deleting }, guard),
    answerCalls(vaultCalls({ libraries, attempts, keychain, onKeysChanged: backups.keysChanged })),
    answerCalls(warningCalls({ store, folder, settings, now: () => new Date() })),
    watch(guard, hold),
    making.stop,
    log.stop,
    () => leaving.abort(),
    backups.end,
  ];

  return {
    backups,
    /** Whether something is being made that would be lost. */
    busy: making.busy,
    end(): void {
      for (const end of ends) end();
    },
  };
}
