/** What the window may not do: leave, open others, ask the network, get permissions, download. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { isHome } from './origin.ts';

/** Cancels every request that is not ours, and says so: a healthy run prints no such line. */
export function wallSession(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (request, answer) => {
    const ours = isHome(request.url) || request.url.startsWith('devtools:');
    if (!ours) console.error(`cancelled foreign request: ${request.url}`);
    answer({ cancel: !ours });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  // The spelling checker would download dictionaries.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** A film may fill the screen; our own page may put a picture on the clipboard, and read nothing there. */
const isAllowed = (permission: string, from: string | undefined): boolean =>
  permission === 'fullscreen' ||
  (permission === 'clipboard-sanitized-write' && from !== undefined && isHome(from));

export function wallWindow(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.on('will-frame-navigate', (event) => {
    if (!isHome(event.url)) event.preventDefault();
  });
  webContents.on('will-redirect', (event) => {
    if (!isHome(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // The one other window is the picture's: empty, and filled by the page that opens it.
  webContents.setWindowOpenHandler(({ url, frameName }) =>
    url === 'about:blank' && frameName === 'picture'
      ? { action: 'allow', overrideBrowserWindowOptions: pictureWindow }
      : { action: 'deny' },
  );
}

const pictureWindow: BrowserWindowConstructorOptions = {
  minWidth: 320,
  minHeight: 200,
  autoHideMenuBar: true,
  backgroundColor: '#0e1719',
};
