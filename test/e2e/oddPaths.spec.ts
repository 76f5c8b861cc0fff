import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { played } from '../fixtures/media';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { beginRating, goTo, playerTime } from './steps';

/** A folder with blanks, Norwegian letters, a picture sign, and 250 characters in all. */
function oddFolder(program: Program): string {
  const odd = join(program.folder, 'Mine møter  på hytta 🎬 %41 #1');
  const rest = 249 - [...odd].length;
  const folder = join(odd, 'å'.repeat(100), 'ø'.repeat(rest - 101));
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function addAndPlay(program: Program, page: Page, file: string, rater: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).first().click();
  await program.choose(file);
  await page.getByRole('button', { name: 'Add recording' }).click();
  await beginRating(page, rater);
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
  await page.keyboard.press('Space');
  await goTo(page, '0:12');
  await expect.poll(async () => Math.abs((await playerTime(page)) - 12_000)).toBeLessThan(50);
  await page.getByRole('link', { name: 'Back to the session' }).click();
}

test('a library, its recordings and its backups may lie in a place with an odd and long name', async ({
  program,
}) => {
  const folder = oddFolder(program);
  const { page } = await program.start({ switches: [await demoLibrary(folder, program.folder)] });
  const file = join(folder, `${'Opptak æøå 🎥 '.repeat(12)}.mp4`);
  copyFileSync(played['film.mp4'](), file);
  await addAndPlay(program, page, file, 'SK');
  await page.getByRole('button', { name: 'Keep in the library' }).click();
  await expect(page.getByText('kept in the library, encrypted', { exact: true })).toBeVisible({
    timeout: 30_000,
  });

  // A link to a file is played like the file, wherever that lies.
  const link = join(folder, 'lenke.webm');
  symlinkSync(played['vp9.webm'](), link);
  await addAndPlay(program, page, link, 'HB');

  expect(await page.evaluate(() => window.api.makeBackup())).toEqual({
    ok: true,
    value: expect.objectContaining({ outcome: 'made' }),
  });
});
