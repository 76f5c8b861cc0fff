import type { Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { goTo, openSolveigs } from './steps';

async function openDesk(program: Program, switches: string[]): Promise<Page> {
  const { page } = await program.start({ switches });
  await openSolveigs(page);
  return page;
}

const lane = (page: Page) => page.getByRole('region', { name: 'Phases' });
/** Name, start and end of each phase, as their titles say. */
const phases = (page: Page): Promise<(string | null)[]> =>
  lane(page)
    .locator('[data-phase] [title]')
    .evaluateAll((names) => names.map((name) => name.getAttribute('title')));

const usual = [
  'Åpning · 00:00:00–00:00:25',
  'Runde · 00:00:25–00:00:38',
  'Tur: Eva · 00:00:38–00:02:54',
  'Tur: Helen · 00:02:54–00:03:41',
  'Avslutning · 00:03:41–00:04:05',
];

test('a phase is begun by keyboard alone, and undone after a restart', async ({ program }) => {
  const switches = [await demoLibrary(program.folder)];
  const page = await openDesk(program, switches);
  await expect.poll(() => phases(page)).toEqual(usual);

  await goTo(page, '1:40');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'New phase' })).toBeVisible();
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Opening/);
  await page.keyboard.press('3');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Turn/);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/Closing/);
  await page.keyboard.press('Enter');
  const split = [
    ...usual.slice(0, 2),
    'Tur: Eva · 00:00:38–00:01:40',
    'Closing · 00:01:40–00:02:54',
    ...usual.slice(3),
  ];
  await expect.poll(() => phases(page)).toEqual(split);

  // A letter begins a name of one's own.
  await goTo(page, '2:00');
  await page.keyboard.press('p');
  await expect(page.getByRole('listbox')).toBeFocused();
  await page.keyboard.type('Tur: Per');
  await page.keyboard.press('Enter');
  await expect.poll(() => phases(page)).toContain('Tur: Per · 00:02:00–00:02:54');
  // The desk has its keys again.
  await page.keyboard.press('Control+z');
  await expect.poll(() => phases(page)).toEqual(split);

  await program.kill();
  const again = await openDesk(program, switches);
  await expect.poll(() => phases(again)).toEqual(split);
  await again.keyboard.press('Control+z');
  await expect.poll(() => phases(again)).toEqual(usual);
  await again.keyboard.press('Control+Shift+z');
  await expect.poll(() => phases(again)).toEqual(split);
});

test('an edge is dragged, and takes the neighbour’s along', async ({ program }) => {
  const page = await openDesk(program, [await demoLibrary(program.folder)]);
  const box = await lane(page).boundingBox();
  const edge = await lane(page).locator('[data-phase="Runde"] [data-edge="end"]').boundingBox();
  if (box === null || edge === null) throw new Error('no lane');
  const [x, y] = [edge.x + edge.width / 2, edge.y + edge.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y);
  await page.mouse.move(box.x + box.width / 2, y + 60);
  await page.mouse.up();
  await expect.poll(() => phases(page)).toContain('Runde · 00:00:25–00:02:02');
  expect(await phases(page)).toContain('Tur: Eva · 00:02:02–00:02:54');
  // One drag is one step.
  await page.keyboard.press('Control+z');
  await expect.poll(() => phases(page)).toEqual(usual);
});

test('a phase is renamed, moved to now and deleted in its card', async ({ program }) => {
  const page = await openDesk(program, [await demoLibrary(program.folder)]);
  await goTo(page, '3:00');
  await lane(page).getByRole('button', { name: 'Tur: Helen' }).click();
  const card = page.getByRole('dialog');
  await card.getByRole('button', { name: 'Round' }).click();
  await expect.poll(() => phases(page)).toContain('Round · 00:02:54–00:03:41');
  await card.getByRole('textbox', { name: 'Name' }).fill('Tur: Siv');
  await page.keyboard.press('Enter');
  await expect.poll(() => phases(page)).toContain('Tur: Siv · 00:02:54–00:03:41');
  await card.getByRole('button', { name: 'Start now' }).click();
  await expect.poll(() => phases(page)).toContain('Tur: Siv · 00:03:00–00:03:41');
  expect(await phases(page)).toContain('Tur: Eva · 00:00:38–00:03:00');
  // Escape leads back to the desk at once: the next key is no part of the name.
  await card.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: /Missed/, pressed: true })).toBeVisible();
  await lane(page).getByRole('button', { name: 'Tur: Siv' }).click();
  await card.getByRole('button', { name: 'Delete the phase' }).click();
  await expect(lane(page).getByRole('button', { name: 'Tur: Siv' })).toHaveCount(0);
  await page.getByRole('button', { name: 'New phase here' }).click();
  await expect.poll(() => phases(page)).toContain('Opening · 00:03:00–00:03:41');
});
