import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { tabTo } from './byKeyboard';
import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';

const points = (page: Page) => page.getByTestId('measure-chart').locator('circle[data-session]');

/** Chooses whose progress is shown. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Whose progress' }).click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Progress · ${name}`);
}

test('a therapist, a pair and a group each have their progress, and a trend where there is enough', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library, '--demo'] });
  await page.getByRole('link', { name: 'Progress' }).click();

  // Eight sessions, of which Solveig is still rating the newest.
  await choose(page, 'T-07 Ingrid');
  await expect(points(page)).toHaveCount(7);
  await expect(
    page.getByText(/levels a year, 95 % interval .* Theil–Sen slope over 7 sessions\./),
  ).toBeVisible();
  await choose(page, 'Ingrid and Jonas');
  await expect(points(page)).toHaveCount(7);
  await choose(page, 'Mandagsgruppen');
  await expect(points(page)).toHaveCount(4);
  await expect(page.getByText('Too few sessions for a trend (4 of 5).')).toBeVisible();
  await choose(page, 'T-03 Marit');
  await expect(points(page)).toHaveCount(4);
});

test('filters narrow what is shown, stay from view to view and after a reload, and are cleared at once', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library, '--demo'] });
  await page.getByRole('link', { name: 'Progress' }).click();
  await choose(page, 'T-07 Ingrid');
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'From … to …' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('1 May 2026');
  await page.keyboard.press('Enter');
  await expect(points(page)).toHaveCount(4);
  await page.getByRole('combobox', { name: 'Rater' }).click();
  await page.getByRole('option', { name: 'Henrik B.' }).click();
  await expect(points(page)).toHaveCount(3);
  await expect(page.getByText(/^5 of 8 sessions, /)).toBeVisible();
  await page.getByRole('tab', { name: 'Items by sessions' }).click();
  await expect(page.getByText(/^5 of 8 sessions, /)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Items by sessions' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Over time' }).click();
  await expect(points(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(points(page)).toHaveCount(7);
});

test('an event that is added stands on the chart, and goes when it is removed', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library, '--demo'] });
  await page.getByRole('link', { name: 'Progress' }).click();
  await choose(page, 'T-07 Ingrid');
  await page.getByRole('button', { name: 'Add event' }).click();
  await page.getByRole('textbox', { name: 'What happened' }).fill('Course in <b>June</b>');
  await page.getByRole('textbox', { name: 'Day' }).fill('1 June 2026');
  await page.keyboard.press('Enter');
  const word = page.getByTestId('measure-chart').getByText('Course in <b>June</b>');
  await expect(word).toBeVisible();
  // It is Ingrid's: the group has none of it.
  await choose(page, 'Torsdagsgruppen');
  await expect(points(page)).toHaveCount(7);
  await expect(word).toHaveCount(0);
  await choose(page, 'T-07 Ingrid');
  await expect(word).toBeVisible();
  await page.getByRole('button', { name: /^1 Jun 2026 Course/ }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(word).toHaveCount(0);
});

test('by keyboard alone: an item is enlarged, a point is read, and its results open', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library, '--demo'] });
  await tabTo(page, 'Progress', 'link');
  await page.keyboard.press('Enter');
  await expect(points(page).first()).toBeVisible();
  await tabTo(page, /^4 Engaging members/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^4 .*: quality$/ })).toBeVisible();
  const chart = page.getByRole('application', { name: /^4 / });
  for (let press = 0; press < 60; press += 1) {
    if (await chart.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await expect(chart).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').getByText('5 March 2026 · session 21')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('26 March 2026 · session 24')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText('24 September 2026 · session 42')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/results\//);
});

for (const colours of ['light', 'dark'] as const) {
  test(`progress is accessible in ${colours} colours, with filters, an event and its dialog`, async ({
    program,
  }) => {
    const library = await demoLibrary(program.folder);
    const { page } = await program.start({ switches: [library, '--demo'] });
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
    await page.evaluate(() =>
      window.api.addEvent({ date: '2026-06-01', name: 'Course', therapistId: null, groupId: null }),
    );
    await page.getByRole('link', { name: 'Progress' }).click();
    await expect(points(page).first()).toBeVisible();
    await page.getByRole('combobox', { name: 'Rater' }).click();
    await page.getByRole('option', { name: 'Solveig K.' }).click();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Whose progress' }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '1 Jun 2026 Course' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}

/** No violation of any rule of axe, at rest. */
async function expectAccessible(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
