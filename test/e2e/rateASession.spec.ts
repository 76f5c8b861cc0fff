import { sizeOf, soundOnly, twoHours } from '../fixtures/media';
import { expect, test } from './program';
import { addLead, beginRating, frameTime, goTo, playerTime, rateEverything, submitRating } from './steps';

const quality = (item: number) => ((item * 3) % 7) + 1;

for (const [kind, file, length] of [
  ['film', twoHours, 7_200_000],
  ['sound', soundOnly, 1_200_000],
] as const) {
  test(`a ${kind} is added, played, marked and rated, and all of it is there after the process was killed`, async ({
    program,
  }) => {
    test.setTimeout(180_000);
    const recording = file();
    if (kind === 'film') expect(sizeOf(recording)).toBeGreaterThan(100_000_000);
    let { page } = await program.start();

    await program.choose(recording);
    await page.getByRole('button', { name: 'Add recording' }).click();
    await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
    await addLead(page, 'T-01', 'Kari');
    await beginRating(page, 'SK');

    // Plays: time goes on.
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(() => playerTime(page)).toBeGreaterThan(700);
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

    // Seeks to 90 %, and the decoder's own frame is the one asked for.
    const asked = length * 0.9;
    await goTo(page, kind === 'film' ? '1:48:00' : '18:00');
    await expect.poll(async () => Math.abs((await playerTime(page)) - asked)).toBeLessThan(50);
    if (kind === 'film') expect(Math.abs((await frameTime(page)) - asked)).toBeLessThan(50);

    // Marks: item 12 now, of quality 3, with a note.
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Item 12, 0/ })).toHaveCount(1);
    await page.keyboard.press('3');
    await page.keyboard.press('n');
    await page.keyboard.type('Meets the belief that everybody was against her.');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await rateEverything(page, quality);
    await expect(page.getByText('19 of 19 items')).toBeVisible();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await program.kill();
    ({ page } = await program.start());

    await page.getByRole('link', { name: 'SK' }).click();
    await expect(page.getByText('19 of 19 items')).toBeVisible();
    for (let item = 1; item <= 19; item += 1) {
      await expect(
        page.locator(
          `button[data-item="${item}"] [data-quality], section[data-item="${item}"] [data-part="quality"] [data-quality]`,
        ),
      ).toHaveText(String(quality(item)));
    }
    await page.getByRole('button', { name: /^Item 12, 0/ }).click();
    await expect(page.getByRole('textbox', { name: 'Note on the mark' })).toHaveValue(
      'Meets the belief that everybody was against her.',
    );
    await expect(
      page.getByRole('radiogroup', { name: 'Quality of the mark' }).getByRole('radio', { checked: true }),
    ).toHaveText('3');

    // Submitted: only then does it count.
    await page.keyboard.press('Escape');
    await submitRating(page);

    // On the chart: one session, its overall quality, one rater.
    await page.getByRole('link', { name: 'Back to the session' }).click();
    await page.getByRole('link', { name: 'Progress' }).click();
    await expect(page.locator('circle[data-session]')).toHaveCount(1);
    const chart = page.getByRole('region', { name: 'Overall quality', exact: true });
    await chart.getByRole('button', { name: 'Table' }).click();
    const row = chart.getByRole('row').filter({ has: page.getByRole('link') });
    await expect(row.getByRole('cell').nth(0)).toHaveText('5');
    await expect(row.getByRole('cell').nth(1)).toHaveText('1');
    await chart.getByRole('button', { name: 'Chart' }).click();
    await page.locator('circle[data-session]').click();
    await expect(page.getByRole('heading', { name: 'Who did what' })).toBeVisible();
  });
}
