import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { checkRecord } from '../../db/copy.ts';
import { harm, rootOf } from '../fixtures/harm.ts';
import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';
import { goTo, openSolveigs } from './steps';

const toSafety = (page: Page) => goToPlace(page, '#/safety');
const goToPlace = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const backupsIn = (folder: string) =>
  existsSync(join(folder, 'backups'))
    ? readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.db'))
    : [];
const countMarks = async (page: Page): Promise<number> => {
  const answer = await page.evaluate(() => window.api.backups());
  return answer.ok ? (answer.value?.list[0]?.counts?.marks ?? -1) : -1;
};

/** Opens the rating that Solveig is in the middle of, and adds a mark to it. */
async function addMark(page: Page, time: string): Promise<void> {
  await openSolveigs(page);
  await goTo(page, time);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('5');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

test('a backup is made by itself after opening, and once more when the library is closed', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  const { page } = await program.start({ switches: [library] });
  await expect.poll(() => backupsIn(folder).length).toBe(1);
  await toSafety(page);
  await expect(page.getByText(/^Last backed up /)).toBeVisible();
  const before = await countMarks(page);
  await goToPlace(page, '#/');
  await addMark(page, '1:48');
  await program.close();
  expect(backupsIn(folder)).toHaveLength(2);
  const [, last = ''] = backupsIn(folder).toSorted();
  expect(checkRecord(join(folder, 'backups', last), demoKeys.database)).toMatchObject({
    counts: { marks: before + 1 },
  });
  expect(readFileSync(join(folder, 'backups', 'keys.age'))).toEqual(readFileSync(join(folder, 'keys.age')));

  // Nothing new: nothing more is made.
  await program.start({ switches: [library] });
  await toSafety(program.running().page);
  await expect(program.running().page.getByRole('button', { name: /^Go back to/ })).toHaveCount(2);
  await program.close();
  expect(backupsIn(folder)).toHaveLength(2);
});

test('going back shows what would be lost, is done, and is undone with one click', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  const { page } = await program.start({ switches: [library] });
  await expect.poll(() => backupsIn(folder).length).toBe(1);
  await addMark(page, '1:48');
  await page.keyboard.press('Escape');
  await toSafety(page);

  await page.getByRole('button', { name: /^Go back to/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'This goes away' })).toBeVisible();
  await expect(dialog.getByText('1 moment', { exact: true })).toBeVisible();
  await expect(dialog.getByText(/^Solveig K\. · .+: 2 changes$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Go back', exact: true }).click();

  await expect(page.getByText(/^You went back to an earlier backup/)).toBeVisible();
  const [before] = await sessionMarks(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  // The undo itself can be undone: there are two of these now.
  await expect(page.getByRole('cell', { name: 'Before going back' })).toHaveCount(2);
  const [after] = await sessionMarks(page);
  expect((after ?? 0) - (before ?? 0)).toBe(1);
  // Work goes on.
  await goToPlace(page, '#/');
  await addMark(page, '2:10');
});

/** How many marks the ratings of the sessions have, by the record that is open now. */
async function sessionMarks(page: Page): Promise<number[]> {
  await expect(page.getByRole('button', { name: 'Back up now' })).toBeEnabled();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/Done\. The backup was read through/)).toBeVisible();
  return [await countMarks(page)];
}

for (const [language, words] of [
  ['en', { title: 'Part of the library is damaged', back: /^Go back to/, kept: 'Damaged file, kept' }],
  [
    'nb',
    { title: 'En del av biblioteket er skadet', back: /^Gå tilbake til/, kept: 'Skadet fil, tatt vare på' },
  ],
] as const) {
  test(`damage that is found after opening closes the library, and a backup brings it back, in ${language}`, async ({
    program,
  }) => {
    const library = await demoLibrary(program.folder);
    const folder = join(program.folder, 'demo');
    await program.start({ switches: [library], language });
    await expect.poll(() => backupsIn(folder).length).toBe(1);
    await program.close();
    // Nothing at the start reads this table.
    const record = join(folder, 'record.db');
    harm(record, rootOf(record, 'cue'));
    const damaged = readFileSync(record);

    const { page } = await program.start({ switches: [library], language });
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
    await page.getByRole('button', { name: words.back }).first().click();
    await expect(page.getByRole('navigation')).toBeVisible();
    await toSafety(page);
    await expect(page.getByRole('cell', { name: words.kept })).toBeVisible();
    const kept = backupsIn(folder).find((name) => name.endsWith('-damaged.db')) ?? '';
    expect(readFileSync(join(folder, 'backups', kept))).toEqual(damaged);
    expect(checkRecord(record, demoKeys.database)).toHaveProperty('counts');
  });
}

test('a record whose first page is damaged is answered at once, and what is found in a damaged one is told', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const record = join(program.folder, 'demo', 'record.db');
  harm(record, rootOf(record, 'mark'));
  // Opens, and is found by the first question or by the check, whichever comes first.
  program.provokes(/./);
  const { page } = await program.start({ switches: [library], upTo: 'entrance' });
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('fem stoler i ring');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Part of the library is damaged' })).toBeVisible();
  await expect(page.getByText('There is no good backup of this library here.')).toBeVisible();
  await page.getByRole('button', { name: 'Read the damaged file' }).click();
  await expect(page.getByRole('heading', { name: 'This could be read' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on with this' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await program.close();
  expect(checkRecord(record, demoKeys.database)).toHaveProperty('counts');

  harm(record, 1);
  const again = await program.start({ switches: [library], upTo: 'entrance' });
  await again.page.getByRole('textbox', { name: 'Passphrase' }).fill('fem stoler i ring');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByRole('heading', { name: 'Part of the library is damaged' })).toBeVisible();
});

test('a backup in another place is a library that opens with the same passphrase', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const place = join(program.folder, 'USB disk æøå');
  mkdirSync(place);
  const { page } = await program.start({ switches: [library] });
  mkdirSync(join(program.folder, 'demo', 'recordings'), { recursive: true });
  cpSync(join(program.folder, 'demo', 'keys.age'), join(program.folder, 'demo', 'recordings', 'one.age'));
  await toSafety(page);
  await program.choose(place);
  await page.getByRole('checkbox', { name: 'With the recordings kept in the library' }).check();
  await page.getByRole('button', { name: 'Choose a place …' }).click();
  await expect(page.getByText(/^The backup is in /)).toBeVisible();
  const [made = ''] = readdirSync(place);
  expect(readdirSync(join(place, made)).toSorted()).toEqual(['keys.age', 'record.db', 'recordings']);
  await program.close();

  const other = await program.start({ switches: [`--library=${join(place, made)}`] });
  await expect(other.page.getByRole('link', { name: /Solveig K\./ }).first()).toBeVisible();
});
