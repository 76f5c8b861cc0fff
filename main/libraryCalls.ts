/** What can be asked although no library is open: which one, and the way into it. */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { z } from 'zod';
import type { Start } from '../preload/api.ts';
import type { Calls } from './answers.ts';
import type { Desk } from './desk.ts';
import { call } from './ipc.ts';
import type { Libraries } from './libraries.ts';
import { type MachineSettings, someSettings } from './settings.ts';
import { nothing } from './shapes.ts';
import { wordsIn } from './words.ts';

/** Long enough for a sentence, short enough for a mistake to be noticed. */
const secret = z.string().min(1).max(1000);
const newPassphrase = z.string().min(10).max(1000);

type Options = {
  libraries: Libraries;
  settings: MachineSettings;
  desk: Desk;
  /** Closes the library and empties the window. */
  lock: () => void;
};

export function libraryCalls({ libraries, settings, desk, lock }: Options) {
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
    makeLibrary: call(z.strictObject({ passphrase: newPassphrase }), ({ passphrase }) =>
      libraries.make(place, passphrase),
    ),
    chooseLibrary: call(nothing, async () => {
      const chosen = libraries.opened() ? undefined : await askForFolder('chooseLibrary');
      if (chosen !== undefined) libraries.choose(chosen);
      return { chosen: chosen !== undefined };
    }),
    leaveLibrary: call(nothing, () => {
      if (libraries.opened() === undefined) libraries.choose(undefined);
    }),
    unlock: call(
      z.union([z.strictObject({ passphrase: secret }), z.strictObject({ recoveryCode: secret })]),
      libraries.unlock,
    ),
    lock: call(nothing, lock),
    tryAgain: call(z.strictObject({ anyway: z.boolean() }), ({ anyway }) => libraries.tryAgain(anyway)),
  } satisfies Calls<
    | 'start'
    | 'saveSettings'
    | 'libraryPlace'
    | 'chooseLibraryPlace'
    | 'makeLibrary'
    | 'chooseLibrary'
    | 'leaveLibrary'
    | 'unlock'
    | 'lock'
    | 'tryAgain'
  >;
}
