/** From the key press to the mark committed and drawn, in the real window. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { twoHours } from '../fixtures/media.ts';
import { bareCommit } from './bareCommit.ts';
import { tell, times } from './figures.ts';
import { fullLibrary } from './fullLibrary.ts';
import { inProgram } from './program.ts';

const presses = 200;

export async function keyToDrawn(folder: string): Promise<void> {
  const library = mkdtempSync(join(folder, 'full-'));
  const { ratingId, raterId } = await fullLibrary(library, twoHours(), {
    marks: 2000,
    marksOfOthers: 998_000,
  });
  const [warmUp, taken] = await inProgram(folder, library, raterId, async (page) => {
    await page.evaluate((id) => {
      location.hash = `#/rate/${id}`;
    }, ratingId);
    await page.getByTestId('clock').waitFor();
    return [await press(page, 20), await press(page, presses)];
  });
  const limit = await times(presses, bareCommit(library));
  tell(
    `From key to mark committed and drawn, 2,000 marks in the rating, 1,000,000 in the library (${warmUp.length} before it not counted)`,
    taken.sort((a, b) => a - b),
    limit,
    'one bare SQLite row, same disk, same pragmas',
  );
}

/** Milliseconds from the key event to the frame after the one in which the new mark is drawn. */
async function press(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(String((time % 19) + 1));
    await page.evaluate(() => {
      const drawn = new Promise<number>((resolve) => {
        let pressed = 0;
        document.addEventListener('keydown', (event) => (pressed = event.timeStamp), {
          capture: true,
          once: true,
        });
        const before = document.querySelector('[data-mark][data-selected]')?.getAttribute('data-mark');
        const watcher = new MutationObserver(() => {
          const selected = document.querySelector('[data-mark][data-selected]');
          if (selected === null || selected.getAttribute('data-mark') === before) return;
          watcher.disconnect();
          // A message sent from a frame is handled after that frame was drawn.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - pressed);
            port2.postMessage(undefined);
          });
        });
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
      });
      Object.assign(window, { drawn });
    });
    await page.keyboard.press('Enter');
    taken.push(await page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn));
  }
  return taken;
}
