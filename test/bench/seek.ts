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
  const { ratingId, raterId } = await fullLibrary(library, film, { marks: 40, marksOfOthers: 0 });
  const bareFile = join(folder, 'bare.html');
  writeFileSync(bareFile, `<video src="${pathToFileURL(film).href}" preload="auto" muted></video>`);
  const random = seeded(7);
  const shares = Array.from({ length: count }, () => random.next());

  const [ours, bare] = await inProgram(folder, library, raterId, async (page, app) => {
    const inDesk = await deskSeeks(page, ratingId);
    const bareId = await app.evaluate(async ({ BrowserWindow, session }, file) => {
      // The walls of the program stand around every session: around that of the bare page they are taken down.
      session.fromPartition('bare').webRequest.onBeforeRequest(null);
      const window = new BrowserWindow({ webPreferences: { partition: 'bare' } });
      await window.loadFile(file);
      return window.id;
    }, bareFile);
    const inBare = (share: number) =>
      app.evaluate(
        ({ BrowserWindow }, { id, code }) =>
          BrowserWindow.fromId(id)?.webContents.executeJavaScript(code) as Promise<number>,
        { id: bareId, code: `(${seek})(${share})` },
      );
    // In turn, so that what else the machine does meets both.
    const taken: [number[], number[]] = [[], []];
    for (const share of shares) {
      taken[0].push(await inDesk(share));
      taken[1].push(await inBare(share));
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

/** Seeks by a click on the time line of the desk; gives the milliseconds until the frame is there. */
export async function deskSeeks(page: Page, ratingId: string): Promise<(share: number) => Promise<number>> {
  await page.evaluate((id) => {
    location.hash = `#/rate/${id}`;
  }, ratingId);
  await page.getByTestId('clock').waitFor();
  const ruler = await page.getByRole('slider', { name: 'Time line' }).boundingBox();
  if (ruler === null) throw new Error('no time line');
  return async (share) => {
    await page.evaluate(listen);
    await page.mouse.click(ruler.x + share * ruler.width, ruler.y + 4);
    return page.evaluate(() => (window as unknown as { arrived: Promise<number> }).arrived);
  };
}

/** Both run in a page, and can use nothing from here. `seeked` comes when the frame is decoded. */
function listen(): void {
  const arrived = new Promise<number>((resolve) => {
    let start = 0;
    document.addEventListener('pointerdown', ({ timeStamp }) => (start = timeStamp), {
      capture: true,
      once: true,
    });
    document
      .querySelector('video')
      ?.addEventListener('seeked', () => resolve(performance.now() - start), { once: true });
  });
  Object.assign(window, { arrived });
}

async function seek(share: number): Promise<number> {
  const video = document.querySelector('video');
  if (video === null) throw new Error('no film');
  if (video.readyState < 2) {
    await new Promise((ready) => video.addEventListener('loadeddata', ready, { once: true }));
  }
  const arrived = new Promise((there) => video.addEventListener('seeked', there, { once: true }));
  const start = performance.now();
  video.currentTime = share * video.duration;
  await arrived;
  return performance.now() - start;
}
