import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { isPlain } from '../../main/vault/plainRecord';
import { expectAccessible } from './accessible';
import { expect, test } from './program';

const migrations = resolve(import.meta.dirname, '../../db/migrations');

/** The library as the last version that did not encrypt left it, where that version kept it. */
function earlierLibrary(userData: string): string {
  const folder = join(userData, 'library');
  mkdirSync(folder);
  const db = new Database(join(folder, 'record.db'));
  db.pragma('journal_mode = wal');
  const files = readdirSync(migrations).sort().slice(0, 3);
  for (const name of files) db.exec(readFileSync(join(migrations, name), 'utf8'));
  db.pragma(`application_id = ${0x4d425447}`);
  db.pragma(`user_version = ${files.length}`);
  db.exec(`insert into therapist values ('0192f3a0-0000-7000-8000-000000000001', 'T-07', 'Ingrid of old')`);
  db.close();
  return folder;
}

test('the library of an earlier version is found by itself, encrypted where it lies, and opened', async ({
  program,
}) => {
  test.setTimeout(120_000);
  const folder = earlierLibrary(program.folder);
  const passphrase = 'hundrede grønne sykler';
  const { page } = await program.start({ upTo: 'entrance' });
  await expect(page.getByRole('heading', { name: 'This library is not encrypted yet' })).toBeVisible();
  await expect(page.getByText(folder)).toBeVisible();
  await expectAccessible(page, 'a library that is not encrypted');
  await page.getByRole('button', { name: 'Choose a passphrase' }).click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('Type it once more').fill(passphrase);
  await expect(page.getByText('Good.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Encrypt the library' }).click();
  const code = page.getByTestId('code').first();
  await expect(code).toBeVisible({ timeout: 60_000 });
  const end = await code.locator('span').last().textContent();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByLabel('The last five characters').fill(end ?? '');
  await page.getByRole('button', { name: 'Open the library' }).click();
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
  const answer = await page.evaluate(() => window.api.library());
  expect(answer).toMatchObject({ ok: true, value: { therapists: [{ name: 'Ingrid of old' }] } });
  expect(isPlain(join(folder, 'record.db'))).toBe(false);
  await program.close();

  // From now on it is remembered like any other.
  const again = await program.start({ upTo: 'entrance' });
  await expect(again.page.getByRole('heading', { name: 'Open the library' })).toBeVisible();
});

test('the library of an earlier version does not come before one that was open since', async ({
  program,
}) => {
  earlierLibrary(program.folder);
  const other = join(program.folder, 'other');
  writeFileSync(join(program.folder, 'settings.json'), JSON.stringify({ libraries: [other] }));
  const { page } = await program.start({ upTo: 'entrance' });
  await expect(page.getByText(other)).toBeVisible();
  await expect(page.getByText('This library is not encrypted yet')).toHaveCount(0);
});
