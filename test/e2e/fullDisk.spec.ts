import { statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlock } from '../../build/demo/visit.ts';
import { cannotMount, smallDisk } from '../fixtures/mounts';
import { demoLibrary } from './demoLibrary';
import { fillAgainAndAgain } from './fullDisk';
import { solveigsRating } from './marks';
import { expect, test } from './program';

test.skip(cannotMount !== undefined, cannotMount);

/** Nothing more fits then, not even the smallest file. */
function fillUp(place: string): void {
  const { bavail, bsize } = statfsSync(place);
  writeFileSync(join(place, 'rest'), Buffer.alloc(bavail * bsize));
}

test('a disk of 64 MB that is filled to the brim costs nothing acknowledged, and work goes on', async ({
  program,
}) => {
  const disk = smallDisk(64);
  try {
    const found = await fillAgainAndAgain(program, disk.place, 3, 5);
    expect(found).toMatchObject({ fillings: 3, refused: 9, missing: 0, invented: 0 });
    expect(found.acknowledged).toBeGreaterThan(3);
    await program.close();
  } finally {
    disk.remove();
  }
});

test('a full disk is said to be full where the work is, and while opening', async ({ program }) => {
  const disk = smallDisk(64);
  try {
    const switches = [await demoLibrary(disk.place, program.folder)];
    const { page } = await program.start({ switches });
    await solveigsRating(page);
    fillUp(disk.place);
    await page.keyboard.press('Escape');
    // What fits into the log of writes is kept; then there is no more room.
    const full = page.getByText('The disk is full. Make room and repeat the last step');
    await expect
      .poll(async () => {
        await page.keyboard.type('12');
        await page.keyboard.press('Enter');
        return full.count();
      })
      .toBeGreaterThan(0);
    await program.kill();
    const again = await program.start({ switches, upTo: 'entrance' });
    await unlock(again.page);
    await expect(again.page.getByText(/The disk is full/)).toBeVisible();
    await program.close();
  } finally {
    disk.remove();
  }
});

test('settings that do not fit on the disk are said not to be saved, and stay as they were', async ({
  program,
}) => {
  const disk = smallDisk(64);
  try {
    const library = await demoLibrary(program.folder);
    const { page } = await program.start({ switches: [library, `--user-data-dir=${disk.place}`] });
    fillUp(disk.place);
    const answer = await page.evaluate(() => window.api.saveSettings({ deskSplit: 50 }));
    expect(answer).toEqual({ ok: false, reason: 'full' });
    await program.close();
  } finally {
    disk.remove();
  }
});
