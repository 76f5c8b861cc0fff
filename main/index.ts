/** The start, in order. Nothing here waits at the top level: an ESM main that does never becomes ready. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, safeStorage } from 'electron';
import type { InUse, Settings } from '../preload/api.ts';
import { callsOf } from './answers.ts';
import { deletionCalls } from './deletionCalls.ts';
import { deskOf } from './desk.ts';
import { answerCalls, tell } from './ipc.ts';
import { finishLeaving } from './leaving.ts';
import { libraries, type OpenLibrary } from './libraries.ts';
import { libraryCalls } from './libraryCalls.ts';
import { locking } from './locking.ts';
import { logCalls } from './logCalls.ts';
import { type Conversions, conversions } from './media/conversions.ts';
import { leftover } from './media/leftover.ts';
import { registerScheme, servePage } from './page.ts';
import { openSettings } from './settings.ts';
import { quietChromium } from './switches.ts';
import { guardOf } from './trouble/guard.ts';
import { thisMachine } from './trouble/machine.ts';
import { watch } from './trouble/watch.ts';
import { attempts } from './vault/attempts.ts';
import { keychain } from './vault/keychain.ts';
import { vaultCalls } from './vaultCalls.ts';
import { viewers } from './viewers.ts';
import { buildWalls, windowSession } from './walls.ts';
import { warningCalls } from './warningCalls.ts';
import { openWindow } from './window.ts';
import { watchOver } from './windowTrouble.ts';
import { wordsIn } from './words.ts';

registerScheme();
// One writer: a second copy shows the first one's window and ends.
if (!app.requestSingleInstanceLock()) app.quit();
else {
  quietChromium(app);
  buildWalls(app);
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      // Without a window the program would hold its lock unseen.
      dialog.showErrorBox(app.getName(), String(error));
      app.exit(1);
    });
}

function start(): void {
  const appPath = app.getAppPath();
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'), app.getLocale());
  const left = leftover(join(app.getPath('userData'), 'leftover.json'));
  const attempted = attempts(join(app.getPath('userData'), 'attempts.json'));
  const chain = keychain(join(app.getPath('userData'), 'keychain.json'), safeStorage);
  let window: BrowserWindow | undefined;
  let startPageAgain: () => void = () => undefined;
  let copies: Conversions | undefined;
  const desk = deskOf({ settings, window: () => window, onSettings: paint });

  /** What is there while a library is open; gives what ends it. */
  function onOpen(opened: OpenLibrary): () => void {
    const { store, hold, folder } = opened;
    const { viewer } = viewers(store, desk);
    const making = conversions({ store, leftover: left, askForPlace: desk.askWhereToCopy });
    const guard = guardOf({
      store,
      hold,
      folder,
      onAway: (away) => tell(window, 'libraryAway', away),
      onTaken: takenOver,
    });
    const log = logCalls({
      library: opened,
      viewer,
      onProgress: (progress) => tell(window, 'verifying', progress),
    });
    const leaving = new AbortController();
    // What a deletion left behind the last time.
    finishLeaving(opened, leaving.signal).catch((error: unknown) => {
      if (!leaving.signal.aborted) console.error(error);
    });
    const endings = [
      answerCalls(
        {
          ...callsOf(store, desk, making),
          ...log.calls,
          ...deletionCalls({ library: opened, viewer, signal: leaving.signal }),
        },
        guard,
      ),
      answerCalls(vaultCalls({ libraries: library, attempts: attempted, keychain: chain })),
      answerCalls(warningCalls({ store, folder, settings, now: () => new Date() })),
      watch(guard, hold),
    ];
    copies = making;
    locks.opened();
    return () => {
      for (const end of endings) end();
      making.stop();
      log.stop();
      leaving.abort();
      copies = undefined;
    };
  }

  const named = app.commandLine.getSwitchValue('library');
  const library = libraries({
    folder: named || settings.get().libraries[0],
    migrations: join(appPath, 'db/migrations'),
    machine: thisMachine(join(app.getPath('userData'), 'machine')),
    attempts: attempted,
    keychain: chain,
    viewerId: () => settings.get().raterId,
    onOpen,
    remember(folder) {
      const others = settings.get().libraries.filter((other) => other !== folder);
      // A library named on the command line is a visit.
      if (!named) settings.remember({ libraries: [folder, ...others].slice(0, 10) });
    },
  });

  function lock(): void {
    library.lock();
    emptyWindow();
  }

  function takenOver(by: InUse): void {
    library.takenOver(by);
    emptyWindow();
  }

  function emptyWindow(): void {
    for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
    // The page starts anew: nothing of the library outlives that in the window.
    if (window !== undefined && !window.isDestroyed()) startPageAgain();
  }

  const locks = locking({
    window: () => window,
    isOpen: () => library.opened() !== undefined,
    isBusy: () => copies?.busy() ?? false,
    afterMinutes: () => settings.get().lockAfterMinutes,
    lock,
  });

  servePage(
    windowSession(),
    join(appPath, 'out/renderer'),
    (id) => library.opened()?.store.recordings.find(id)?.path,
  );
  answerCalls(
    libraryCalls({
      libraries: library,
      settings,
      desk,
      keychain: chain,
      lock: locks.now,
      lockByHand() {
        if (!copies?.busy() || leavesCopy('lock')) locks.lockSoon();
      },
    }),
  );

  paint(settings.get());
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const show = () => {
    const opening = openWindow(appPath, nativeTheme.shouldUseDarkColors);
    opening.on('close', (event) => {
      if (copies?.busy() && !leavesCopy('close')) event.preventDefault();
    });
    window = opening;
    locks.watch(opening);
    startPageAgain = watchOver(opening, () => wordsIn(settings.get().language));
  };
  show();

  function leavesCopy(by: 'close' | 'lock'): boolean {
    if (window === undefined) return true;
    const words = wordsIn(settings.get().language);
    const buttons = [words.goOn, words[by]];
    const message = by === 'lock' ? words.lockUnfinished : words.copyUnfinished;
    return dialog.showMessageBoxSync(window, { type: 'question', message, buttons, cancelId: 0 }) === 1;
  }

  app.on('second-instance', () => {
    if (window === undefined || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', library.close);
}

function paint({ colours }: Settings): void {
  nativeTheme.themeSource = colours === 'auto' ? 'system' : colours;
}
