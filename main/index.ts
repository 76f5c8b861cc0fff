/** The start, in order. Nothing here waits at the top level: an ESM main that does never becomes ready. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import type { Settings } from '../preload/api.ts';
import { callsBeforeOpening, callsOf, type Desk } from './answers.ts';
import { answerCalls } from './ipc.ts';
import { openLibrary } from './library.ts';
import { conversions } from './media/conversions.ts';
import { leftover } from './media/leftover.ts';
import { registerScheme, servePage } from './page.ts';
import { pagePdf, printPage } from './printing.ts';
import { saving } from './saving.ts';
import { openSettings } from './settings.ts';
import { wallSession } from './walls.ts';
import { openWindow } from './window.ts';
import { wordsIn } from './words.ts';

const mediaEndings = 'mp4 m4v mov webm mkv mp3 m4a aac wav ogg oga opus flac avi mts m2ts ts wmv mpg'.split(
  ' ',
);

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
  const folder = app.commandLine.getSwitchValue('library') || join(app.getPath('userData'), 'library');
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'), app.getLocale());
  const opened = openLibrary(folder, join(appPath, 'db/migrations'));

  const files = saving({
    get: () => settings.get().exportFolder,
    keep: (exportFolder) => void settings.save({ exportFolder }),
  });

  let window: BrowserWindow | undefined;
  const desk: Desk = {
    start: () => ({
      settings: settings.get(),
      version: app.getVersion(),
      demo: app.commandLine.hasSwitch('demo'),
      library: 'store' in opened ? { open: true } : { open: false, ...opened },
    }),
    saveSettings(some) {
      const saved = settings.save(some);
      paint(saved);
      return saved;
    },
    raterId: () => settings.get().raterId,
    keepRater: (raterId) => void settings.save({ raterId }),
    async askForFile(title) {
      const words = wordsIn(settings.get().language);
      const { filePaths } = await dialog.showOpenDialog({
        title: words[title],
        properties: ['openFile'],
        defaultPath: app.getPath('home'),
        filters: [
          title === 'chooseTranscript'
            ? { name: words.transcripts, extensions: ['vtt', 'srt', 'txt'] }
            : { name: words.recordings, extensions: mediaEndings },
          { name: words.allFiles, extensions: ['*'] },
        ],
      });
      return filePaths[0];
    },
    print: () => printPage(window),
    async savePdf({ name, foot }) {
      const shown = window;
      if (shown === undefined) return 'cancelled';
      const title = wordsIn(settings.get().language).savePdf;
      const kind = { name: 'PDF', extensions: ['pdf'] };
      return files.save({ title, name: `${name}.pdf`, kind }, () => pagePdf(shown, foot));
    },
    saveChart({ name, kind, bytes }) {
      const words = wordsIn(settings.get().language);
      const title = kind === 'csv' ? words.saveNumbers : words.saveChart;
      return files.save(
        { title, name: `${name}.${kind}`, kind: { name: kind.toUpperCase(), extensions: [kind] } },
        () => bytes,
      );
    },
    async askForTextPack() {
      const words = wordsIn(settings.get().language);
      const { filePaths } = await dialog.showOpenDialog({
        title: words.chooseTextPack,
        properties: ['openFile'],
        defaultPath: app.getPath('documents'),
        filters: [
          { name: words.textPacks, extensions: ['json', 'csv', 'tsv', 'txt'] },
          { name: words.allFiles, extensions: ['*'] },
        ],
      });
      return filePaths[0];
    },
    async askWhereToExport(name) {
      const words = wordsIn(settings.get().language);
      const { filePath } = await dialog.showSaveDialog({
        title: words.exportTextPack,
        defaultPath: join(app.getPath('documents'), name),
        filters: [{ name: words.textPacks, extensions: ['json'] }],
      });
      return filePath || undefined;
    },
  };

  // The window may still be reading a recording when the record is closed.
  let closed = false;
  const pathOf = (id: string) =>
    'store' in opened && !closed ? opened.store.recordings.find(id)?.path : undefined;
  async function askForPlace(suggested: (suffix: string) => string): Promise<string | undefined> {
    const words = wordsIn(settings.get().language);
    const { filePath } = await dialog.showSaveDialog({
      title: words.saveCopy,
      defaultPath: suggested(words.playableCopy),
      filters: [{ name: 'MP4', extensions: ['mp4'] }],
    });
    return filePath || undefined;
  }

  wallSession(session.defaultSession);
  servePage(session.defaultSession, join(appPath, 'out/renderer'), pathOf);
  answerCalls(callsBeforeOpening(desk));
  const copies =
    'store' in opened
      ? conversions({
          store: opened.store,
          leftover: leftover(join(app.getPath('userData'), 'leftover.json')),
          askForPlace,
        })
      : undefined;
  if ('store' in opened && copies !== undefined) answerCalls(callsOf(opened.store, desk, copies));

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
  app.on('will-quit', () => {
    closed = true;
    copies?.stop();
    if ('store' in opened) opened.store.close();
  });
}

function paint({ colours }: Settings): void {
  nativeTheme.themeSource = colours === 'auto' ? 'system' : colours;
}
