import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeys, demoPassphrase, writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { unlock } from '../../build/demo/visit.ts';
import { sealKeys } from '../../main/vault/keyFile.ts';
import { recoveryFile } from '../../main/vault/places.ts';
import { newRecoveryCode } from '../../main/vault/recoveryCode.ts';
import { crashedLibrary, type Flip, flip } from '../fixtures/flips';
import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';

const damaged = { title: 'Part of the library is damaged', way: 'Read the damaged file' };
const incomplete = { title: 'The library could not be opened', way: 'Open what is there' };

/** Places that every opening looks at, and the log of writes that a crash left behind. */
const flips: readonly (Flip & { says: typeof damaged })[] = [
  { file: 'record.db', at: 5, by: 1, says: damaged },
  { file: 'record.db', at: 300, by: 77, says: damaged },
  { file: 'record.db', at: 4090, by: 128, says: damaged },
  { file: 'record.db-wal', at: 9, by: 3, says: incomplete },
  { file: 'record.db-wal', at: 9000, by: 200, says: incomplete },
];

/** As the killed program leaves it, with the number of its last change. */
function leaveInUse(folder: string, last: number): void {
  const at = new Date().toISOString();
  const record = {
    token: '6b0a6d2e-6a55-4a3e-9d3f-0d7f1c9f2b11',
    machine: 'this one',
    name: 'this one',
    boot: '',
    process: 1,
    since: at,
    at,
    open: 0,
    last: String(last).padStart(10, '0'),
  };
  writeFileSync(join(folder, 'in-use'), JSON.stringify(record));
}

test('a library with one wrong byte is not opened, and the window says what is wrong with it and what to do', async ({
  program,
}) => {
  test.setTimeout(180_000);
  const { whole, folder, last } = await crashedLibrary(program.folder);
  for (const { says, ...one } of flips) {
    const copy = join(program.folder, `${one.file} ${one.at}`);
    // Where there is a log of writes, the first page is read from that.
    const crashed = one.file === 'record.db-wal';
    cpSync(crashed ? folder : whole, copy, { recursive: true });
    if (crashed) leaveInUse(copy, last);
    flip(copy, one);
    const { page } = await program.start({ switches: [`--library=${copy}`], upTo: 'entrance' });
    await unlock(page);
    await expect(page.getByRole('heading', { name: says.title })).toBeVisible();
    await expect(page.getByRole('button', { name: says.way })).toBeEnabled();
    if (crashed) await expect(page.getByText(/last changes that were saved are missing/)).toBeVisible();
    await program.close();
  }
});

test('a key file with one wrong byte opens nothing, and the recovery code opens the library', async ({
  program,
}) => {
  test.setTimeout(180_000);
  const switches = [await demoLibrary(program.folder)];
  const folder = join(program.folder, 'demo');
  const code = newRecoveryCode();
  await writeDemoKeys(folder);
  writeFileSync(recoveryFile(folder), await sealKeys(demoKeys, code, 4));
  flip(folder, { file: 'keys.age', at: 400, by: 3 });
  const { page } = await program.start({ switches, upTo: 'entrance' });
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase. Try again.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(code);
  await page.keyboard.press('Enter');
  await page.getByLabel('New passphrase').fill('seks lange trapper hjem');
  await page.getByLabel('Type it once more').fill('seks lange trapper hjem');
  await expect(page.getByText(/^(Good|Very good)\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Use the new passphrase' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Solveig' }).first()).toBeVisible({
    timeout: 60_000,
  });
});
