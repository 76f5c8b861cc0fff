import { join } from 'node:path';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { openDatabase } from '../../db/open.ts';
import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';

type Said = {
  raterName: string;
  item: number;
  quality: number | null;
  adherence: number | null;
  noOccasion: number;
};

/** What the submitted ratings of a day's session say, from the database itself. */
function saidOn(folder: string, date: string): Said[] {
  const db = openDatabase(
    join(folder, 'demo/record.db'),
    demoKeys.database,
    join(import.meta.dirname, '../../db/migrations'),
  );
  try {
    return db
      .prepare<[string], Said>(
        `select rater.name as raterName, score.item, score.quality, score.adherence,
           score.no_occasion as noOccasion
         from session
         join rating on rating.session_id = session.id and rating.submitted_at is not null
         join rater on rater.id = rating.rater_id
         join score on score.rating_id = rating.id
         where session.date = ?
         order by rating.started_at, rating.id, score.item`,
      )
      .all(date);
  } finally {
    db.close();
  }
}

const inWords = ({ raterName, quality, adherence, noOccasion }: Said): string =>
  noOccasion === 1 ? `${raterName}: no occasion` : `${raterName}: quality ${quality}, adherence ${adherence}`;

test('the results of a session show what the database has of every rating and item', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const said = saidOn(program.folder, '2026-08-27');
  expect(said).toHaveLength(5 * 19);
  const { page } = await program.start({ switches: [library, '--demo'] });
  await page.getByRole('link', { name: '27 Aug 2026' }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Torsdagsgruppen · session 38' })).toBeVisible();
  const strip = page.getByRole('region', { name: 'What the numbers rest on' });
  await expect(strip).toContainText('3 raters + 2 self-ratings');
  await expect(strip).toContainText('Solveig K. watched 100 %');

  for (const [item, ratings] of Map.groupBy(said, (one) => one.item)) {
    const words = await page.locator(`[data-measure="${item}"]`).getAttribute('aria-label');
    for (const one of ratings) expect(words, `item ${item}`).toContain(inWords(one));
    const drawn = await page
      .locator(`[data-row="${item}"] [data-side="quality"]`)
      .evaluateAll((signs) => signs.map((sign) => Number(sign.getAttribute('data-level'))));
    expect(drawn.toSorted(), `item ${item}`).toEqual(
      ratings.flatMap(({ quality }) => quality ?? []).toSorted(),
    );
  }

  await page.getByRole('option', { name: /^19 / }).scrollIntoViewIfNeeded();
  await expect(strip, 'still in sight').toBeInViewport();
});

test('an item of the results is reached by keys, and shows what lies behind it', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const said = saidOn(program.folder, '2026-03-05');
  const { page } = await program.start({ switches: [library, '--demo'] });
  await page.getByRole('link', { name: '5 Mar 2026' }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByText(/^One rater: .* \(Folmo et al\. 2017\)\.$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Order' }).focus();
  const overall = page.getByRole('option', { name: /^Overall rating/ });
  while (!(await overall.evaluate((row) => row === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^2 / })).toHaveAttribute('aria-selected', 'true');
  const behind = page.getByRole('region', { name: "2 Regulating the group's phases" });
  const two = said.filter(({ item }) => item === 2);
  for (const { raterName, quality, adherence } of two) {
    await expect(behind.getByRole('row', { name: raterName }).getByRole('cell')).toHaveText([
      String(quality),
      String(adherence),
    ]);
  }
});

test('a rating that is not submitted is not in the results, and leads to them when it is', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library, '--demo'] });
  await page.getByRole('link', { name: '29 Oct 2026' }).click();
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByRole('heading', { name: 'No results yet' })).toBeVisible();
  await expect(page.getByText(/^2 ratings by others are not shown\./)).toBeVisible();
  await page.getByRole('link', { name: 'Solveig K., Supervision' }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('textbox', { name: /^Reason for 13 / }).fill('Not heard');
  await page.getByRole('button', { name: 'Use “Not heard” for all' }).click();
  await page.getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByRole('region', { name: 'What the numbers rest on' })).toContainText(
    '2 raters + 1 self-rating',
  );
  await page.getByRole('option', { name: /^13 / }).click();
  await expect(page.getByText('Submitted without a rating: Not heard')).toBeVisible();
});
