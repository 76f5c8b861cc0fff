/** A second copy of the program with settings of its own, beside the one of the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electron } from '../../build/launch.mjs';

const root = resolve(import.meta.dirname, '../..');

export type Another = { app: ElectronApplication; page: Page; settings: string };

/** Starts it, lets `walk` do something in it, and leaves nothing behind. */
export async function another(
  switches: string[],
  walk: (other: Another) => Promise<void>,
  settings = mkdtempSync(join(tmpdir(), 'mbt-g-rater-other-')),
): Promise<void> {
  const { executablePath, args } = electron();
  const app = await _electron.launch({
    executablePath,
    args: [...args, '.', `--user-data-dir=${settings}`, '--lang=en', ...switches],
    cwd: root,
    colorScheme: null,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('main').waitFor();
    await walk({ app, page, settings });
  } finally {
    await app.close();
    rmSync(settings, { recursive: true, force: true });
  }
}
