import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type AgreementSize, makeAgreement } from '../../build/demo/makeAgreement.ts';
import { tabTo } from './byKeyboard';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';

const few: AgreementSize = { raters: 2, sessions: 3 };
const many: AgreementSize = { raters: 8, sessions: 40 };

async function open(program: Program, size: AgreementSize, language: 'nb' | 'en' = 'en') {
  const made = await makeAgreement(join(program.folder, 'rated'), size);
  const { page } = await program.start({
    language,
    switches: [`--library=${join(program.folder, 'rated')}`, '--demo'],
  });
  await page.getByRole('link', { name: language === 'en' ? 'Agreement' : 'Enighet' }).click();
  return { page, ...made };
}

const rows = (page: Page) => page.locator('main tbody[data-measure]');

test('every score of the sessions that several rated has its numbers, its interval and a sentence', async ({
  program,
}) => {
  const { page } = await open(program, many);
  await expect(rows(page)).toHaveCount(21);
  await expect(page.getByText('40 sessions · 8 raters · 274 ratings · by MBT-G-AQS')).toBeVisible();
  const leftOut = page.getByText(/^Left out:/);
  await expect(leftOut).toContainText('1 rating in which others’ were opened before submission');
  await expect(leftOut).toContainText('1 later version, changed after others’ were seen');
  await expect(leftOut).toContainText('1 rating that is not submitted');
  await expect(leftOut).toContainText('1 consensus rating');
  const overall = page.locator('tbody[data-measure="0"]');
  await expect(overall).toContainText(
    /One rater’s score is fairly dependable. About \d+% of the differences are between sessions/,
  );
  await expect(overall.getByRole('img', { name: /^0\.\d\d, interval 0\.\d\d to 0\.\d\d$/ })).toBeVisible();
  await expect(page.locator('tbody[data-measure="6"]')).toContainText('The ratings differ so little');
  await expect(page.locator('tbody[data-measure="15"]')).toContainText(/In \d+ pairs one found no occasion/);
});

test('by keyboard the table is sorted, a row is opened, and the choice of raters changes the numbers', async ({
  program,
}) => {
  const { page } = await open(program, many);
  await expect(rows(page)).toHaveCount(21);
  await tabTo(page, /^Bias/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: /^Bias/ })).toHaveAttribute('aria-sort', 'descending');
  await tabTo(page, /^Overall rating$/, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: 'ICC(A,k)' })).toBeVisible();
  await page.getByRole('button', { name: /^Raters: All/ }).click();
  await page.getByRole('button', { name: 'Choose none' }).click();
  await page.getByRole('checkbox', { name: /^Solveig/ }).check();
  await page.getByRole('checkbox', { name: /^Nora/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/ sessions · 2 raters · /)).toBeVisible();
  await expect(page.locator('tbody[data-measure="0"]')).toContainText(/Nora L\. rates \d\.\d higher/);
  // The choice is in the address: it outlives a reload.
  await page.reload();
  await expect(page.getByText(/ sessions · 2 raters · /)).toBeVisible();
  await page.getByRole('button', { name: 'All sessions and raters' }).click();
  await expect(page.getByText(/^40 sessions · 8 raters · /)).toBeVisible();
});

test('the curve says how many raters a score needs, and the target can be another', async ({ program }) => {
  const { page } = await open(program, many);
  await page.getByRole('tab', { name: 'How many raters?' }).click();
  await page.getByRole('button', { name: /^2 Phases/ }).click();
  await expect(page.getByText(/^2 .*: by the best estimate 2 raters are needed for 0\.70\./)).toBeVisible();
  await page.getByLabel('Target').fill('0.90');
  await expect(
    page.getByText(/^2 .*: by the best estimate [4-9] raters are needed for 0\.90\./),
  ).toBeVisible();
});

test('two raters are compared session by session, and a point leads to its results', async ({ program }) => {
  const { page } = await open(program, few);
  await page.getByRole('tab', { name: 'Rater by rater' }).click();
  const chart = page.getByRole('application', {
    name: /^Solveig K\. against Henrik B\.|^Henrik B\. against/,
  });
  await expect(chart.locator('circle[data-session]')).toHaveCount(3);
  await chart.focus();
  await page.keyboard.press('End');
  await expect(page.getByTestId('tip')).toContainText('29 October 2026');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/results\//);
});

