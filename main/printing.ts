/** What the window shows under its print style, on paper or as a PDF. */
import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Printed, SavedPdf } from '../preload/api.ts';

/** The page never prints by itself: without a printer its own `print()` would hold it for ever. */
export async function printPage(window: BrowserWindow | undefined): Promise<Printed> {
  if (window === undefined || (await window.webContents.getPrintersAsync()).length === 0) return 'noPrinter';
  return new Promise((answer) =>
    window.webContents.print({ silent: false }, (printed) => answer(printed ? 'printed' : 'notPrinted')),
  );
}

export async function savePdf(
  window: BrowserWindow | undefined,
  options: { title: string; defaultPath: string },
): Promise<SavedPdf> {
  const { filePath } = await dialog.showSaveDialog({
    ...options,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (window === undefined || filePath === '') return 'cancelled';
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
  try {
    await writeFile(filePath, pdf);
  } catch {
    // A folder that takes no file, or a disk that is full: another place may do.
    return 'unwritable';
  }
  return 'saved';
}
