/** A seek in the program beside a bare page with the same film in the same Electron. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { seeded } from '../../build/demo/random.ts';
import { twoHours } from '../fixtures/media.ts';
import { tell } from './figures.ts';
import { fullLibrary } from './fullLibrary.ts';
import { inProgram } from './program.ts';

const count = 50;

export async function seeks(folder: string): Promise<void> {
  const library = mkdtempSync(join(folder, 'film-'));
  const film = twoHours();
  const { ratingId, raterId } = await fullLibrary(library, film);
  const bareFile = join(folder, 'bare.html');
  writeFileSync(bareFile, `<video src="${pathToFileURL(film).href}" preload="auto" muted></video>`);
  const random = seeded(7);
  const shares = Array.from({ length: count }, () => random.next());

  const [ours, bare] = await inProgram(folder, library, raterId, async (page, app) => {
    await page.evaluate((id) => {
      location.hash = `#/rate/${id}`;
    }, ratingId);
    await page.getByTestId('clock').waitFor();
    const opened = app.waitForEvent('window');
    await app.evaluate(({ BrowserWindow }, file) => {
      // A session of its own: the walls of the program do not stand around the bare page.
      const window = new BrowserWindow({ webPreferences: { partition: 'bare' } });
      void window.loadFile(file);
    }, bareFile);
    const barePage = await opened;
    // In turn, so that what else the machine does meets both.
    const taken: [number[], number[]] = [[], []];
    for (const share of shares) {
      taken[0].push(await arrival(page, share, 'ruler'));
      taken[1].push(await arrival(barePage, share, 'player'));
    }
    return taken;
  });
  tell(
    `${count} random seeks in a film of two hours, until the frame is there`,
    ours.sort((a, b) => a - b),
    bare.sort((a, b) => a - b),
    'a bare page with the same film',
  );
}

/** Milliseconds from sending playback to a share of the film until its frame is presented. */
const arrival = (page: Page, share: number, by: 'ruler' | 'player'): Promise<number> =>
  page.evaluate(
    async ([wanted, way]) => {
      const video = document.querySelector('video');
      if (video === null) throw new Error('no film');
      if (video.readyState < 2) {
        await new Promise((ready) => video.addEventListener('loadeddata', ready, { once: true }));
      }
      const presented = new Promise((there) => {
        video.addEventListener('seeked', () => video.requestVideoFrameCallback(there), { once: true });
      });
      const start = performance.now();
      if (way === 'player') video.currentTime = wanted * video.duration;
      else {
        const ruler = document.querySelector('[role="slider"][aria-valuetext]');
        if (ruler === null) throw new Error('no ruler');
        const { left, width, top } = ruler.getBoundingClientRect();
        const at = { clientX: left + wanted * width, clientY: top + 4, bubbles: true, buttons: 1 };
        ruler.dispatchEvent(new PointerEvent('pointerdown', at));
        ruler.dispatchEvent(new PointerEvent('pointerup', { ...at, buttons: 0 }));
      }
      await presented;
      return performance.now() - start;
    },
    [share, by] as const,
  );
