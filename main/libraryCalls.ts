/** What can be asked although no library is open: which one, and the way into it. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { z } from 'zod';
import type { LibrariesApi, Start } from '../preload/api.ts';
import type { Desk } from './desk.ts';
import { type Calls, call } from './ipc.ts';
import type { Libraries } from './libraries.ts';
import { type MachineSettings, someSettings } from './settings.ts';
import { nothing, secretText } from './shapes.ts';
import type { Keychain } from './vault/keychain.ts';
import { knownLibraries } from './vault/known.ts';
import { wordsIn } from './words.ts';

const folder = z.string().min(1).max(4096);
/** `keychain`: the keychain of the system gets the keys as well. */
const withPassphrase = z.strictObject({ passphrase: secretText, keychain: z.boolean() });

type Options = {
  libraries: Libraries;
  settings: MachineSettings;
  desk: Desk;
  keychain: Keychain;
  /** Closes the library and empties the window. */
  lock: () => void;
  /** Asks where something would be lost; whether to go on. */
  mayLock: () => boolean;
  /** Lets the window save what is typed, and locks. */
  lockSoon: () => void;
};

export function libraryCalls({ libraries, settings, desk, keychain, lock, mayLock, lockSoon }: Options) {
  // A place is named by a person in a dialog and kept here: the window cannot make one up.
  let place = join(app.getPath('documents'), app.getName());

  async function askForFolder(title: 'chooseLibrary' | 'newLibrary'): Promise<string | undefined> {
    const { filePaths } = await dialog.showOpenDialog({
      title: wordsIn(settings.get().language)[title],
      properties: ['openDirectory', 'createDirectory'],
      defaultPath: app.getPath('documents'),
    });
    return filePaths[0];
  }

  function turnTo(other: string | undefined): void {
    const wasOpen = libraries.opened() !== undefined;
    if (wasOpen && !mayLock()) return;
    if (wasOpen) libraries.lock();
    libraries.choose(other);
    if (wasOpen) lock();
  }

  function offerKeychain<M extends { outcome: string }>(wanted: { keychain: boolean }, made: M): M {
    const open = libraries.opened();
    if (wanted.keychain && made.outcome === 'made' && open !== undefined)
      keychain.keep(open.folder, open.keys);
    return made;
  }

  return {
    start: call(
      nothing,
      (): Start => ({
        settings: settings.get(),
        version: app.getVersion(),
        demo: app.commandLine.hasSwitch('demo'),
        library: libraries.state(),
      }),
    ),
    saveSettings: call(someSettings, desk.saveSettings),
    libraryPlace: call(nothing, () => place),
    chooseLibraryPlace: call(nothing, async () => {
      place = (await askForFolder('newLibrary')) ?? place;
      return place;
    }),
    keychain: call(nothing, () => {
      const open = libraries.opened();
      return { available: keychain.available(), kept: open !== undefined && keychain.holds(open.folder) };
    }),
    makeLibrary: call(withPassphrase, async (wanted) =>
      offerKeychain(wanted, await libraries.make(place, wanted.passphrase)),
    ),
    encryptLibrary: call(withPassphrase, async (wanted) =>
      offerKeychain(wanted, await libraries.encrypt(wanted.passphrase)),
    ),
    chooseLibrary: call(nothing, async () => {
      const chosen = libraries.opened() ? undefined : await askForFolder('chooseLibrary');
      if (chosen !== undefined) libraries.choose(chosen);
      return { chosen: chosen !== undefined };
    }),
    leaveLibrary: call(nothing, () => turnTo(undefined)),
    libraries: call(nothing, () => knownLibraries(settings.get().libraries)),
    turnToLibrary: call(folder, (wanted) => {
      // Only one that this machine knows: the window cannot make a place up.
      const found = settings.get().libraries.includes(wanted);
      if (found) turnTo(wanted);
      return { found };
    }),
    forgetLibrary: call(folder, (gone) => {
      // Whoever takes a library off the list of this machine leaves no way into it there.
      keychain.forgetIn(gone);
      const others = settings.get().libraries.filter((one) => one !== gone);
      return knownLibraries(settings.save({ libraries: others }).libraries);
    }),
    unlock: call(
      z.union([
        z.strictObject({ passphrase: secretText }),
        z.strictObject({ recoveryCode: secretText }),
        z.strictObject({ keychain: z.literal(true) }),
      ]),
      libraries.unlock,
    ),
    lock: call(nothing, lock),
    tryAgain: call(z.strictObject({ anyway: z.boolean() }), ({ anyway }) => libraries.tryAgain(anyway)),
    lockByHand: call(nothing, () => {
      if (mayLock()) lockSoon();
    }),
  } satisfies Calls<LibrariesApi>;
}
