import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { home } from './origin.ts';
import { wallWindow } from './walls.ts';

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
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      // It would download dictionaries.
      spellcheck: false,
    },
  });
  wallWindow(window);
  // A page that broke down comes back where it was: its address says where.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${home}/`);
  return window;
}
