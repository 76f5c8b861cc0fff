/** A visit to a library in the real program, and the pictures that are taken there for out/demo/. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electron } from '../launch.mjs';
import { demoPassphrase, writeDemoKeys } from './demoKeys.ts';

const root = resolve(import.meta.dirname, '../..');
export const pictures = join(root, 'out/demo');
export const usual = { width: 1280, height: 800 };
export const large = { width: 1920, height: 1080 };

/** Opens a library with known settings, and hands the page on when its first place is there. */
export async function visit(
  library: string,
  language: 'nb' | 'en',
  known: string | undefined,
  walk: (page: Page, app: ElectronApplication) => Promise<void>,
): Promise<void> {
  const { executablePath, args } = electron();
  await writeDemoKeys(library);
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
    await unlock(page);
    await walk(page, app);
  } finally {
    await app.close();
    rmSync(settings, { recursive: true, force: true });
  }
}

/** Types the passphrase that is the same for everything made up, where the window asks for one. */
export async function unlock(page: Page): Promise<void> {
  const passphrase = page.locator('input[type="password"]');
  if ((await passphrase.count()) === 0) return;
  await passphrase.fill(demoPassphrase);
  await passphrase.press('Enter');
  await passphrase.waitFor({ state: 'detached' });
  await page.locator('main').waitFor();
}

/** Waits until the window shows what it will go on showing. */
export async function still(page: Page, size = usual): Promise<void> {
  await page.setViewportSize(size);
  // Where the mouse was left nothing is pointed at.
  await page.mouse.move(1, size.height - 1);
  // Fonts are there, nothing moves, and a film shows the frame it stands on.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await page.waitForFunction(() => {
    const film = document.querySelector('video');
    return film === null || (!film.seeking && (film.readyState >= 2 || film.error !== null));
  });
  // The sound of a recording is drawn a moment after the desk.
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas');
    if (canvas === null) return true;
    if (canvas.width === 0) return false;
    const seen = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    return seen?.data.some((value) => value > 0) === true;
  });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

let number = 0;
export async function picture(page: Page, name: string, size = usual): Promise<void> {
  await still(page, size);
  number += 1;
  const file = `${String(number).padStart(2, '0')}-${name}.png`;
  await page.screenshot({ path: join(pictures, file), animations: 'disabled' });
  console.log(`  ${file}`);
}

export const clearPictures = (): void => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
};

export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
export const colours = (page: Page, chosen: 'light' | 'dark') =>
  page.evaluate((wanted) => window.api.saveSettings({ colours: wanted }), chosen);

/** To a moment in the recording, by the keys a rater uses. */
export async function goTo(page: Page, field: string, time: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+g');
  await page.getByRole('textbox', { name: field }).fill(time);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
