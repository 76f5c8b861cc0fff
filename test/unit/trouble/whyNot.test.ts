import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whyNot } from '../../../main/trouble/whyNot.ts';
import { testFolder } from '../../fixtures/folder.ts';
import { cannotMount, smallDisk, writeProtected } from '../../fixtures/mounts.ts';

describe('an error that only says that it could not be written', () => {
  test('is a folder that is gone', () => {
    expect(whyNot('unwritable', join(testFolder(), 'gone'))).toBe('folderGone');
  });

  test('stays as it is when nothing better is known', () => {
    expect(whyNot('unwritable', testFolder())).toBe('unwritable');
  });

  test('and every other one stays as it is', () => {
    expect(whyNot('damaged', join(testFolder(), 'gone'))).toBe('damaged');
  });

  test.skipIf(cannotMount !== undefined)('is a folder that is write-protected', () => {
    const folder = testFolder();
    onTestFinished(writeProtected(folder));
    expect(whyNot('unwritable', folder)).toBe('readOnly');
  });

  test.skipIf(cannotMount !== undefined)('is a disk without room', () => {
    const disk = smallDisk(1);
    onTestFinished(disk.remove);
    const folder = join(disk.place, 'library');
    mkdirSync(folder);
    writeFileSync(join(disk.place, 'rest'), Buffer.alloc(1_000_000));
    expect(whyNot('unwritable', folder)).toBe('full');
  });
});
