import type { Locator, Page } from 'playwright';
import type { NewMark } from '../../db/model';
import { manyMarks, markedLibrary } from './markedLibrary';
import { expect, type Program, test } from './program';
import { goTo, playerTime } from './steps';

/** Opens the desk with these marks; the recording lasts two hours. */
async function openDesk(program: Program, marks: readonly Partial<NewMark>[]): Promise<Page> {
  const { page } = await program.start({ switches: [await markedLibrary(program.folder, marks)] });
  await page.getByRole('link', { name: /SK/ }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  return page;
}

/** Leaves the desk and comes back: what is seen then was read from the record. */
async function reopen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await page.getByRole('link', { name: /SK/ }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
}

const ruler = (page: Page): Locator => page.getByRole('slider', { name: 'Time line' });
const mark = (page: Page, item: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^Item ${item}, 0`) });
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('it is not laid out');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const widthOf = async (of: Locator): Promise<number> => (await of.boundingBox())?.width ?? 0;

/** Takes hold of something and moves the pointer, without letting go. */
async function hold(page: Page, what: Locator, by: { x?: number; y?: number }): Promise<void> {
  const { x, y } = await middle(what);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 5 });
}

test('Ctrl and the arrows zoom around the playhead, and back to the whole session', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  const before = await widthOf(ruler(page));
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Control+ArrowUp');
  await expect.poll(() => widthOf(ruler(page))).toBeCloseTo(8 * before, -1);
  await expect(mark(page, 12)).toBeInViewport();
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(() => widthOf(ruler(page))).toBeCloseTo(4 * before, -1);
  await page.keyboard.press('Shift+Z');
  await expect.poll(() => widthOf(ruler(page))).toBeCloseTo(before, 0);
});

test('Ctrl and the wheel zoom around the pointer', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 5_000_000 }]);
  const before = await middle(mark(page, 12));
  // A pointer stands on whole pixels, a mark need not.
  const x = Math.round(before.x);
  const width = await widthOf(ruler(page));
  await page.mouse.move(x, before.y);
  await page.keyboard.down('Control');
  for (let notch = 0; notch < 8; notch += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(() => widthOf(ruler(page))).toBeGreaterThan(20 * width);
  const wider = (await widthOf(ruler(page))) / width;
  const asideOf = async () => (await middle(mark(page, 12))).x - x;
  expect(Math.abs((await asideOf()) - (before.x - x) * wider)).toBeLessThan(1.5);
});

test('ten seconds can be seen side by side, with a time every second or two', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Space');
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('Control+ArrowUp');
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeDisabled();
  await expect(ruler(page).getByText('00:59:58', { exact: true })).toBeInViewport();
  await expect(ruler(page).getByText('01:00:00', { exact: true })).toBeInViewport();
  await expect(mark(page, 12)).toBeInViewport();
});

test('a moment that is dragged has its new time, also when the desk is opened again', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  const from = await middle(mark(page, 12));
  const msPerPx = 7_200_000 / (await widthOf(ruler(page)));
  await hold(page, mark(page, 12), { x: 100 });
  await expect(page.getByTestId('draft')).toHaveText(/^01:/);
  await page.mouse.up();
  await expect(page.getByTestId('draft')).toHaveCount(0);
  await saved(page);
  await reopen(page);
  await expect.poll(async () => Math.abs((await middle(mark(page, 12))).x - from.x - 100)).toBeLessThan(2);
  const minutes = Math.floor((3_600_000 + 100 * msPerPx) / 60_000) - 60;
  await expect(mark(page, 12)).toHaveAccessibleName(new RegExp(`01:${minutes}:`));
  // The drag played nothing and selected nothing.
  expect(await playerTime(page)).toBe(0);
});

test('a press that does not move plays the mark', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  await hold(page, mark(page, 12), { x: 2, y: 1 });
  await page.mouse.up();
  await expect.poll(() => playerTime(page)).toBeGreaterThan(3_594_000);
  await expect(mark(page, 12)).toHaveAccessibleName('Item 12, 01:00:00');
});

test('a stretch is made longer by its end and shorter by its start', async ({ program }) => {
  const page = await openDesk(program, [{ item: 18, atMs: 3_600_000, endMs: 4_500_000 }]);
  await hold(page, mark(page, 18).locator('[data-end="end"]'), { x: 60 });
  await page.mouse.up();
  await expect(mark(page, 18)).toHaveAccessibleName(/^Item 18, 01:00:00, to 01:2[6-9]/);
  await hold(page, mark(page, 18).locator('[data-end="start"]'), { x: 20 });
  await page.mouse.up();
  await expect(mark(page, 18)).toHaveAccessibleName(/^Item 18, 01:0[3-5]:\d\d, to 01:2[6-9]/);
  await reopen(page);
  await expect(mark(page, 18)).toHaveAccessibleName(/^Item 18, 01:0[3-5]:\d\d, to 01:2[6-9]/);
});

test('a moment is pulled out into a stretch', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  await page.keyboard.press('Alt+ArrowRight');
  await hold(page, mark(page, 12).locator('[data-end="end"]'), { x: 50 });
  await page.mouse.up();
  await expect(mark(page, 12)).toHaveAccessibleName(/^Item 12, 01:00:00, to 01:1/);
});

test('dropped on another lane a mark moves to that item and keeps its time', async ({ program }) => {
  const page = await openDesk(program, [
    { item: 4, atMs: 1_800_000 },
    { item: 12, atMs: 3_600_000 },
    { item: 12, atMs: 5_400_000 },
  ]);
  await hold(page, mark(page, 12).first(), { x: 5, y: -20 });
  await page.mouse.up();
  await expect(mark(page, 4)).toHaveCount(2);
  await expect(mark(page, 4).last()).toHaveAccessibleName('Item 4, 01:00:00');
  await expect(mark(page, 12)).toHaveCount(1);
});

test('dropped with Ctrl on another lane a mark is copied', async ({ program }) => {
  const page = await openDesk(program, [
    { item: 4, atMs: 1_800_000 },
    { item: 12, atMs: 3_600_000, quality: 6 },
  ]);
  await hold(page, mark(page, 12), { y: -20 });
  await page.keyboard.down('Control');
  await expect(page.getByTestId('draft')).toHaveText(/^\+ 01:00:00/);
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(mark(page, 4)).toHaveCount(2);
  await expect(mark(page, 12)).toHaveCount(1);
  await reopen(page);
  await expect(mark(page, 4).last()).toHaveAccessibleName('Item 4, 01:00:00, quality 6');
});

test('Escape takes a drag back', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  await hold(page, mark(page, 12), { x: 120 });
  await expect(page.getByTestId('draft')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('draft')).toHaveCount(0);
  await page.mouse.up();
  await reopen(page);
  await expect(mark(page, 12)).toHaveAccessibleName('Item 12, 01:00:00');
});

test('the selected mark is moved by keys, and each press counts', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  await page.keyboard.press('Alt+ArrowRight');
  for (let press = 0; press < 25; press += 1) await page.keyboard.press('Alt+Period');
  await expect(mark(page, 12)).toHaveAccessibleName('Item 12, 01:00:02');
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('Alt+Shift+Period');
  await expect(mark(page, 12)).toHaveAccessibleName('Item 12, 01:00:02, to 01:00:05');
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('Alt+Comma');
  await expect(mark(page, 12)).toHaveAccessibleName('Item 12, 01:00:01, to 01:00:04');
});

test('the view follows playback, and stays where one has scrolled to', async ({ program }) => {
  const page = await openDesk(program, [{ item: 12, atMs: 3_600_000 }]);
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('Control+ArrowUp');
  const view = page.locator('[data-zoomed]');
  const left = () => view.evaluate((element) => element.scrollLeft);
  expect(await left()).toBe(0);
  for (let press = 0; press < 8; press += 1) await page.keyboard.press(']');
  // Ten seconds fill the view, and playback goes three times as fast.
  await page.keyboard.press('Space');
  await expect.poll(left).toBeGreaterThan(300);
  const slider = page.locator('[role="slider"][aria-label="Time line"]');
  expect(Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(9);

  await view.hover();
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 9000);
  await page.keyboard.up('Shift');
  await expect.poll(left).toBeGreaterThan(5000);
  const there = await left();
  const second = Number(await slider.getAttribute('aria-valuenow'));
  await expect
    .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
    .toBeGreaterThan(second + 9);
  expect(await left()).toBe(there);
  // Whoever goes somewhere by a key wants to see it.
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(left).toBeLessThan(there);
});

test('2,000 marks open as numbers, come apart when one comes closer, and take a new one', async ({
  program,
}) => {
  const page = await openDesk(program, manyMarks(2000));
  const crowd = page.getByRole('button', { name: /^Item 5: \d+ marks from/ });
  await expect(crowd.first()).toBeVisible();
  expect(await page.locator('[data-mark], [data-crowd]').count()).toBeLessThan(700);

  await goTo(page, '1:00:00');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  const selected = page.locator('[data-mark][data-selected]');
  await expect(selected).toHaveAccessibleName('Item 5, 01:00:00');
  await expect(selected).toBeInViewport();

  const number = Number((await crowd.first().textContent())?.trim());
  const [, from, to] =
    /from (\S+) to (\S+)/.exec((await crowd.first().getAttribute('aria-label')) ?? '') ?? [];
  await crowd.first().click();
  await expect(page.getByRole('button', { name: /^Item 5, / }).first()).toBeVisible();
  const names = await page
    .getByRole('button', { name: /^Item 5, / })
    .evaluateAll((all) =>
      all.map((one) => /, (\d\d:\d\d:\d\d)/.exec(one.getAttribute('aria-label') ?? '')?.[1] ?? ''),
    );
  expect(names.filter((time) => time >= (from ?? '') && time < (to ?? '')).length).toBeGreaterThanOrEqual(
    number,
  );
});
