/** The start, in order. Nothing here waits at the top level: an ESM main that does never becomes ready. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, safeStorage } from 'electron';
import type { NotOpened } from '../db/open.ts';
import type { InUse, Settings } from '../preload/api.ts';
import { backupCalls } from './backupCalls.ts';
import { backUpBeforeMigration } from './backups/beforeMigration.ts';
import { makingElsewhere } from './backups/makingElsewhere.ts';
import { deskOf } from './desk.ts';
import { answerCalls, tell } from './ipc.ts';
import { libraries } from './libraries.ts';
import { libraryCalls } from './libraryCalls.ts';
import { locking } from './locking.ts';
import { leftover } from './media/leftover.ts';
import type { AtWork, OpenLibrary } from './oneLibrary.ts';
import { registerScheme, servePage } from './page.ts';
import { openSettings } from './settings.ts';
import { quietChromium } from './switches.ts';
import { thisMachine } from './trouble/machine.ts';
import { attempts } from './vault/attempts.ts';
import { keychain } from './vault/keychain.ts';
import { earlierLibrary } from './vault/known.ts';
import { buildWalls, windowSession } from './walls.ts';
import { type WhileOpen, whileOpen } from './whileOpen.ts';
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
  const copies = leftover(join(app.getPath('userData'), 'leftover.json'));
  const takenOut = leftover(join(app.getPath('userData'), 'takenOut.json'));
  const attempted = attempts(join(app.getPath('userData'), 'attempts.json'));
  const chain = keychain(join(app.getPath('userData'), 'keychain.json'), safeStorage);
  let window: BrowserWindow | undefined;
  let startPageAgain: () => void = () => undefined;
  let open: WhileOpen | undefined;
  const desk = deskOf({ settings, window: () => window, onSettings: paint });

  function onOpen(library: OpenLibrary): AtWork {
    const opened = whileOpen({
      library,
      libraries: all,
      settings,
      desk,
      window: () => window,
      attempts: attempted,
      keychain: chain,
      copies,
      takenOut,
      onTaken: takenOver,
      onDamage: damaged,
    });
    open = opened;
    locks.opened();
    return {
      settled: opened.settled,
      end(whole) {
        backingUp.stop();
        opened.end(whole);
        open = undefined;
      },
    };
  }

  const migrations = join(appPath, 'db/migrations');
  const named = app.commandLine.getSwitchValue('library');
  const all = libraries({
    folder: named || (settings.get().libraries[0] ?? earlierLibrary(app.getPath('userData'))),
    migrations,
    machine: thisMachine(join(app.getPath('userData'), 'machine')),
    attempts: attempted,
    keychain: chain,
    viewerId: () => settings.get().raterId,
    beforeOpen: (folder, keys) => backUpBeforeMigration(folder, keys, migrations),
    onOpen,
    remember(folder) {
      const others = settings.get().libraries.filter((other) => other !== folder);
      // A library named on the command line is a visit.
      if (!named) settings.remember({ libraries: [folder, ...others].slice(0, 10) });
    },
  });

  function lock(): void {
    all.lock();
    emptyWindow();
  }

  function takenOver(by: InUse): void {
    all.takenOver(by);
    emptyWindow();
  }

  /** What was found in the middle of work: nobody works on in a record of which some cannot be read. */
  function damaged(reason: NotOpened): void {
    all.fail(reason);
    emptyWindow();
  }

  function emptyWindow(): void {
    for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
    // The page starts anew: nothing of the library outlives that in the window.
    if (window !== undefined && !window.isDestroyed()) startPageAgain();
  }

  const backingUp = makingElsewhere({
    known: all.known,
    title: () => wordsIn(settings.get().language).backupTitle,
    onShare: (share) => tell(window, 'backupShare', share),
    async askForPlace() {
      const { filePaths } = await dialog.showOpenDialog({
        title: wordsIn(settings.get().language).chooseBackupPlace,
        properties: ['openDirectory', 'createDirectory'],
        defaultPath: app.getPath('home'),
      });
      return filePaths[0];
    },
  });

  const unfinished = () => open?.unfinished() ?? backingUp.unfinished();

  const locks = locking({
    window: () => window,
    isOpen: () => all.known() !== undefined,
    isBusy: () => all.isWorking() || unfinished() !== undefined,
    afterMinutes: () => settings.get().lockAfterMinutes,
    lock,
  });

  servePage(windowSession(), join(appPath, 'out/renderer'), async (id) => open?.recording(id));
  answerCalls(
    libraryCalls({
      libraries: all,
      settings,
      desk,
      keychain: chain,
      lock: locks.now,
      mayLock: () => leaves('lock'),
      lockSoon: locks.lockSoon,
    }),
  );

  answerCalls(
    backupCalls({
      libraries: all,
      automatic: () => open?.backups,
      elsewhere: backingUp,
      migrations,
    }),
  );

  paint(settings.get());
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const show = () => {
    const opening = openWindow(appPath, nativeTheme.shouldUseDarkColors);
    opening.on('close', (event) => {
      if (!leaves('close')) event.preventDefault();
    });
    window = opening;
    locks.watch(opening);
    startPageAgain = watchOver(opening, () => wordsIn(settings.get().language));
  };
  show();

  /** Whether what is unfinished, if anything, may be left so. */
  function leaves(by: 'close' | 'lock'): boolean {
    const what = unfinished();
    if (window === undefined || what === undefined) return true;
    const words = wordsIn(settings.get().language);
    const question = by === 'lock' ? words.lockAnyway : words.closeAnyway;
    const message = `${words[what]} ${question}`;
    const buttons = [words.goOn, words[by]];
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
  app.on('will-quit', (event) => {
    all.close();
    backingUp.leave();
    // A thread that rewrites the record cannot be interrupted, only waited for.
    event.preventDefault();
    all.settled().finally(() => setImmediate(() => app.exit()));
  });
}

function paint({ colours }: Settings): void {
  nativeTheme.themeSource = colours === 'auto' ? 'system' : colours;
}
