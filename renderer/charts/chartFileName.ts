/** What a chart's file is proposed to be called: pure. */
import { nameOfFile } from './export/plain';

const longest = 80;
/** Of whom it is about, however long the rest is. */
const fewestOfName = 24;

/**
 * Whom the chart is about and what it shows, in the signs that a file name may have. Where both together are too long
 * the name gives way first, to 24 signs, so that charts of the same subject keep apart; then the end of the title.
 */
export function chartFileName(about: string, title: string): string {
  if (about.trim() === '') return nameOfFile(title);
  const what = nameOfFile(title);
  const room = Math.max(fewestOfName, longest - 1 - [...what].length);
  const name = [...nameOfFile(about)].slice(0, room).join('').trim();
  return nameOfFile(`${name} ${what}`);
}
