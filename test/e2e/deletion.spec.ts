import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { sessionRows } from './steps';

const recordingFile = join(import.meta.dirname, '../../build/demo/recording/recording.mp4');

async function openDemo(program: Program): Promise<Page> {
  const library = await demoLibrary(program.folder);
  return (await program.start({ switches: [library] })).page;
}

async function reopened(program: Program): Promise<Page> {
  await program.close();
  return (await program.start({ switches: [`--library=${join(program.folder, 'demo')}`] })).page;
}

async function openSession(page: Page, day: string): Promise<void> {
  await page.getByRole('link', { name: day }).click();
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
}

async function toPeople(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Open privacy and safety' }).click();
  await expect(page.getByRole('heading', { name: 'People and groups' })).toBeVisible();
}

test('a session goes with all that hangs on it, after that was shown, and not before', async ({
  program,
}) => {
  const page = await openDemo(program);
  const before = await sessionRows(page);
  await openSession(page, '27 Aug 2026');
  await page.getByRole('button', { name: 'Delete the session …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this session?' });
  await expect(dialog.getByRole('listitem').first()).toHaveText(/^The session of 27 August 2026/);
  for (const name of ['Solveig K.', 'Henrik B.', 'Nora L.']) {
    await expect(dialog.getByText(`${name}'s rating (Supervision) · submitted`)).toBeVisible();
  }
  await expect(dialog.getByText("The recording's own file, where it lies")).toBeVisible();
  // What is safe is what Enter does.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await sessionRows(page)).toEqual(before);

  await page.getByRole('button', { name: 'Delete the session …' }).click();
  await dialog.getByRole('button', { name: 'Delete the session' }).click();
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: '27 Aug 2026' })).toHaveCount(0);

  const again = await reopened(program);
  await expect(again.getByRole('link', { name: '29 Oct 2026' })).toBeVisible();
  expect(await sessionRows(again)).toEqual(before.filter(({ date }) => date !== '2026-08-27'));
  expect(existsSync(recordingFile)).toBe(true);
});

test('a recording goes alone: the session and its ratings stay', async ({ program }) => {
  const page = await openDemo(program);
  const ratingsOf = async (shown: Page) =>
    (await sessionRows(shown)).find(({ date }) => date === '2026-08-27')?.ratings;
  const before = await ratingsOf(page);
  expect(before).toHaveLength(5);
  await openSession(page, '27 Aug 2026');
  await page.getByRole('button', { name: 'Delete the recording …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this recording?' });
  await expect(dialog.getByText(/^What the library knows of the recording demo\.mp4/)).toBeVisible();
  await expect(dialog.getByText(/^The session, with 5 ratings/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete the recording' }).click();
  await expect(page.getByText('No recording', { exact: false }).first()).toBeVisible();

  const again = await reopened(program);
  await openSession(again, '27 Aug 2026');
  await expect(again.getByRole('button', { name: 'Delete the recording …' })).toHaveCount(0);
  await expect(again.getByRole('button', { name: 'Delete the session …' })).toBeVisible();
  expect(await ratingsOf(again)).toEqual(before);
});

test('a therapist goes from every session, and the sessions stay', async ({ program }) => {
  const page = await openDemo(program);
  const before = await sessionRows(page);
  await toPeople(page);
  await page.getByRole('button', { name: 'Delete T-19 Aksel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this therapist?' });
  await expect(dialog.getByText(/^T-19 Aksel, with code and name/)).toBeVisible();
  await expect(dialog.getByText(/^4 sessions, without this therapist/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete the therapist' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete T-19 Aksel' })).toHaveCount(0);

  const again = await reopened(program);
  const after = await sessionRows(again);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(JSON.stringify(after)).not.toContain('Aksel');
  await toPeople(again);
  await expect(again.getByRole('button', { name: 'Delete T-03 Marit' })).toBeVisible();
  await expect(again.getByText('Aksel')).toHaveCount(0);
});
