import { join } from 'node:path';
import type { Page } from 'playwright';
import { type MadeProgramme, makeProgramme } from '../../build/demo/makeProgramme.ts';
import type { ProgrammeSize } from '../../build/demo/programmePlans.ts';
import { expectAccessible } from './accessible';
import { expect, type Program, test } from './program';
import { become, rateAlike } from './programmeLibrary';
import { submitRating } from './steps';

async function open(program: Program, size: ProgrammeSize) {
  const made = await makeProgramme(join(program.folder, 'rated'), size);
  const { page } = await program.start({
    switches: [`--library=${join(program.folder, 'rated')}`, '--demo'],
  });
  return { page, made };
}

/** What the contract itself answers about a comparison. */
const comparisonOf = (page: Page, assignmentId: string) =>
  page.evaluate(async (id) => {
    const answer = await window.api.standardComparison(id);
    return answer.ok ? answer.value : answer;
  }, assignmentId);

async function workOf(page: Page) {
  const answer = await page.evaluate(() => window.api.work());
  if (!answer.ok) throw new Error('no work');
  return answer.value;
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    window.location.hash = to;
  }, hash);

test('a trainee rates a practice session, and then sees it beside the standard, with moments that play', async ({
  program,
}) => {
  test.setTimeout(120_000);
  const { page } = await open(program, 'large');
  await become(page, 'Anders V.');
  await page.getByRole('link', { name: 'Programmes' }).click();
  const [next] = (await workOf(page)).filter(({ submittedAt }) => submittedAt === null);
  if (next === undefined) throw new Error('nothing to rate');
  // Before it is submitted nothing is told of the standard, also when the contract is asked.
  expect(await comparisonOf(page, next.assignmentId)).toEqual({ outcome: 'hidden' });
  await goTo(page, `#/comparison/${next.assignmentId}`);
  await expect(page.getByText('The standard is shown later')).toBeVisible();
  await page.getByRole('link', { name: 'To the work list' }).click();

  await page.getByRole('button', { name: /^Begin: / }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  await rateAlike(page, 4);
  await submitRating(page);
  await goTo(page, `#/comparison/${next.assignmentId}`);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Your rating beside the standard' }),
  ).toBeVisible();
  await expect(page.getByText(/^\d+ of 3\d item ratings are within one point of the standard/)).toBeVisible();
  await expect(page.getByText(/^Standard: (consensus|one rater’s rating) \(Kirsten M\./)).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'Profile and standard' }).locator('[data-measure]'),
  ).not.toHaveCount(0);
  await expectAccessibleInBoth(page, 'comparison with the standard');

  const moments = page.getByRole('list', { name: 'The same moments?' });
  await moments
    .getByRole('button', { name: /only the standard/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(moments.locator('[aria-current]')).toHaveCount(1);
});

test('the result of a test says each rule with its value, to who leads and to who took it', async ({
  program,
}) => {
  test.setTimeout(120_000);
  const { page, made } = await open(program, 'small');
  const [passed = '', failed = ''] = made.enrolmentIds;
  const rule = (name: string) => page.locator(`tr[data-rule="${name}"]`);
  await become(page, 'Kirsten M.');
  await goTo(page, `#/attempt/${passed}/1`);
  await expect(page.getByText('Passed', { exact: true })).toBeVisible();
  await expect(rule('within1')).toContainText('3 sessions in a row');
  await expect(rule('overallWithin1')).toContainText('3 of 3');
  await expect(page.getByText(/^The certificate was issued on 9 March 2026/)).toBeVisible();
  await expectAccessibleInBoth(page, 'a test that was passed');

  await become(page, 'Henrik B.');
  await goTo(page, `#/attempt/${failed}/1`);
  await expect(page.getByText('Not passed in this attempt')).toBeVisible();
  await expect(rule('bias')).toHaveAttribute('data-met', 'false');
  await expect(rule('bias')).toContainText(/\+\d\.\d\d95% interval/);
  await expect(page.getByRole('region', { name: 'Worth practising' }).getByRole('listitem')).not.toHaveCount(
    0,
  );
  await expectAccessibleInBoth(page, 'a test that was not passed');
  await page
    .getByRole('region', { name: /^The sessions, in the order/ })
    .getByRole('link')
    .first()
    .click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Your rating beside the standard' }),
  ).toBeVisible();

  // Another rater's result is not this rater's to see.
  await goTo(page, `#/attempt/${passed}/1`);
  await expect(page.getByText('Nothing here any more')).toBeVisible();
});

test('a rater who drifts is pointed out, with what to do, and is given another check', async ({
  program,
}) => {
  test.setTimeout(120_000);
  const { page, made } = await open(program, 'large');
  await become(page, 'Kirsten M.');
  await goTo(page, drift(made));
  const raters = page.getByRole('region', { name: 'Certified raters' });
  await expect(raters.getByRole('row', { name: /^Nora L\./ })).toContainText('alarm');
  await expect(raters.getByRole('row', { name: /^Solveig K\./ })).toContainText('within the limits');
  await expect(raters.getByRole('row', { name: /^Kjell Å\./ })).toContainText('overdue');
  const chart = page.getByRole('application', { name: /^Checks of Nora L\./ });
  await expect(chart.locator('[data-alarm]')).not.toHaveCount(0);
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByTestId('tip')).toContainText('Alarm: beyond the limits');
  await expect(page.getByRole('region', { name: 'What you can do together' })).toContainText(
    'Practise these items',
  );
  await expectAccessibleInBoth(page, 'drift of certified raters');

  const give = page.getByRole('region', { name: 'Give a check' });
  await give.getByRole('button', { name: 'Give the session' }).first().click();
  await expect(give.getByText('The session is on the work list of Nora L.')).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).click();
  await become(page, 'Nora L.');
  expect(
    (await workOf(page)).filter(({ kind, submittedAt }) => kind === 'check' && submittedAt === null),
  ).toHaveLength(1);
});

/** In light and in dark colours. */
async function expectAccessibleInBoth(page: Page, place: string): Promise<void> {
  for (const colours of ['dark', 'light'] as const) {
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expectAccessible(page, `${place}, ${colours}`);
  }
}

const drift = ({ programmeId }: MadeProgramme): string => `#/programme/${programmeId}/drift`;
