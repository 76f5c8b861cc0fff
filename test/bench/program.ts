/** The real program over a library, for a figure that only it can give. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { unlock } from '../../build/demo/visit.ts';
import { electron } from '../../build/launch.mjs';

const root = resolve(import.meta.dirname, '../..');

/** @param raterId who sits in front of the screen */
export async function inProgram<T>(
  folder: string,
  library: string,
  raterId: string,
  measure: (page: Page, app: ElectronApplication) => Promise<T>,
): Promise<T> {
  const { executablePath, args } = electron();
  await writeDemoKeys(library);
  const settings = mkdtempSync(join(folder, 'settings-'));
  writeFileSync(join(settings, 'settings.json'), JSON.stringify({ raterId }));
  const app = await _electron.launch({
    executablePath,
    args: [...args, '.', `--library=${library}`, `--user-data-dir=${settings}`, '--lang=en'],
    cwd: root,
    colorScheme: null,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('main').waitFor();
    await unlock(page);
    return await measure(page, app);
  } finally {
    await app.close();
  }
}
