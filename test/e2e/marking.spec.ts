import type { Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { goTo, openSolveigs, playerTime } from './steps';

async function openDesk(program: Program, settings = {}): Promise<Page> {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  await page.evaluate((some) => window.api.saveSettings(some), settings);
  await page.reload();
  await openSolveigs(page);
  await goTo(page, '2:05');
  await expect.poll(() => playerTime(page)).toBe(125_000);
  return page;
}

const command = (page: Page) => page.locator('output[aria-live]');
const panel = (page: Page) => page.getByRole('region', { name: 'Selected mark' });
/** What the record has of the open rating. */
async function marks(page: Page) {
  const view = await page.evaluate(async () => {
    const id = location.hash.split('/').at(-1) ?? '';
    return window.api.rating(id);
  });
  if (!view.ok || view.value?.outcome !== 'open') throw new Error('no rating');
  return view.value.marks;
}

test('Shift+Enter begins a stretch, Enter ends it, and a digit gives it a quality', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('15');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('button', { name: /^Item 15, 00:02:05/ })).toBeVisible();
  await expect(command(page)).toHaveText('Stretch on 15 from 00:02:05 … Enter ends it');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('00:02:05.0 – 00:02:35.0');
  await page.keyboard.press('6');
  await expect(page.getByRole('button', { name: /^Item 15, 00:02:05, .*quality 6$/ })).toBeVisible();
  const found = (await marks(page)).find(({ item }) => item === 15);
  expect(found).toMatchObject({ atMs: 125_000, endMs: 155_000, quality: 6 });
});

test('a stretch that is ended before its beginning lies between both', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('15');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('00:01:55.0 – 00:02:05.0');
});

test('other items can be marked while a stretch runs', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('15');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('l');
  await page.keyboard.type('16');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 16, 00:02:15/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await marks(page)).find(({ item }) => item === 15)?.endMs).toBe(135_000);
  expect((await marks(page)).find(({ item }) => item === 16)?.endMs).toBeNull();
});

test('S and a number mark the same moment for another item: two keys', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('b');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('s');
  await page.keyboard.press('8');
  await page.keyboard.press('s');
  await page.keyboard.type('17');
  await expect(page.getByRole('button', { name: /^Item 17, 00:02:05/ })).toBeVisible();
  const same = (await marks(page)).filter(({ atMs }) => atMs === 125_000);
  expect(same.map(({ item, therapist }) => [item, therapist]).toSorted()).toEqual([
    [12, 'second'],
    [17, 'second'],
    [8, 'second'],
  ]);
});

test('the aspect of turn-taking is chosen by key and in the panel, and undone', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  const aspect = panel(page).getByRole('combobox', { name: 'Aspect' });
  await expect(aspect).toHaveValue('');
  await page.keyboard.press('e');
  await page.keyboard.press('e');
  await expect(aspect).toHaveValue('following up');
  await page.keyboard.press('Control+z');
  await expect(aspect).toHaveValue('own initiative');
  await aspect.click();
  await page.getByRole('option', { name: 'closing' }).click();
  await expect(aspect).toHaveValue('closing');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

test('a mark is copied to another item with all that it says', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('5');
  await page.keyboard.press('n');
  await expect(panel(page).getByRole('textbox', { name: 'Note on the mark' })).toBeFocused();
  await page.keyboard.type('Stays with it');
  await page.keyboard.press('Enter');
  await panel(page).getByRole('combobox', { name: 'Also on …' }).click();
  await page.getByRole('option', { name: /^17 / }).click();
  await expect(page.getByRole('button', { name: /^Item 17, 00:02:05, quality 5/ })).toBeVisible();
  await expect(panel(page).getByRole('textbox', { name: 'Note on the mark' })).toHaveValue('Stays with it');
});

test('a pause steps back two seconds when played on, and a loop turns back', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(126_000);
  await page.keyboard.press('Space');
  const paused = await playerTime(page);
  await page.evaluate(() => {
    const video = document.querySelector('video');
    video?.addEventListener('playing', () => {
      document.body.dataset.resumedAt = String(video.currentTime * 1000);
    });
  });
  await page.keyboard.press('Space');
  await expect(page.locator('body[data-resumed-at]')).toBeAttached();
  const resumed = Number(await page.locator('body').getAttribute('data-resumed-at'));
  expect(paused - resumed).toBeGreaterThan(1500);
  expect(paused - resumed).toBeLessThan(2050);

  await page.keyboard.press('Space');
  await goTo(page, '1:00');
  await page.keyboard.press('o');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('o');
  await expect(page.getByRole('button', { name: 'Loop' })).toBeVisible();
  await page.evaluate(() => {
    document.body.dataset.turns = '0';
    document.querySelector('video')?.addEventListener('seeking', () => {
      document.body.dataset.turns = String(Number(document.body.dataset.turns) + 1);
    });
  });
  await page.keyboard.press('Space');
  await expect
    .poll(async () => Number(await page.locator('body').getAttribute('data-turns')))
    .toBeGreaterThan(2);
  expect(await playerTime(page)).toBeLessThan(61_400);
  await page.keyboard.press('o');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(61_500);
});

test('writing a note pauses when that is wanted, and Enter plays on', async ({ program }) => {
  const page = await openDesk(program, { notePauses: true });
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.keyboard.type('Warm');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

test('who watched on without giving a quality types the number of the next item', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(command(page)).toContainText('Marked. Quality');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.type('16');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 16, 00:02:35/ })).toBeVisible();
  expect((await marks(page)).find(({ item, atMs }) => item === 12 && atMs === 125_000)?.quality).toBeNull();
});
