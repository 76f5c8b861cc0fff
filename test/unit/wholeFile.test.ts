import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stillThere, writeWhole } from '../../main/wholeFile.ts';
import { testFolder } from '../fixtures/folder.ts';

const bytes = new TextEncoder().encode('æøå, whole');

/** Fails as Node does; half of the file may have been written then. */
const failing = (code: string) => async (path: unknown) => {
  await disk.writeFile(String(path), bytes.subarray(0, 4));
  throw Object.assign(new Error(code), { code });
};

describe('a file that is written whole', () => {
  test('has every byte, and nothing lies beside it', async () => {
    const folder = testFolder();
    expect(await writeWhole(join(folder, 'chart.png'), bytes)).toBe('saved');
    expect(readdirSync(folder)).toEqual(['chart.png']);
    expect(readFileSync(join(folder, 'chart.png'))).toEqual(Buffer.from(bytes));
  });

  test('takes the place of the one that was there', async () => {
    const file = join(testFolder(), 'chart.png');
    writeFileSync(file, 'before, and much longer than what comes');
    expect(await writeWhole(file, bytes)).toBe('saved');
    expect(readFileSync(file)).toEqual(Buffer.from(bytes));
  });

  test('goes where a link leads, and the link stays', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'chart.png'), 'before');
    symlinkSync(join(folder, 'real', 'chart.png'), join(folder, 'chart.png'));
    expect(await writeWhole(join(folder, 'chart.png'), bytes)).toBe('saved');
    expect(lstatSync(join(folder, 'chart.png')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real', 'chart.png'))).toEqual(Buffer.from(bytes));
    expect(readdirSync(join(folder, 'real'))).toEqual(['chart.png']);
  });

  test.each([
    ['ENOSPC', 'noRoom'],
    ['EDQUOT', 'noRoom'],
    ['EACCES', 'unwritable'],
    ['EROFS', 'unwritable'],
    ['EIO', 'unwritable'],
  ])('leaves what was there when writing ends in %s, and says %s', async (code, outcome) => {
    const folder = testFolder();
    const file = join(folder, 'chart.png');
    writeFileSync(file, 'before');
    expect(await writeWhole(file, bytes, { ...disk, writeFile: failing(code) })).toBe(outcome);
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['chart.png']);
  });

  test('leaves what was there when another program holds it', async () => {
    const folder = testFolder();
    const file = join(folder, 'chart.csv');
    writeFileSync(file, 'before');
    const rename = async () => {
      throw Object.assign(new Error('held'), { code: 'EPERM' });
    };
    expect(await writeWhole(file, bytes, { ...disk, rename })).toBe('unwritable');
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['chart.csv']);
  });

  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'waits for another program that holds it for a moment (%s)',
    async (code) => {
      const file = join(testFolder(), 'chart.csv');
      writeFileSync(file, 'before');
      let tries = 0;
      const rename: typeof disk.rename = async (from, to) => {
        tries += 1;
        if (tries < 4) throw Object.assign(new Error('held'), { code });
        await disk.rename(from, to);
      };
      expect(await writeWhole(file, bytes, { ...disk, rename })).toBe('saved');
      expect(readFileSync(file)).toEqual(Buffer.from(bytes));
    },
  );

  test('is not written into a folder that is gone, or that is none', async () => {
    const folder = testFolder();
    expect(await writeWhole(join(folder, 'gone', 'chart.png'), bytes)).toBe('unwritable');
    writeFileSync(join(folder, 'file'), '');
    expect(await writeWhole(join(folder, 'file', 'chart.png'), bytes)).toBe('unwritable');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('does not take the place of a folder', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'chart.png'));
    expect(await writeWhole(join(folder, 'chart.png'), bytes)).toBe('unwritable');
    expect(readdirSync(folder)).toEqual(['chart.png']);
  });
});

describe('the folder of the last file', () => {
  test('is proposed again while it is there', async () => {
    const folder = testFolder();
    expect(await stillThere(folder)).toBe(folder);
    expect(await stillThere(join(folder, 'gone'))).toBeUndefined();
    expect(await stillThere(null)).toBeUndefined();
  });

  test('is none when a file has its name now', async () => {
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    expect(await stillThere(file)).toBeUndefined();
  });
});
