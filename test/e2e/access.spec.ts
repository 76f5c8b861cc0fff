import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { played } from '../fixtures/media';
import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';

/** No violation of any rule of axe, at rest. */
async function expectAccessible(page: Page, place: string): Promise<void> {
  // Entrances of dialogs and menus fade: their colours count when they have arrived.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found, place).toEqual([]);
}

for (const colours of ['light', 'dark'] as const) {
  test(`every place is accessible in ${colours} colours`, async ({ program }) => {
    test.setTimeout(180_000);
    const library = await demoLibrary(program.folder);
    const { page } = await program.start({ switches: [library, '--demo'] });
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);

    await expectAccessible(page, 'library');
    await page.getByRole('textbox', { name: 'Search sessions' }).fill('nothing like this');
    await expectAccessible(page, 'library, nothing found');
    await page.getByRole('link', { name: 'Settings' }).click();
    await expectAccessible(page, 'settings');
    await page.getByRole('link', { name: 'Open', exact: true }).click();
    await expectAccessible(page, 'scale and phases');
    await page.getByRole('button', { name: 'New edition' }).click();
    await expectAccessible(page, 'new edition');
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /English/ })
      .getByRole('button', { name: 'Paste' })
      .click();
    await page.getByLabel('The text').fill('1;8;text');
    await page.getByRole('button', { name: 'Look it over' }).click();
    await expectAccessible(page, 'a text pack with a fault');
    await page.getByLabel('The text').fill('1;4;The fourth');
    await page.getByRole('button', { name: 'Look it over' }).click();
    await expectAccessible(page, 'a text pack that is right');
    await page.getByRole('button', { name: 'Use it' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('link', { name: 'Back to settings' }).click();
    await page.getByRole('button', { name: 'Change Space for play or pause' }).click();
    await page.keyboard.press('Enter');
    await expectAccessible(page, 'a new key that is refused');
    await page.keyboard.press('Shift+ArrowLeft');
    await expectAccessible(page, 'a new key that another action has');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Progress' }).click();
    await expect(page.locator('circle[data-session]').first()).toBeVisible();
    await expectAccessible(page, 'progress');
    await page.getByRole('button', { name: /15 Pretend mode/ }).click();
    await expectAccessible(page, 'progress of one item');
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('textbox', { name: 'Search sessions' }).fill('');
    await page.getByRole('link', { name: '27 Aug 2026' }).click();
    await page.getByRole('link', { name: 'Results' }).click();
    await expect(page.getByRole('heading', { name: 'Who did what' })).toBeVisible();
    await expectAccessible(page, 'results');
    await page.getByRole('option', { name: /^12 / }).click();
    await page.keyboard.press('ArrowDown');
    await expectAccessible(page, 'results with an item chosen');
    await page.getByRole('button', { name: /^Nora/, pressed: true }).click();
    await expectAccessible(page, 'results with a rating put aside');
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('link', { name: '29 Oct 2026' }).click();
    await page.getByRole('link', { name: 'Results' }).click();
    await expectAccessible(page, 'results that are covered');
    await page.getByRole('link', { name: 'Back to the session' }).click();
    await expectAccessible(page, 'session');
    await page.getByRole('combobox', { name: 'Who rates?' }).click();
    await page.getByRole('option', { name: '+ New rater …' }).click();
    await expectAccessible(page, 'new rater');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Solveig K.' }).click();
    await expect(page.getByTestId('clock')).toBeVisible();
    await expectAccessible(page, 'desk');
    await page.keyboard.press('w');
    await expectAccessible(page, 'all levels of an item');
    await page.keyboard.press('w');
    await page.keyboard.press('p');
    await expectAccessible(page, 'beginning a phase');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tur: Eva' }).click();
    await expectAccessible(page, 'a phase');
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await page.keyboard.press('Shift+V');
    await page.getByRole('grid', { name: 'Transcript' }).getByRole('row').nth(1).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('e');
    await page.keyboard.press('Enter');
    await expectAccessible(page, 'desk with a transcript, some of it chosen and found');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await expectAccessible(page, 'desk with the transcript alone');
    await page.keyboard.press('v');
    await page
      .getByRole('button', { name: /^Item 4, 0/ })
      .first()
      .click();
    await page.keyboard.press('Space');
    await page.keyboard.type('1');
    await expectAccessible(page, 'desk with a mark selected');
    await page.keyboard.press('Control+g');
    await expectAccessible(page, 'go to time');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await expectAccessible(page, 'keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Overall rating' }).click();
    await expectAccessible(page, 'desk with the overall rating open');
    await page.getByRole('button', { name: /^Watched/ }).click();
    await expectAccessible(page, 'coverage');
    await page.keyboard.press('Escape');
    await expect(page.getByText(/was played/)).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: /^Reason for 13 / }).fill('Not heard');
    await page.getByRole('button', { name: 'Use “Not heard” for all' }).click();
    await expectAccessible(page, 'submitting');
    await page.getByRole('button', { name: 'Submit and lock' }).click();
    await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
    await expectAccessible(page, 'a submitted rating');
    await page.getByRole('button', { name: 'History' }).click();
    await expectAccessible(page, 'history');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Amend …' }).click();
    await page.getByLabel('Reason').fill('Heard again');
    await expectAccessible(page, 'amending');
    await page.getByRole('button', { name: 'Open version 2' }).click();
    await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Back to the session' }).click();
    await page.getByRole('combobox', { name: 'Purpose' }).click();
    await page.getByRole('option', { name: 'Certification' }).click();
    await page.getByRole('button', { name: 'Rate', exact: true }).click();
    await expect(page.getByTestId('clock')).toBeVisible();
    await page.getByRole('link', { name: 'Back to the session' }).click();
    await expectAccessible(page, "a session with others' ratings hidden");
    await page.getByRole('button', { name: /^You are/ }).click();
    await expectAccessible(page, 'who is there');
  });

  test(`the empty places are accessible in ${colours} colours`, async ({ program }) => {
    const { page } = await program.start();
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expectAccessible(page, 'empty library');
    await page.getByRole('link', { name: 'Progress' }).click();
    await expectAccessible(page, 'empty progress');
    await program.drop(played['sound.mp3']());
    await expectAccessible(page, 'new session');
    await page.evaluate(() => window.api.addRater({ name: 'SK', kind: 'supervisor' }));
    await page.reload();
    await page.getByRole('combobox', { name: 'Who rates?' }).click();
    await page.getByRole('option', { name: 'SK' }).click();
    await page.getByRole('button', { name: 'Rate', exact: true }).click();
    await expect(page.getByText('Sound recording')).toBeVisible();
    await expectAccessible(page, 'desk without marks');
  });
}
