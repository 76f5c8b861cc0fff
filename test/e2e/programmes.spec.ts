import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expectAccessible } from './accessible';
import { tabTo } from './byKeyboard';
import { expect, type Program, test } from './program';
import { aProgrammeOf, become, programmeLibrary, rateAlike, submitWork } from './programmeLibrary';
import { atRatedSession } from './ratedSession';
import { submitRating } from './steps';

async function open(program: Program, language: 'nb' | 'en' = 'en') {
  await programmeLibrary(join(program.folder, 'rated'), 6);
  const switches = [`--library=${join(program.folder, 'rated')}`, '--demo'];
  const { page } = await program.start({ language, switches });
  await become(page, 'Solveig K.');
  await page.getByRole('link', { name: language === 'en' ? 'Programmes' : 'Programmer' }).click();
  return page;
}

/** By the usual rules, but for as few sessions as there are here. */
async function makeProgramme(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'New programme' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('textbox', { name: 'sessions in a row' }).fill('1');
  await page.getByRole('textbox', { name: 'Fewest sessions of the test' }).fill('1');
  await page.getByRole('button', { name: 'Make the programme' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function addSessions(page: Page, part: string, ...names: RegExp[]): Promise<void> {
  await page.getByRole('button', { name: `Add sessions: ${part}` }).click();
  const dialog = page.getByRole('dialog');
  for (const name of names) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: /^Add \d session/ }).click();
  await expect(dialog).toHaveCount(0);
}

async function enrol(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole('tab', { name: 'Raters' }).click();
  await page.getByRole('button', { name: 'Enrol raters' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of names) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: /^Enrol \d rater/ }).click();
  await expect(dialog).toHaveCount(0);
}

async function giveTest(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Give the test to ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Give the test' }).click();
  return dialog;
}

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

