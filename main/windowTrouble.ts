/** A window that breaks down or hangs comes back where it was: its address says where, the record says the rest. */
import { app, type BrowserWindow, dialog } from 'electron';
import { breakdowns } from './restarts.ts';
import type { wordsIn } from './words.ts';

/** A page that is alive begins anew at once. */
const patienceMs = 1500;

/** @returns what starts the page anew, also when it hangs */
export function watchOver(window: BrowserWindow, words: () => ReturnType<typeof wordsIn>): () => void {
  const { webContents } = window;
  const broken = breakdowns();
  /** Ended by us: no breakdown. */
  let onPurpose = false;

  function endPage(): void {
    onPurpose = true;
    webContents.forcefullyCrashRenderer();
  }

  function startAgain(): void {
    const dead = setTimeout(() => {
      if (!window.isDestroyed()) endPage();
    }, patienceMs);
    webContents.once('did-navigate', () => clearTimeout(dead));
    webContents.reload();
  }

  webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const counts = !onPurpose;
    onPurpose = false;
    if (counts && broken.isOneTooMany() && !(await goesOn(window, words()))) {
      app.quit();
      return;
    }
    if (!window.isDestroyed()) webContents.reload();
  });

  let asking: AbortController | undefined;
  window.on('responsive', () => asking?.abort());
  window.on('unresponsive', async () => {
    if (asking !== undefined) return;
    const controller = new AbortController();
    asking = controller;
    const answer = await waitsOn(window, words(), controller.signal);
    asking = undefined;
    if (answer === 'again' && !controller.signal.aborted && !window.isDestroyed()) endPage();
  });
  return startAgain;
}

async function goesOn(window: BrowserWindow, words: ReturnType<typeof wordsIn>): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.brokeDown,
    detail: words.brokeDownDetail,
    buttons: [words.tryAgain, words.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

async function waitsOn(
  window: BrowserWindow,
  words: ReturnType<typeof wordsIn>,
  signal: AbortSignal,
): Promise<'wait' | 'again'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.hangs,
    detail: words.hangsDetail,
    buttons: [words.wait, words.startAgain],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1 ? 'again' : 'wait';
}
