/** What the window may not do: leave, open others, ask the network, get permissions, download, leave traces. */
import {
  type App,
  type BrowserWindowConstructorOptions,
  type Session,
  session,
  type WebContents,
} from 'electron';
import { isHome } from './origin.ts';

/** Every session and every page that ever comes to be has its walls from the start. */
export function buildWalls(app: App): void {
  app.on('session-created', wallSession);
  app.on('web-contents-created', (_event, contents) => wallContents(contents));
  // A login, a certificate of the client, one that is not valid: nobody is asked, nothing is given.
  app.on('login', (event) => event.preventDefault());
  app.on('certificate-error', (_event, _contents, _url, _error, _certificate, answer) => answer(false));
  app.on('select-client-certificate', (event) => event.preventDefault());
}

/**
 * The window's own session. It lies in memory alone (no `persist:`): caches, storage, cookies and what a page keeps
 * in blobs are never written to the disk.
 */
export const windowSession = (): Session => session.fromPartition('window', { cache: false });

/** Cancels every request that is not ours, and says so: a healthy run prints no such line. */
function wallSession(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (request, answer) => {
    const ours = isHome(request.url) || isOfTools(request.url);
    if (!ours) console.error(`cancelled foreign request: ${request.url}`);
    answer({ cancel: !ours });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isAllowed(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The choosers of devices: none is chosen, whatever there is.
  session.on('select-usb-device', (event, _details, answer) => none(event, answer));
  session.on('select-hid-device', (event, _details, answer) => none(event, answer));
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  // The spelling checker would download dictionaries.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://home/none/');
  session.on('will-download', (event) => event.preventDefault());
}

function none(event: Electron.Event, answer: () => void): void {
  event.preventDefault();
  answer();
}

/** The developer's tools, which a packaged program does not have. */
const isOfTools = (url: string): boolean => url.startsWith('devtools:');

/** A film may fill the screen; our own page may put a picture on the clipboard, and read nothing there. */
const isAllowed = (permission: string, from: string | undefined): boolean =>
  (permission === 'fullscreen' || permission === 'clipboard-sanitized-write') &&
  from !== undefined &&
  isHome(from);

function wallContents(contents: WebContents): void {
  const stay = (event: { url: string; preventDefault: () => void }) => {
    if (!isHome(event.url) && !isOfTools(event.url)) event.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // The one other window is the picture's: empty, and filled by the page that opens it.
  contents.setWindowOpenHandler(({ url, frameName }) =>
    url === 'about:blank' && frameName === 'picture' && isHome(contents.getURL())
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
