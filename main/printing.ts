/** What the window shows under its print style, on paper or as a PDF. */
import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import type { Printed } from '../preload/api.ts';

/** The page never prints by itself: without a printer its own `print()` would hold it for ever. */
export async function printPage(window: BrowserWindow | undefined): Promise<Printed> {
  if (window === undefined || (await window.webContents.getPrintersAsync()).length === 0) return 'noPrinter';
  return new Promise((answer) =>
    window.webContents.print({ silent: false }, (printed) => answer(printed ? 'printed' : 'notPrinted')),
  );
}

/** @param foot what stands before the number of each page; without it pages have neither */
export const pagePdf = (window: BrowserWindow, foot: string | undefined): Promise<Uint8Array> =>
  window.webContents.printToPDF({
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    ...(foot !== undefined && numbered(foot)),
  });

/** Page margins cannot hold numbers before Chromium 131, so the foot is made by the printing itself. */
const numbered = (foot: string): PrintToPDFOptions => ({
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: `<div style="width: 100%; margin: 0 14mm; display: flex; justify-content: space-between;
    font: 8px sans-serif; color: #444"><span>${asText(foot)}</span><span><span class="pageNumber"></span> /
    <span class="totalPages"></span></span></div>`,
});

/** The foot may hold a therapist's name: it stays text. */
const asText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
