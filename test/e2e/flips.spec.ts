import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlock } from '../../build/demo/visit.ts';
import { crashedLibrary, type Flip, flip } from '../fixtures/flips';
import { expect, test } from './program';

const damaged = { title: 'Part of the library is damaged', says: /There is no good backup/ };
const incomplete = {
  title: 'The library could not be opened',
  says: /last changes that were saved are missing/,
};

/** Places that every opening looks at, and the log of writes that a crash left behind. */
const flips: readonly (Flip & { title: string; says: RegExp })[] = [
  { file: 'record.db', at: 5, by: 1, ...damaged },
  { file: 'record.db', at: 300, by: 77, ...damaged },
  { file: 'record.db', at: 4090, by: 128, ...damaged },
  { file: 'record.db-wal', at: 9, by: 3, ...incomplete },
  { file: 'record.db-wal', at: 9000, by: 200, ...incomplete },
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
    const library = join(program.folder, `${one.file} ${one.at}`);
    // Where there is a log of writes, the first page is read from that.
    const crashed = one.file === 'record.db-wal';
    cpSync(crashed ? folder : whole, library, { recursive: true });
    if (crashed) leaveInUse(library, last);
    flip(library, one);
    const { page } = await program.start({ switches: [`--library=${library}`], upTo: 'entrance' });
    await unlock(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(one.title);
    await expect(page.getByText(one.says)).toBeVisible();
    await program.close();
  }
});
