import type { Page } from 'playwright';
import { soundOnly } from '../fixtures/media';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { beginRating, goTo, openSolveigs, playerTime } from './steps';

async function openDesk(program: Program): Promise<Page> {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  await openSolveigs(page);
  await goTo(page, '1:00');
  await expect.poll(() => playerTime(page)).toBe(60_000);
  return page;
}

test('the picture plays on in a window of its own, whose keys are those of the desk, and comes back', async ({
  program,
}) => {
  const page = await openDesk(program);
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(60_500);
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('x');
  const picture = await opened;
  await expect(picture.locator('video')).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  await expect.poll(() => playerTime(picture)).toBeGreaterThan(61_000);
  const before = await playerTime(picture);
  await expect.poll(() => playerTime(picture)).toBeGreaterThan(before + 300);
  await expect(page.getByText('The picture is in a window of its own.')).toBeVisible();

  await picture.bringToFront();
  await picture.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await picture.keyboard.type('15');
  await picture.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 15, 00:01:0/ })).toBeVisible();

  const at = await playerTime(picture);
  await picture.close();
  await expect(page.locator('video')).toBeVisible();
  await expect.poll(() => playerTime(page)).toBeCloseTo(at, -2);
});

test('the window of the picture closes with the desk', async ({ program }) => {
  const page = await openDesk(program);
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('x');
  const picture = await opened;
  await expect(picture.locator('video')).toBeVisible();
  const closed = picture.waitForEvent('close');
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await closed;
});

test('a hidden picture leaves its room to the time line, and the sound goes on', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('Space');
  const line = page.getByRole('slider', { name: 'Time line' });
  const before = (await line.boundingBox())?.y ?? 0;
  await page.keyboard.press('h');
  await expect(page.getByText('The picture is hidden. The sound goes on.')).toBeVisible();
  await expect(page.locator('video')).toBeHidden();
  expect((await line.boundingBox())?.y).toBeLessThan(before - 100);
  const at = await playerTime(page);
  await expect.poll(() => playerTime(page)).toBeGreaterThan(at + 300);
  await page.getByRole('button', { name: 'Show the picture' }).click();
  await expect(page.locator('video')).toBeVisible();
});

test('the picture fills the screen, shows what is typed there, and marks are made', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.type('15');
  await expect(page.locator(':fullscreen output[aria-live]')).toContainText('Handling pretend mode');
  await page.keyboard.press('Enter');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  await expect(page.getByRole('button', { name: /^Item 15, 00:01:00/ })).toBeVisible();
});

test('sound alone takes little room, and has nothing to hide', async ({ program }) => {
  const { page } = await program.start();
  await program.choose(soundOnly());
  await page.getByRole('button', { name: 'Add recording' }).click();
  await beginRating(page, 'SK');
  await expect(page.getByText('Sound recording')).toBeVisible();
  const line = page.getByRole('slider', { name: 'Time line' });
  expect((await line.boundingBox())?.y).toBeLessThan(300);
  await page.keyboard.press('h');
  await expect(page.getByText('Sound recording')).toBeVisible();
});
