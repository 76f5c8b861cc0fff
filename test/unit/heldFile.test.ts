import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renameHeld, waitsMs } from '../../main/heldFile.ts';
import { testFolder } from '../fixtures/folder.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('a file whose place another program holds', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])('gets it when that one lets go of it (%s)', (code) => {
    const folder = testFolder();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    writeFileSync(from, 'whole');
    let tries = 0;
    renameHeld(from, to, (...names) => {
      tries += 1;
      if (tries < 3) throw failure(code);
      renameSync(...names);
    });
    expect([tries, existsSync(from), existsSync(to)]).toEqual([3, false, true]);
  });

  test('is given up in the end', () => {
    let tries = 0;
    const rename = () => {
      tries += 1;
      throw failure('EBUSY');
    };
    expect(() => renameHeld('from', 'to', rename)).toThrow('EBUSY');
    expect(tries).toBe(waitsMs.length + 1);
  });

  test('is not tried again when something else is in the way', () => {
    let tries = 0;
    const rename = () => {
      tries += 1;
      throw failure('ENOSPC');
    };
    expect(() => renameHeld('from', 'to', rename)).toThrow('ENOSPC');
    expect(tries).toBe(1);
  });
});