test('the moments of two raters are listed by kind, and a row plays', async ({ program }) => {
  const { page } = await open(program, few);
  await page.getByRole('tab', { name: 'Moments' }).click();
  const list = page.getByRole('list', { name: 'The same moments?' });
  await expect(list.locator('button[data-kind="onlyFirst"]').first()).toBeVisible();
  await expect(list.locator('button[data-kind="onlySecond"]').first()).toBeVisible();
  await page.getByText(/^Both \(/).click();
  await expect(list.locator('button[data-kind="both"]').first()).toBeVisible();
  await expect(list.locator('button:not([data-kind="both"])')).toHaveCount(0);
  await list.getByRole('button').first().click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(list.locator('[aria-current]')).toHaveCount(1);
});

test('the table is saved with its numbers and its words', async ({ program }) => {
  const { page } = await open(program, few);
  await expect(rows(page)).toHaveCount(21);
  const file = join(program.folder, 'agreement.csv');
  await program.save(file);
  await page.getByRole('button', { name: 'Save or copy' }).first().click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByTestId('taken').first()).toHaveText('Saved');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(22);
  expect(lines[0]).toContain('Band by the interval');
  expect(lines[2]).toContain('ICC(A,1)');
  const picture = join(program.folder, 'agreement.svg');
  await program.save(picture);
  await page.getByRole('button', { name: 'Save or copy' }).first().click();
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  await expect.poll(() => existsSync(picture)).toBe(true);
  await expect.poll(() => readFileSync(picture, 'utf8')).toContain('poor to excellent');
});

test('somebody who still rates a session is told nothing of it, also when the contract is asked', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library, '--demo'] });
  const address = await page.getByRole('link', { name: '29 Oct 2026' }).getAttribute('href');
  await page.getByRole('link', { name: 'Agreement' }).click();
  await expect(page.getByText(/1 session kept back until it has been rated/)).toBeVisible();
  const told = await page.evaluate(async (withheld) => {
    const everything = {
      from: null,
      to: null,
      groupId: null,
      programmeId: null,
      sessionIds: null,
      raterIds: null,
      edition: null,
    };
    const given = <Value>(answer: { ok: true; value: Value } | { ok: false }) => {
      if (!answer.ok) throw new Error('refused');
      return answer.value;
    };
    const [first = '', second = ''] = given(await window.api.library())
      .raters.filter(({ name }) => name === 'Henrik B.' || name === 'Solveig K.')
      .map(({ id }) => id);
    const scope = { ...everything, sessionIds: [withheld], raterIds: [first, second] };
    const table = given(await window.api.agreement({ runId: crypto.randomUUID(), scope }));
    const two = { scope, measure: 0, side: 'quality', first, second } as const;
    return {
      dates: given(await window.api.agreementBasis(everything)).sessions.map(({ date }) => date),
      rows: table.outcome === 'done' ? table.rows.map(({ n, mean }) => n + (mean.value ?? 0)) : undefined,
      points: given(await window.api.agreementPair(two)).points,
      moments: given(
        await window.api.agreementMoments({
          sessionId: withheld,
          first,
          second,
          edition: null,
          toleranceMs: 10_000,
        }),
      ),
    };
  }, address?.split('/').at(-1) ?? '');
  expect(told.dates.length).toBeGreaterThan(3);
  // Solveig is in the middle of this one, and Henrik is done.
  expect(told.dates).not.toContain('2026-10-29');
  expect(told.rows).toEqual(Array.from({ length: 42 }, () => 0));
  expect(told.points).toEqual([]);
  expect(told.moments).toBeUndefined();
});

test('an empty library says what will be here', async ({ program }) => {
  const { page } = await program.start();
  await page.getByRole('link', { name: 'Agreement' }).click();
  await expect(page.getByText(/^Once two or more raters have rated the same session/)).toBeVisible();
});
