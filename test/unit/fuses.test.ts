import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wantedFuses, wrongFuses } from '../../build/fuses.mjs';
import { testFolder } from '../fixtures/folder.ts';

/** A binary with nothing in it but its fuses, as Electron lays them down: a mark, version 1, how many, and each as a sign. */
function binary(fuses: string): string {
  const file = join(testFolder(), 'program');
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const head = Buffer.from(`code ${sentinel}`);
  writeFileSync(
    file,
    Buffer.concat([head, Buffer.from([1, fuses.length]), Buffer.from(fuses), Buffer.alloc(64)]),
  );
  return file;
}

describe('the fuses of a package', () => {
  test('are all named in the configuration, and leave nobody but the program itself to say what runs', () => {
    expect(wantedFuses()).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
  });

  test('are right when each is as the configuration says', async () => {
    expect(await wrongFuses(binary('00001100'), wantedFuses())).toEqual([]);
  });

  test('are told by name when they differ, are missing or were taken out', async () => {
    expect(await wrongFuses(binary('10001100'), wantedFuses())).toEqual([
      'runAsNode should be off and is on',
    ]);
    expect(await wrongFuses(binary('0000r1'), wantedFuses())).toEqual([
      'enableEmbeddedAsarIntegrityValidation should be on and is not there',
      'grantFileProtocolExtraPrivileges should be off and is not there',
      'loadBrowserProcessSpecificV8Snapshot should be off and is not there',
    ]);
  });
});