test('a programme is made, its raters practise and are given a test, and refusals are said', async ({
  program,
}) => {
  test.setTimeout(120_000);
  const page = await open(program);
  await expect(page.getByText(/^In a programme raters practise on sessions/)).toBeVisible();
  await makeProgramme(page, 'Autumn');
  await addSessions(page, 'Practice', /session 1$/, /session 2$/);
  const practice = page.getByRole('region', { name: /^Practice/ });
  await expect(practice.getByRole('combobox', { name: /^Standard of/ }).first()).toHaveValue(
    'Consensus: Solveig K. · 1 November 2026',
  );
  await enrol(page, 'Kari N.', 'Ola T.');
  await expect(page.getByText('2 enrolled · 2 in practice · 0 in a test · 0 certified')).toBeVisible();

  // A test needs sessions, and they need a standard.
  const refused = await giveTest(page, 'Kari N.');
  await expect(refused.getByText(/^This attempt has no sessions yet/)).toBeVisible();
  await refused.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('tab', { name: 'Sessions and standards' }).click();
  await expect(practice.getByText('given to 2 raters')).toHaveCount(2);
  await addSessions(page, 'Test, attempt 1', /session 3$/, /session 6$/);
  const exam = page.getByRole('region', { name: /^Test, attempt 1/ });
  const standard = exam.getByRole('combobox', { name: /^Standard of .*session 6/ });
  await page.getByRole('tab', { name: 'Raters' }).click();
  const lacking = await giveTest(page, 'Kari N.');
  await expect(lacking.getByText(/^A session of the test has no standard/)).toBeVisible();
  await lacking.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('tab', { name: 'Sessions and standards' }).click();
  await standard.click();
  await page.getByRole('option', { name: /^One rater: Henrik/ }).click();
  await expect(exam.getByText('weaker')).toBeVisible();

  // Kari practises: the list leads to the desk, and back to the comparison.
  await become(page, 'Kari N.');
  await page.getByRole('link', { name: 'Library' }).click();
  await expect(page.getByText('2 sessions are to be rated in programmes.')).toBeVisible();
  await page.getByRole('link', { name: 'To the work list' }).click();
  await page.getByRole('button', { name: /^Begin: / }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  await rateAlike(page, 4);
  await submitRating(page);
  await page.getByRole('link', { name: 'To the work list' }).first().click();
  await expect(page.getByText('1 of 2 submitted')).toBeVisible();
  await page.getByRole('link', { name: /^See the comparison: / }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/#\/comparison\//);

  // The leader gives her the test all the same; rules and sessions stay from then on.
  await become(page, 'Solveig K.');
  await page.getByRole('link', { name: 'Programmes' }).first().click();
  await page.getByRole('link', { name: 'Autumn' }).click();
  const given = await giveTest(page, 'Kari N.');
  await expect(given.getByText('2 sessions were given, in a random order.')).toBeVisible();
  await given.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(page, 'Kari')).toContainText('attempt 1 of 2: 0 of 2 submitted');
  await expect(page.getByRole('button', { name: 'Give the test to Kari N.' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Rules' }).click();
  await expect(page.getByText(/^A test was given, so the rules stay as they are/)).toBeVisible();
  await page.getByRole('tab', { name: 'Sessions and standards' }).click();
  await expect(exam.getByText('given to 1 rater')).toHaveCount(2);
});

test('whoever passes gets a certificate from the overview, and the result has its place', async ({
  program,
}) => {
  const page = await open(program);
  const programmeId = await aProgrammeOf(page);
  await page.goto(`app://home/index.html#/programme/${programmeId}/raters`);
  await giveTest(page, 'Kari N.');
  await expect(page.getByText('1 session was given.')).toBeVisible();
  await page.keyboard.press('Escape');
  await become(page, 'Kari N.');
  await submitWork(page, 'test', 4);
  await become(page, 'Solveig K.');
  await expect(rowOf(page, 'Kari')).toContainText('passed, attempt 1 of 2');
  await page.getByRole('link', { name: 'Result: Kari N., attempt 1' }).click();
  await expect(page).toHaveURL(/#\/attempt\//);
  await page.goBack();
  await page.getByRole('button', { name: 'Issue a certificate for Kari N.' }).click();
  await expect(page).toHaveURL(/#\/certificate\//);
  await page.goBack();
  await expect(rowOf(page, 'Kari').getByRole('link', { name: /^until / })).toBeVisible();
  await expect(page.getByText('2 enrolled · 1 in practice · 0 in a test · 1 certified')).toBeVisible();

  // She finds it in her own part of the programme.
  await become(page, 'Kari N.');
  const own = page.getByRole('region', { name: 'Your results' });
  await expect(own).toContainText('passed, attempt 1 of 2');
  await expect(own.getByRole('link', { name: /^until / })).toBeVisible();
  await expect(page.getByText('Ola T.')).toHaveCount(0);
});

test('who rates in a programme sees the own part of it, and who does not only that it is there', async ({
  program,
}) => {
  const page = await open(program);
  await makeProgramme(page, 'Autumn');
  await addSessions(page, 'Practice', /session 1$/);
  await enrol(page, 'Kari N.');
  const id = page.url().split('/').at(-2) ?? '';

  await become(page, 'Kari N.');
  await expect(page.getByRole('region', { name: 'Your work' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rules for passing' })).toBeVisible();
  await expect(page.getByRole('tab')).toHaveCount(0);
  await become(page, 'Ola T.');
  await expect(page.getByText(/^You take no part in this programme/)).toBeVisible();
  // Asking without the screen tells no more.
  const asked = await page.evaluate(
    async (programmeId) => [
      await window.api.programme(programmeId),
      await window.api.standardChoices(programmeId),
      await window.api.cohort(programmeId),
      await window.api.removeProgramme(programmeId),
    ],
    id,
  );
  expect(asked.map((answer) => answer.ok && answer.value)).toEqual([
    undefined,
    [],
    undefined,
    { done: false },
  ]);
  await page.getByRole('link', { name: 'Programmes' }).first().click();
  await expect(page.getByText(/^Supervisors and experts can make programmes/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'New programme' })).toHaveCount(0);
});

test('by keyboard alone a programme is made, in Norwegian', async ({ program }) => {
  const page = await open(program, 'nb');
  await tabTo(page, 'Nytt program', 'link');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Navn', 'textbox');
  await page.keyboard.type('Høsten');
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.getAttribute('role'))) === 'switch') break;
  }
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Minst 80 % av vurderingene av ledd/)).toHaveCount(0);
  await tabTo(page, 'Lag programmet', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Høsten' })).toBeVisible();
  await tabTo(page, 'Legg til møter: Øving', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Søk i møter' })).toBeFocused();
  await page.keyboard.type('møte 2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await tabTo(page, 'Legg til 1 møte', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Øving 1/ })).toContainText('møte 2');
  await expect(page.getByRole('button', { name: 'Legg til møter: Øving' })).toBeFocused();
});

test('agreement can be looked at for the sessions of a programme, with its own target', async ({
  program,
}) => {
  const page = await open(program);
  await makeProgramme(page, 'Autumn');
  await addSessions(page, 'Kept for checks', /session 1$/, /session 2$/, /session 3$/);
  await page.getByRole('link', { name: 'Agreement' }).click();
  await expect(page.getByText(/^6 sessions · 2 raters/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Sessions of' }).click();
  await page.getByRole('option', { name: 'Autumn' }).click();
  await expect(page.getByText(/^3 sessions · 2 raters/)).toBeVisible();
  await page.getByRole('tab', { name: 'How many raters?' }).click();
  await expect(page.getByText('the target of Autumn: 0.70')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^3 sessions · 2 raters/)).toBeVisible();
});

test('a finished consensus is made the standard of a programme', async ({ program }) => {
  const { page, sessionId } = await atRatedSession(program);
  const consensus = await page.evaluate(async (session) => {
    const choice = await window.api.consensusChoice(session);
    if (!choice.ok || choice.value === undefined) throw new Error('no ratings');
    const ratingIds = choice.value.candidates.map(({ ratingId }) => ratingId);
    const memberIds = choice.value.candidates.map(({ raterId }) => raterId);
    const begun = await window.api.beginConsensus({ sessionId: session, ratingIds, memberIds });
    if (!begun.ok || begun.value.outcome !== 'begun') throw new Error('not begun');
    const { ratingId } = begun.value;
    const missing = await window.api.missing(ratingId);
    if (!missing.ok) throw new Error(missing.reason);
    for (const item of missing.value ?? [])
      await window.api.leaveUndecided({ ratingId, item, reason: 'For a test' });
    await window.api.finishConsensus(ratingId);
    return ratingId;
  }, sessionId);
  await page.getByRole('link', { name: 'Programmes' }).click();
  await makeProgramme(page, 'Autumn');
  await page.evaluate((ratingId) => {
    window.location.hash = `#/consensus/${ratingId}`;
  }, consensus);
  await page.getByRole('button', { name: 'Make it the standard of a programme …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Standard of a programme' });
  await dialog.getByRole('combobox', { name: 'Used for' }).click();
  await page.getByRole('option', { name: 'Test, attempt 1' }).click();
  await expectAccessible(page, 'making a consensus a standard');
  await dialog.getByRole('button', { name: 'Make it the standard' }).click();
  await expect(dialog.getByText('It is now the standard in Autumn: Test, attempt 1.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('link', { name: 'Programmes' }).first().click();
  await page.getByRole('link', { name: 'Autumn' }).click();
  await page.getByRole('tab', { name: 'Sessions and standards' }).click();
  const exam = page.getByRole('region', { name: /^Test, attempt 1/ });
  await expect(exam.getByRole('combobox', { name: /^Standard of/ })).toHaveValue(
    /^Consensus: Henrik B\., Solveig K\. · /,
  );
});
