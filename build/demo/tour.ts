/** A walk through the demo library in the real program, which leaves a picture of every place in out/demo/. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type Page } from 'playwright';
import { electron } from '../launch.mjs';

const root = resolve(import.meta.dirname, '../..');
const pictures = join(root, 'out/demo');
const usual = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };

/** Opens a library with known settings, and hands the page on when its first place is there. */
async function visit(
  library: string,
  language: 'nb' | 'en',
  known: string | undefined,
  walk: (page: Page) => Promise<void>,
): Promise<void> {
  const { executablePath, args } = electron();
  const settings = mkdtempSync(join(tmpdir(), 'mbt-g-rater-tour-'));
  if (known !== undefined) cpSync(known, settings, { recursive: true });
  const own = [`--library=${library}`, `--user-data-dir=${settings}`, `--lang=${language}`, '--demo'];
  const app = await _electron.launch({
    executablePath,
    args: [...args, '.', ...own],
    cwd: root,
    colorScheme: null,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('main').waitFor();
    await walk(page);
  } finally {
    await app.close();
    rmSync(settings, { recursive: true, force: true });
  }
}

let number = 0;
async function picture(page: Page, name: string, size = usual): Promise<void> {
  await page.setViewportSize(size);
  // Fonts are there, nothing moves, and a film shows the frame it stands on.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await page.waitForFunction(() => {
    const film = document.querySelector('video');
    return film === null || (!film.seeking && (film.readyState >= 2 || film.error !== null));
  });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  number += 1;
  const file = `${String(number).padStart(2, '0')}-${name}.png`;
  await page.screenshot({ path: join(pictures, file), animations: 'disabled' });
  console.log(`  ${file}`);
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const colours = (page: Page, chosen: 'light' | 'dark') =>
  page.evaluate((wanted) => window.api.saveSettings({ colours: wanted }), chosen);

/** To a moment in the recording, by the keys a rater uses. */
async function goTo(page: Page, field: string, time: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+g');
  await page.getByRole('textbox', { name: field }).fill(time);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function norwegian(page: Page): Promise<void> {
  await colours(page, 'light');
  await picture(page, 'bibliotek');
  await link(page, '29. okt. 2026');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await picture(page, 'mote');
  await link(page, /Solveig K\./);
  await page.getByTestId('clock').waitFor();
  await goTo(page, 'Tid', '1:48');
  await page.keyboard.type('12');
  await picture(page, 'vurder-nummer-skrevet');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Ledd 12, 0/ }).waitFor();
  await page.keyboard.press('5');
  await page.keyboard.press('n');
  await page.keyboard.type('Møter følelsen, og tviler vennlig på «alle».');
  await page.keyboard.press('Enter');
  await page.keyboard.press('r');
  await page.keyboard.press('5');
  await page.keyboard.press('4');
  await picture(page, 'vurder');
  await picture(page, 'vurder-stort', large);
  await page.keyboard.press('Escape');
  await colours(page, 'dark');
  await picture(page, 'vurder-morkt');
  await page.keyboard.press('F1');
  await picture(page, 'taster-morkt');
  await page.keyboard.press('Escape');
  await link(page, 'Tilbake til møtet');
  await link(page, 'Utvikling');
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, 'utvikling-morkt');
  await colours(page, 'light');
  await picture(page, 'utvikling');
  await picture(page, 'utvikling-stort', large);
}

async function english(page: Page): Promise<void> {
  await colours(page, 'light');
  await picture(page, 'library');
  await link(page, '27 Aug 2026');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await colours(page, 'dark');
  await picture(page, 'session-dark');
  await colours(page, 'light');
  await link(page, /Henrik B\./);
  await page.getByTestId('clock').waitFor();
  await goTo(page, 'Time', '3:10');
  await page
    .getByRole('button', { name: /^Item 4, 0/ })
    .first()
    .click();
  await page.keyboard.press('Space');
  await picture(page, 'rate-mark-selected');
  await page.getByRole('button', { name: 'Overall rating' }).click();
  await picture(page, 'rate-overall');
  await link(page, 'Back to the session');
  await link(page, 'Progress');
  await page.getByRole('button', { name: /4 Engaging members/ }).click();
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, 'progress-of-an-item');
  await page.getByRole('combobox', { name: 'Therapist' }).click();
  await page.getByRole('option', { name: 'T-03 Marit' }).click();
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, 'progress-of-four-sessions');
  await link(page, 'Settings');
  await picture(page, 'settings');
}

async function empty(page: Page): Promise<void> {
  await colours(page, 'light');
  await picture(page, 'empty-library');
  await link(page, 'Progress');
  await picture(page, 'empty-progress');
}

const [library, settings] = process.argv.slice(2);
if (library === undefined) throw new Error('which library? node build/demo/tour.ts FOLDER [SETTINGS]');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
await visit(library, 'nb', settings, norwegian);
await visit(library, 'en', settings, english);
await visit(mkdtempSync(join(tmpdir(), 'mbt-g-rater-empty-')), 'en', undefined, empty);
