/** The desk with 3, 40 and 400 marks in ninety minutes, and a recording that has to be made playable. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { fromCamera, ninetyMinutes } from './films.ts';
import { type Marked, makeMarked } from './makeMarked.ts';
import { colours, large, link, picture, visit } from './visit.ts';

/** Without ffmpeg there is no recording that is long enough, and no picture of this. */
export async function marked(folder: string): Promise<void> {
  const film = ninetyMinutes(folder);
  const camera = fromCamera(folder);
  if (film === undefined || camera === undefined) {
    console.log('  without ffmpeg no pictures of ninety minutes');
    return;
  }
  for (const [language, walk] of [
    ['nb', norwegian],
    ['en', english],
  ] as const) {
    const library = join(folder, language);
    const ratings = await makeMarked(library, film, camera, language);
    await visit(library, language, undefined, (page) => walk(page, ratings));
  }
}

async function norwegian(page: Page, ratings: Marked): Promise<void> {
  await desk(page, ratings, 3, 'dark');
  await picture(page, 'vurder-3-merker-morkt');
  await desk(page, ratings, 40, 'light');
  await picture(page, 'vurder-40-merker-stort', large);
  await desk(page, ratings, 400, 'dark');
  await picture(page, 'vurder-400-merker-morkt-stort', large);
  await picture(page, 'vurder-400-merker-morkt');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Control+ArrowUp');
  await picture(page, 'vurder-400-merker-naert-morkt');
}

async function english(page: Page, ratings: Marked): Promise<void> {
  await desk(page, ratings, 3, 'light');
  await picture(page, 'desk-3-marks');
  await desk(page, ratings, 40, 'light');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('region', { name: 'Selected mark' }).waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await picture(page, 'desk-40-marks');
  await colours(page, 'dark');
  await picture(page, 'desk-40-marks-dark');
  await desk(page, ratings, 400, 'light');
  await picture(page, 'desk-400-marks');
  await picture(page, 'desk-400-marks-large', large);
  await link(page, 'Back to the session');
  await page.getByRole('heading', { name: 'About the session' }).waitFor();
  await picture(page, 'session-three-ratings');
  await link(page, 'Library');
  await link(page, '5 Nov 2026');
  await page.getByRole('button', { name: 'Make a playable copy …' }).waitFor();
  await picture(page, 'session-of-a-camera');
}

/** Opens the rating with so many marks as its rater, with its waveform drawn. */
async function desk(page: Page, ratings: Marked, marks: number, shown: 'light' | 'dark'): Promise<void> {
  const rating = ratings.get(marks);
  if (rating === undefined) throw new Error(`no rating with ${marks} marks`);
  await page.evaluate((raterId) => window.api.chooseRater({ raterId }), rating.raterId);
  await colours(page, shown);
  await page.evaluate((id) => {
    window.location.hash = `#/rate/${id}`;
    window.location.reload();
  }, rating.ratingId);
  await page.locator(`a[href^="#/session/"]`).waitFor();
  await page.getByTestId('clock').waitFor();
  // The waveform is in the library when all of it is drawn.
  await page.evaluate(async () => {
    const drawn = async (sessionId: string) => {
      const view = await window.api.session(sessionId);
      const id = view.ok ? view.value?.recording?.id : undefined;
      const waveform = id === undefined ? undefined : await window.api.waveform(id);
      return waveform?.ok === true && waveform.value !== undefined;
    };
    const sessionId = document
      .querySelector('a[href^="#/session/"]')
      ?.getAttribute('href')
      ?.split('/')
      .at(-1);
    while (sessionId !== undefined && !(await drawn(sessionId))) {
      await new Promise((later) => setTimeout(later, 100));
    }
  });
}
