import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlock } from '../../build/demo/visit.ts';
import { crashedLibrary, type Flip, flip } from '../fixtures/flips';
import { expect, test } from './program';

/** Places that every opening looks at, and the log of writes that a crash left behind. */
const flips: readonly (Flip & { says: RegExp })[] = [
  { file: 'record.db', at: 5, by: 1, says: /not a library|is damaged/ },
  { file: 'record.db', at: 300, by: 77, says: /not a library|is damaged/ },
  { file: 'record.db', at: 4090, by: 128, says: /not a library|is damaged/ },
  { file: 'record.db-wal', at: 9, by: 3, says: /last changes that were saved are missing/ },
  { file: 'record.db-wal', at: 9000, by: 200, says: /last changes that were saved are missing/ },
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

test('a library with one wrong byte is not opened, and the window says what is wrong with it', async ({
  program,
}) => {
  const { whole, folder, last } = await crashedLibrary(program.folder);
  for (const one of flips) {
    const damaged = join(program.folder, `${one.file} ${one.at}`);
    // Where there is a log of writes, the first page is read from that.
    const crashed = one.file === 'record.db-wal';
    cpSync(crashed ? folder : whole, damaged, { recursive: true });
    if (crashed) leaveInUse(damaged, last);
    flip(damaged, one);
    const { page } = await program.start({ switches: [`--library=${damaged}`], upTo: 'entrance' });
    await unlock(page);
    await expect(page.getByRole('heading', { name: 'The library could not be opened' })).toBeVisible();
    await expect(page.getByText(one.says)).toBeVisible();
    await program.close();
  }
});
