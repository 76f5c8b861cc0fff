import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import { unlock } from '../../build/demo/visit.ts';
import { connect } from '../../db/open.ts';
import { cannotMount, writeProtected } from '../fixtures/mounts';
import { another } from './another';
import { demoLibrary } from './demoLibrary';
import { addMark, markIds, solveigsRating } from './marks';
import { expect, test } from './program';

test('work waits while the folder is gone, loses nothing, and goes on when it is back', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  const kept = await addMark(page, ratingId, 1000);

  renameSync(folder, `${folder} moved`);
  expect(await addMark(page, ratingId, 2000)).toEqual({ reason: 'folderGone' });
  const away = page.getByRole('alert').filter({ hasText: "The library's folder is not where it was." });
  await expect(away).toBeVisible();
  // What a person does meanwhile is told to be lost.
  await page.keyboard.press('Escape');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(/Connect the disk or put the folder back, and repeat the last step/),
  ).toBeVisible();

  renameSync(`${folder} moved`, folder);
  await expect(page.getByText('The library is back. Repeat what was not saved.')).toBeVisible();
  await expect(away).toHaveCount(0);
  const again = await addMark(page, ratingId, 3000);
  await program.close();

  const reopened = await program.start({ switches: [library] });
  const ids = await markIds(reopened.page, ratingId);
  expect([kept, again].filter((mark) => !('id' in mark) || !ids.includes(mark.id))).toEqual([]);
});

test('a folder that was deleted or replaced takes no more marks, and opening again shows what is there', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  await addMark(page, ratingId, 1000);
  // As a program that synchronises may do it: another file under the same name.
  cpSync(join(folder, 'record.db'), join(folder, 'other.db'));
  renameSync(join(folder, 'other.db'), join(folder, 'record.db'));
  expect(await addMark(page, ratingId, 2000)).toEqual({ reason: 'folderGone' });
  rmSync(folder, { recursive: true });
  expect(await addMark(page, ratingId, 3000)).toEqual({ reason: 'folderGone' });
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect(page.getByText('The folder is not where it was. Connect the disk')).toBeVisible();
});

test('a deleted log of writes costs nothing: what stood in it is in the file before anything else happens', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  const kept = await addMark(page, ratingId, 1000);
  rmSync(join(folder, 'record.db-wal'));
  expect(await addMark(page, ratingId, 2000)).toEqual({ reason: 'folderGone' });
  await program.kill();
  const again = await program.start({ switches: [library] });
  expect(await markIds(again.page, ratingId)).toContain('id' in kept ? kept.id : 'none');
});

test('a library on a write-protected disk is not opened, and says why', async ({ program }) => {
  test.skip(cannotMount !== undefined, cannotMount);
  const library = await demoLibrary(program.folder);
  const off = writeProtected(join(program.folder, 'demo'));
  try {
    const { page } = await program.start({ switches: [library], upTo: 'entrance' });
    await unlock(page);
    await expect(page.getByText(/is write-protected. Remove the protection/)).toBeVisible();
  } finally {
    off();
  }
  await program.running().page.getByRole('button', { name: 'Try again' }).click();
  await unlock(program.running().page);
  await expect(program.running().page.getByRole('heading', { name: 'Library' })).toBeVisible();
});

test('a library that is write-protected while it is open loses nothing that was acknowledged', async ({
  program,
}) => {
  test.skip(cannotMount !== undefined, cannotMount);
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  const marks = [await addMark(page, ratingId, 1000)];
  const off = writeProtected(join(program.folder, 'demo'));
  try {
    for (let atMs = 2000; atMs < 10_000; atMs += 1000) marks.push(await addMark(page, ratingId, atMs));
    await program.kill();
  } finally {
    off();
  }
  const again = await program.start({ switches: [library] });
  const ids = await markIds(again.page, ratingId);
  expect(marks.filter((mark) => 'id' in mark && !ids.includes(mark.id))).toEqual([]);
});

test('a file that another program holds is said to be, and work goes on when it is let go', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  const other = connect(join(program.folder, 'demo', 'record.db'), demoKeys.database);
  other.exec('begin immediate');
  expect(await addMark(page, ratingId, 1000)).toEqual({ reason: 'locked' });
  other.exec('rollback');
  other.close();
  expect(await addMark(page, ratingId, 1000)).toHaveProperty('id');
});

test('a clock that is behind the last change is told of once, and no change gets an earlier time', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const file = join(program.folder, 'demo', 'record.db');
  const future = new Date(Date.now() + 3_600_000).toISOString();
  const ahead = demoStore(join(program.folder, 'demo'), { now: () => new Date(future) });
  ahead.groups.add({ name: 'Ahead', format: 'closed', usualMinutes: 90 });
  ahead.close();
  const { page } = await program.start({ switches: [library] });
  const notice = page.getByRole('status').filter({ hasText: "Check that this machine's clock is right." });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'OK' }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await page.locator('main').waitFor();
  await expect(notice).toHaveCount(0);
  const ratingId = await solveigsRating(page);
  await addMark(page, ratingId, 1000);
  await program.close();
  const after = connect(file, demoKeys.database, { readonly: true });
  const last = after.prepare<[], { at: string }>(`select at from change order by id desc limit 1`).get();
  after.close();
  expect(last).toEqual({ at: future });
});

