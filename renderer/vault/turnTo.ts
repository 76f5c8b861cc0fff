import { ask } from '../ask';

/** Turns to another library. An address inside the one before means nothing there. */
export async function turnTo(folder: string | undefined): Promise<void> {
  window.history.replaceState(null, '', '#/');
  await (folder === undefined ? ask('leaveLibrary') : ask('turnToLibrary', folder));
}
