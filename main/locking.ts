/** When the library locks itself: after a time without input, on sleep, and when the screen is locked. */
import { type BrowserWindow, powerMonitor } from 'electron';
import { idleTime } from './idle.ts';
import { tell } from './ipc.ts';

/** The window has so long to save what is typed. */
const patienceMs = 2000;
const everyMs = 1000;

type Options = {
  window: () => BrowserWindow | undefined;
  isOpen: () => boolean;
  /** Whether something long is going on that locking would break off: time alone waits for it. */
  isBusy: () => boolean;
  afterMinutes: () => number;
  /** Closes the library and empties the window. */
  lock: () => void;
};

export function locking({ window, isOpen, isBusy, afterMinutes, lock }: Options) {
  const idle = idleTime();
  let deadline: NodeJS.Timeout | undefined;

  /** Lets the window save first; it asks to be locked then. Locks in any case. */
  function lockSoon(): void {
    if (!isOpen() || deadline !== undefined) return;
    deadline = setTimeout(now, patienceMs);
    tell(window(), 'locking', null);
  }

  function now(): void {
    clearTimeout(deadline);
    deadline = undefined;
    lock();
  }

  powerMonitor.on('suspend', lockSoon);
  powerMonitor.on('lock-screen', lockSoon);
  setInterval(() => {
    if (isOpen() && idle.isOver(afterMinutes()) && !isBusy()) lockSoon();
  }, everyMs).unref();

  return {
    lockSoon,
    now,
    /** What was there before a library was opened is no time without input. */
    opened: idle.used,
    /** Counts what is done in this window and in those it opens. */
    watch(watched: BrowserWindow): void {
      const listen = ({ webContents }: BrowserWindow) => {
        webContents.on('input-event', idle.used);
        webContents.on('media-started-playing', idle.began);
        webContents.on('media-paused', idle.paused);
      };
      listen(watched);
      watched.webContents.on('did-create-window', listen);
      watched.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) idle.silent();
      });
      watched.webContents.on('render-process-gone', idle.silent);
    },
  };
}