test('a second copy of the program with other settings is told who has the library open', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  await another([library], async (other) => {
    await unlock(other.page);
    await expect(other.page.getByRole('heading', { name: 'The library is in use' })).toBeVisible();
    await expect(other.page.getByText(/Another copy of MBT-G Rater on this machine/)).toBeVisible();
    await expect(other.page.getByRole('button', { name: 'Open anyway' })).toHaveCount(0);
    expect(await addMark(page, ratingId, 1000)).toHaveProperty('id');
    await program.close();
    await other.page.getByRole('button', { name: 'Try again' }).click();
    await unlock(other.page);
    await expect(other.page.getByRole('heading', { name: 'Library' })).toBeVisible();
  });
});

/** Writes into the folder that another machine has the library open. */
function openElsewhere(folder: string, token: string, heard: Date): void {
  const at = heard.toISOString();
  const record = {
    token,
    machine: token,
    name: 'HJEMME-PC',
    boot: 'other',
    process: 1,
    since: at,
    at,
    open: 1,
    last: '0000000000',
  };
  writeFileSync(join(folder, 'in-use'), JSON.stringify(record));
}
const elsewhere = '6b0a6d2e-6a55-4a3e-9d3f-0d7f1c9f2b11';

test('a library that another machine has open is opened only when that one is silent, and after a word', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  openElsewhere(folder, elsewhere, new Date());
  const { page } = await program.start({ switches: [library], upTo: 'entrance' });
  await unlock(page);
  await expect(page.getByText(/It has been open on the machine .*HJEMME-PC.* since/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open anyway' })).toHaveCount(0);

  const long = new Date(Date.now() - 4 * 60_000);
  utimesSync(join(folder, 'in-use'), long, long);
  await page.getByRole('button', { name: 'Try again' }).click();
  await unlock(page);
  await expect(page.getByText(/has not been heard from for three minutes/)).toBeVisible();
  await page.getByRole('button', { name: 'Open anyway' }).click();
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  expect(readFileSync(join(folder, 'in-use'), 'utf8')).not.toContain(elsewhere);
});

test('a library that another machine takes over is closed at once, and left exactly as it lies', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const folder = join(program.folder, 'demo');
  const { page } = await program.start({ switches: [library] });
  const ratingId = await solveigsRating(page);
  const kept = await addMark(page, ratingId, 1000);
  const lying = () => ['record.db', 'record.db-wal'].map((name) => readFileSync(join(folder, name)));
  const before = lying();
  openElsewhere(folder, elsewhere, new Date());
  const answers = await page
    .evaluate((id) => window.api.undo(id), ratingId)
    // The page may be emptied before it hears the answer.
    .catch(() => ({ ok: false }));
  expect(answers.ok).toBe(false);
  await expect(page.getByRole('heading', { name: 'The library was opened elsewhere' })).toBeVisible();
  expect(lying()).toEqual(before);
  await program.close();
  expect(lying()).toEqual(before);
  expect(readFileSync(join(folder, 'in-use'), 'utf8')).toContain(elsewhere);
  rmSync(join(folder, 'in-use'));
  const again = await program.start({ switches: [library] });
  expect(await markIds(again.page, ratingId)).toContain('id' in kept ? kept.id : 'none');
});

test('a program that was killed leaves no library in use', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  await program.start({ switches: [library] });
  await program.kill();
  expect(readFileSync(join(program.folder, 'demo', 'in-use'), 'utf8')).toContain('token');
  const { page } = await program.start({ switches: [library] });
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
});

test('a library in a synchronised folder is warned of once, and says more on the page of safety', async ({
  program,
}) => {
  const folder = join(program.folder, 'OneDrive - Sykehuset');
  mkdirSync(folder);
  await demoLibrary(program.folder);
  renameSync(join(program.folder, 'demo'), join(folder, 'demo'));
  const switches = [`--library=${join(folder, 'demo')}`];
  const { page } = await program.start({ switches });
  const warning = page.getByRole('status').filter({ hasText: 'in a folder that OneDrive synchronises' });
  await warning.getByRole('link', { name: 'What you can do' }).click();
  const section = page.getByRole('region', { name: 'Where the library lies' });
  await expect(section.getByText(/move the whole folder/)).toBeVisible();
  await warning.getByRole('button', { name: 'OK' }).click();
  await expect(warning).toHaveCount(0);
  await program.close();
  const again = await program.start({ switches });
  await expect(again.page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await expect(again.page.getByText('OneDrive synchronises')).toHaveCount(0);
});
