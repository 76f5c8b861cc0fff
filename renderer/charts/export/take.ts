/** The ways to take a chart along. */
import type { Language } from '../../../db/scale';
import type { SavedFile } from '../../../preload/api';
import { ask } from '../../ask';
import type { ChartTable } from '../chartTable';
import { csvText } from './csv';
import { inLight } from './inLight';
import { pictureOf } from './picture';
import { nameOfFile } from './plain';
import { pngOf } from './raster';

export type Way = 'png' | 'svg' | 'copy' | 'csv';
export type Taken = SavedFile | 'copied' | 'notCopied' | 'notDrawn';
export type Chart = {
  title: string;
  fileName: string;
  table: ChartTable;
  /** What the picture shows. */
  sheet: HTMLElement;
};

/** @throws NotAnswered */
export async function take(chart: Chart, way: Way, language: Language): Promise<Taken> {
  const save = (kind: 'png' | 'svg' | 'csv', bytes: Uint8Array) =>
    ask('saveChart', { name: nameOfFile(chart.fileName), kind, bytes });
  const text = (content: string) => new TextEncoder().encode(content);
  const picture = () => inLight(chart.sheet, (copy) => pictureOf(copy, chart.title, footOf(chart)));
  switch (way) {
    case 'csv':
      return save('csv', text(csvText(chart.table, language)));
    case 'svg':
      return save('svg', text(`<?xml version="1.0" encoding="UTF-8"?>\n${picture().svg}\n`));
    case 'png': {
      const png = await pngOf(picture());
      return png === undefined ? 'notDrawn' : save('png', new Uint8Array(await png.arrayBuffer()));
    }
    case 'copy': {
      const png = await pngOf(picture());
      return png === undefined ? 'notDrawn' : copied(png);
    }
    default:
      return way satisfies never;
  }
}

/** Whose chart it is stands in the heading of the page, and so at the foot of the picture. */
function footOf({ title, fileName, sheet }: Chart): string {
  const about = sheet.closest('main')?.querySelector('h1')?.textContent ?? '';
  const named = nameOfFile(fileName);
  // Nothing is said twice: the name of the file may hold the heading, or end with the title.
  if (about !== '' && named.includes(nameOfFile(about))) return fileName;
  const more = named.endsWith(nameOfFile(title)) ? '' : fileName;
  return [about, more].filter((part) => part !== '').join(' · ');
}

async function copied(png: Blob): Promise<Taken> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return 'copied';
  } catch (error) {
    // Another program holds the clipboard, or the window is not in front.
    if (error instanceof DOMException) return 'notCopied';
    throw error;
  }
}
