/** What is there while a library is open, and how all of it ends. */
import { app, type BrowserWindow } from 'electron';
import type { NotOpened } from '../db/open.ts';
import type { InUse } from '../preload/api.ts';
import { agreementCalls } from './agreementCalls.ts';
import { callsOf } from './answers.ts';
import { automatic } from './backups/automatic.ts';
import { certificateCalls } from './certificateCalls.ts';
import { consensusCalls } from './consensusCalls.ts';
import { deletionCalls } from './deletionCalls.ts';
import type { Desk } from './desk.ts';
import { answerCalls, tell } from './ipc.ts';
import { keepingCalls } from './keepingCalls.ts';
import { leavingOf } from './leaving.ts';
import type { Libraries } from './libraries.ts';
import { logCalls } from './logCalls.ts';
import type { Leftover } from './media/leftover.ts';
import type { OpenLibrary } from './oneLibrary.ts';
import { programmeCalls } from './programmeCalls.ts';
import { recordingsOf } from './recordingsOf.ts';
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
  /** Each remembers one plain file that is being written. */
  copies: Leftover;
  takenOut: Leftover;
  /** Called once, when another has taken the library over. */
  onTaken: (by: InUse) => void;
  /** Called when the record turns out to be damaged. */
  onDamage: (reason: NotOpened) => void;
};

/** The word that asks about it. */
type Unfinished = 'copyUnfinished' | 'keepingUnfinished' | 'takingOutUnfinished';

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
  takenOut,
  onTaken,
  onDamage,
}: Options) {
  const { store, hold, folder } = library;
  const people = viewers(store, desk);
  const { viewer } = people;
  const recordings = recordingsOf({
    ...library,
    desk,
    copies,
    takenOut,
    onKeeping: (keeping) => tell(window(), 'keeping', keeping),
    onDamaged: (recordingId) => tell(window(), 'damaged', recordingId),
  });
  const { conversions, kept, keeping } = recordings;
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
  const agreement = agreementCalls({
    store,
    viewer,
    onProgress: (progress) => tell(window(), 'agreementProgress', progress),
  });
  const programmes = programmeCalls({ store, viewer, now: () => new Date() });
  const certificates = certificateCalls({
    store,
    viewer,
    desk,
    ...programmes,
    isHidden: (asked) => programmes.calls.attemptResult.run(asked)?.outcome === 'hidden',
    toolVersion: app.getVersion(),
  });
  const log = logCalls({ library, viewer, onProgress: (progress) => tell(window(), 'verifying', progress) });
  const leaving = leavingOf({ library });
  const deleting = deletionCalls({
    library,
    viewer,
    finish: leaving.finish,
    removeOldBackups: async () => (await backups.removeOld())?.outcome === 'made',
  });
  const ends = [
    answerCalls(
      {
        ...callsOf(store, desk, conversions, kept),
        ...keepingCalls(keeping),
        ...log.calls,
        ...agreement.calls,
        ...programmes.calls,
        ...certificates,
        ...consensusCalls({ store, people }),
        ...deleting,
      },
      { ...guard, ready: leaving.ready },
    ),
    answerCalls(vaultCalls({ libraries, attempts, keychain, onKeysChanged: backups.keysChanged })),
    answerCalls(warningCalls({ store, folder, settings, now: () => new Date() })),
    watch(guard, hold),
    guard.end,
    recordings.stop,
    log.stop,
    leaving.stop,
    agreement.stop,
  ];

  return {
    backups,
    /** What plays, by the id of a recording. */
    recording: recordings.open,
    /** What would be lost, or wait, if the library were closed now. */
    unfinished(): Unfinished | undefined {
      if (conversions.busy()) return 'copyUnfinished';
      const step = keeping.busy();
      if (step === undefined) return undefined;
      return step === 'takingOut' ? 'takingOutUnfinished' : 'keepingUnfinished';
    },
    /** After the end: resolves when nothing of this library is read or written here any more. */
    async settled(): Promise<void> {
      await Promise.all([leaving.settled(), backups.settled()]);
    },
    /** @param whole whether the record may be copied once more */
    end(whole: boolean): void {
      // Whatever one of them stumbles over, the others end as well.
      for (const end of [...ends, whole ? backups.end : backups.stop]) {
        try {
          end();
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}
