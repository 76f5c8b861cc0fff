import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { home } from './origin.ts';
import { windowSession } from './walls.ts';

export function openWindow(appPath: string, dark: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    useContentSize: true,
    backgroundColor: dark ? '#101718' : '#f6f8f7',
    icon: join(appPath, 'out/renderer/icon.png'),
    webPreferences: {
      preload: join(appPath, 'out/preload/index.cjs'),
      session: windowSession(),
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      // A page that has been taken over opens no file dialogs of its own.
      disableBlinkFeatures: 'FileSystemAccess,FileSystemAccessLocal,FontAccess,WebUSB,WebHID,Serial',
      // What a page holds can be read there.
      devTools: !app.isPackaged,
      // It would download dictionaries.
      spellcheck: false,
    },
  });
  window.webContents.on('did-create-window', (picture) => {
    toSecondScreen(picture, window);
    window.once('closed', () => picture.destroy());
  });
  void window.loadURL(`${home}/`);
  return window;
}

/** Where there is another screen, a new window of the picture fills it. */
function toSecondScreen(picture: BrowserWindow, desk: BrowserWindow): void {
  const here = screen.getDisplayMatching(desk.getBounds());
  const other = screen.getAllDisplays().find(({ id }) => id !== here.id);
  if (other === undefined) return;
  picture.setBounds(other.workArea);
  picture.maximize();
}
