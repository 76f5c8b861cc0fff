/**
 * A picture of every chart with 1, 12 and 300 sessions, in light and dark, in out/demo/charts/:
 * `node build/withDisplay.mjs node build/demo/chartPictures.ts`. Beside each place as a whole.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { colours, pictures, still, usual, visit } from './visit.ts';

const counts = [1, 12, 300] as const;
const views = ['time', 'items', 'adherence', 'self'] as const;
const folder = join(pictures, 'charts');
/** Of the window, at most: what stays in sight above what is scrolled. */
const aboveCharts = 160;

/** @param made a folder for the libraries */
export async function chartPictures(made: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const count of counts) {
    const library = join(made, `${count}-sessions`);
    const settings = join(made, `${count}-settings`);
    const make = join(import.meta.dirname, 'manySessions.ts');
    execFileSync(process.execPath, [make, library, String(count), String(count), settings]);
    await visit(library, 'nb', settings, (page) => everyPlace(page, count));
  }
}

async function everyPlace(page: Page, count: number): Promise<void> {
  // A page that broke is no picture of a chart.
  const broken: Error[] = [];
  page.on('pageerror', (error) => broken.push(error));
  for (const [name, hash] of await places(page)) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    const charts = page.locator('[data-chart]');
    // A place may say instead why there is nothing to draw: it is seen then as a whole.
    await charts
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => console.log(`  charts/${count}-${name}: no chart`));
    for (const chosen of ['light', 'dark'] as const) {
      await colours(page, chosen);
      await still(page);
      const file = (of: string) => join(folder, `${count}-${name}-${of}-${chosen}.png`);
      await page.screenshot({ path: file('all'), animations: 'disabled' });
      for (const [index, chart] of (await charts.all()).entries()) {
        await whole(page, chart, file(String(index + 1)));
      }
    }
    if (broken[0] !== undefined) throw broken[0];
    console.log(`  charts/${count}-${name}: ${await charts.count()} × light and dark`);
  }
}

/** A chart that is taller than the window is seen in a taller window. */
async function whole(page: Page, chart: Locator, path: string): Promise<void> {
  const tall = ((await chart.boundingBox())?.height ?? 0) + aboveCharts;
  if (tall > usual.height) await still(page, { ...usual, height: Math.ceil(tall) });
  await chart.screenshot({ path, animations: 'disabled' });
  if (tall > usual.height) await still(page);
}

/** Every view of the progress of one therapist, and the results of the last session. */
async function places(page: Page): Promise<[name: string, hash: string][]> {
  const found = await page.evaluate(async () => {
    const subjects = await window.api.subjects();
    const [first] = subjects.ok ? subjects.value.therapists : [];
    if (first === undefined) return undefined;
    const progress = await window.api.progress({ kind: 'therapist', therapistId: first.therapistId });
    const rated = new Set(progress.ok ? progress.value.ratings.map(({ sessionId }) => sessionId) : []);
    const last = progress.ok ? progress.value.sessions.findLast(({ id }) => rated.has(id)) : undefined;
    return { therapistId: first.therapistId, sessionId: last?.id };
  });
  if (found?.sessionId === undefined) throw new Error('the library has no session with a rating');
  return [
    ...views.map((view): [string, string] => [view, `#/progress/therapist/${found.therapistId}/${view}`]),
    ['results', `#/results/${found.sessionId}`],
  ];
}

if (process.argv[1] === import.meta.filename) {
  const made = mkdtempSync(join(tmpdir(), 'mbt-g-rater-charts-'));
  try {
    await chartPictures(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
