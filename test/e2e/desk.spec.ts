import type { Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { goTo, openSolveigs, playerTime } from './steps';

async function openDesk(program: Program): Promise<Page> {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  await openSolveigs(page);
  return page;
}

const level = (page: Page, item: number, part: 'adherence' | 'quality') =>
  page.locator(`[data-item="${item}"] [data-part="${part}"] [aria-checked="true"]`);

test('Space plays after a level was given, and takes nothing back', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('13');
  await page.keyboard.press('r');
  await page.keyboard.press('4');
  await page.keyboard.press('5');
  await expect(level(page, 13, 'quality')).toHaveText('5');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect(level(page, 13, 'quality')).toHaveText('5');
  await page.getByRole('radiogroup', { name: 'Adherence' }).getByRole('radio', { name: '6' }).click();
  await expect(level(page, 13, 'adherence')).toHaveText('6');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(level(page, 13, 'adherence')).toHaveText('6');
});

test('a key that is held too long is one press', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('12');
  await page.keyboard.press('r');
  await expect(page.locator('[data-item="12"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();
  // Playwright sends `repeat` for every further `down` without an `up`.
  for (let press = 0; press < 6; press += 1) await page.keyboard.down('0');
  await page.keyboard.up('0');
  await expect(page.getByText('12 of 19 items')).toBeVisible();
  await expect(page.locator('[data-item="13"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();
});

test('a missed opportunity right after a mark is a mark of its own', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('m');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 12, 0/ })).toHaveCount(2);
  await expect(page.getByRole('checkbox', { name: 'Missed opportunity' })).toBeChecked();
});

test('a quality typed at once belongs to the mark, however slow the disk', async ({ program }) => {
  const page = await openDesk(program);
  // The keys follow each other within one turn of the page: no answer can have come in between.
  await page.evaluate(async () => {
    for (const [code, key] of [
      ['Digit1', '1'],
      ['Digit3', '3'],
      ['Enter', 'Enter'],
      ['Digit6', '6'],
    ] as const) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true }));
      await Promise.resolve();
    }
  });
  const quality = page.getByRole('radiogroup', { name: 'Quality of the mark' });
  await expect(quality.getByRole('radio', { checked: true })).toHaveText('6');
  await expect(page.getByRole('button', { name: /^Item 13, 0/ })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Item 6, 0/ })).toHaveCount(1);
});

test('clicking a level while writing a note ends the note, and the next digits are no text', async ({
  program,
}) => {
  const page = await openDesk(program);
  await page.getByRole('textbox', { name: 'Note on item 1' }).click();
  await page.keyboard.type('Clear frame');
  await page.getByRole('radiogroup', { name: 'Quality' }).first().getByRole('radio', { name: '6' }).click();
  await page.keyboard.type('7');
  await expect(page.getByRole('textbox', { name: 'Note on item 1' })).toHaveValue('Clear frame');
  await expect(level(page, 1, 'quality')).toHaveText('6');
});

test('the place in the recording is kept when the desk is left', async ({ program }) => {
  const page = await openDesk(program);
  await goTo(page, '2:05');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(124_000);
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await page.getByRole('link', { name: 'Solveig K.' }).click();
  await expect.poll(() => playerTime(page)).toBe(125_000);
});
