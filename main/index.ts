/** The start, in order. Nothing here waits at the top level: an ESM main that does never becomes ready. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import type { Settings } from '../preload/api.ts';
import { agreementCalls } from './agreementCalls.ts';
import { callsOf } from './answers.ts';
import { deskOf } from './desk.ts';
import { answerCalls, tell } from './ipc.ts';
import { libraries, type OpenLibrary } from './libraries.ts';
import { libraryCalls } from './libraryCalls.ts';
import { type Conversions, conversions } from './media/conversions.ts';
import { leftover } from './media/leftover.ts';
import { registerScheme, servePage } from './page.ts';
import { openSettings } from './settings.ts';
import { viewers } from './viewers.ts';
import { wallSession } from './walls.ts';
import { openWindow } from './window.ts';
import { wordsIn } from './words.ts';

registerScheme();
// One writer: a second copy shows the first one's window and ends.
if (!app.requestSingleInstanceLock()) app.quit();
else {
  // Nothing is ever looked up: no name resolves, so not even a look-up leaves the machine.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
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
  let window: BrowserWindow | undefined;
  let copies: Conversions | undefined;
  const desk = deskOf({ settings, window: () => window, onSettings: paint });

  /** What is there while a library is open; gives what ends it. */
  function onOpen({ store }: OpenLibrary): () => void {
    const making = conversions({ store, leftover: left, askForPlace: desk.askWhereToCopy });
    const off = answerCalls(callsOf(store, desk, making));
    const agreement = agreementCalls({
      store,
      viewer: viewers(store, desk).viewer,
      onProgress: (progress) => tell(window, 'agreementProgress', progress),
    });
    const offAgreement = answerCalls(agreement.calls);
    copies = making;
    return () => {
      off();
      offAgreement();
      agreement.stop();
      making.stop();
      copies = undefined;
    };
  }

  const named = app.commandLine.getSwitchValue('library');
  const library = libraries({
    folder: named || settings.get().libraries[0],
    migrations: join(appPath, 'db/migrations'),
    onOpen,
    remember(folder) {
      const others = settings.get().libraries.filter((other) => other !== folder);
      // A library named on the command line is a visit.
      if (!named) settings.save({ libraries: [folder, ...others].slice(0, 10) });
    },
  });

  function lock(): void {
    library.close();
    for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
    // The page starts anew: nothing of the library outlives that in the window.
    window?.webContents.reload();
  }

  wallSession(session.defaultSession);
  servePage(
    session.defaultSession,
    join(appPath, 'out/renderer'),
    (id) => library.opened()?.store.recordings.find(id)?.path,
  );
  answerCalls(libraryCalls({ libraries: library, settings, desk, lock }));

  paint(settings.get());
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const show = () => {
    const opening = openWindow(appPath, nativeTheme.shouldUseDarkColors);
    opening.on('close', (event) => {
      if (copies?.busy() && !leavesCopy(opening)) event.preventDefault();
    });
    window = opening;
  };
  show();

  function leavesCopy(window: BrowserWindow): boolean {
    const words = wordsIn(settings.get().language);
    const buttons = [words.goOn, words.close];
    const message = words.copyUnfinished;
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
