/** The library with two thousand sessions in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { makeManySessions } from '../../build/demo/manySessions.ts';
import { expect, type Program, test } from './program';

const sessions = 2000;

/** Opens it with its first supervisor in front of the screen. */
async function open(program: Program): Promise<Page> {
  const folder = join(program.folder, 'many');
  await writeDemoKeys(folder);
  const { supervisorIds } = makeManySessions(folder, { sessions });
  writeFileSync(join(program.folder, 'settings.json'), JSON.stringify({ raterId: supervisorIds[0] }));
  const { page } = await program.start({ switches: [`--library=${folder}`] });
  await expect(page.getByText('2,000 sessions')).toBeVisible();
  return page;
}

const list = (page: Page) => page.getByRole('region', { name: 'The sessions' });
/** The session in a row of the table, the newest of all is the first. */
const session = (page: Page, number: number) => page.locator(`tr[aria-rowindex="${number + 1}"] a`).first();
/** The row with the focus. */
const focused = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')) - 1);

test('a long library is read to its end and back by keyboard, with few rows there at a time', async ({
  program,
}) => {
  const page = await open(program);
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '2001');
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(session(page, sessions)).toBeInViewport();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.keyboard.press('Home');
  await expect(session(page, 1)).toBeInViewport();

  await session(page, 1).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe(2);
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toBe(sessions);
  await expect(session(page, sessions)).toBeInViewport();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focused(page)).toBeLessThan(sessions - 5);
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toBe(1);
  await expect(session(page, 1)).toBeInViewport();
});

test('what was sought, and how far down one was, are there again after a session', async ({ program }) => {
  const page = await open(program);
  await page.getByRole('textbox', { name: 'Search sessions' }).fill('ÅLESUND');
  await expect(page.getByText('500 of 2,000 sessions')).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(session(page, 500)).toBeInViewport();
  const top = () => list(page).evaluate(({ scrollTop }) => scrollTop);
  const before = await top();
  await session(page, 499).click();
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Library' }).click();
  await expect(page.getByText('500 of 2,000 sessions')).toBeVisible();
  await expect(session(page, 500)).toBeInViewport();
  expect(await top()).toBe(before);
});

test('an old session is found by what is known of it, and what is nowhere is said', async ({ program }) => {
  const page = await open(program);
  const search = page.getByRole('textbox', { name: 'Search sessions' });
  await search.fill('t-003 desember 2024');
  await expect(page.getByRole('cell', { name: 'T-003' }).first()).toBeVisible();
  const found = await page.getByRole('row').filter({ hasText: 'Dec 2024' }).count();
  expect(found).toBeGreaterThan(2);
  await expect(page.getByText(`${found} of 2,000 sessions`)).toBeVisible();
  await search.fill('t-003 desember 2031');
  await expect(page.getByText('No sessions match.')).toBeVisible();
});

test('what waits for one is a press away', async ({ program }) => {
  const page = await open(program);
  const waiting = page.getByRole('button', { name: /^Waiting for me \d+$/ });
  const count = Number((await waiting.innerText()).replace(/\D/g, ''));
  await waiting.click();
  await expect(waiting).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(`${count} of 2,000 sessions`)).toBeVisible();
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(count + 1));
  // Each with the own rating first, which is not done.
  for (const row of await page
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .all()) {
    await expect(row.getByRole('link').nth(1)).toHaveAccessibleName(/^– ?Solveig K\. ?\d+ of 19$/);
  }
  await waiting.click();
  await expect(page.getByText('2,000 sessions', { exact: true })).toBeVisible();
});

for (const colours of ['light', 'dark'] as const) {
  test(`a long library is accessible in ${colours} colours, at its top and in its middle`, async ({
    program,
  }) => {
    const page = await open(program);
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
    for (const top of [0, 40_000]) {
      await list(page).evaluate((scroller, to) => scroller.scrollTo(0, to), top);
      await expect(page.locator('tr[aria-busy]')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
