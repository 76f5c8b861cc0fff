import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoKeys, demoPassphrase } from '../../build/demo/demoKeys.ts';
import { attempts } from '../../main/vault/attempts.ts';
import { keychain, type SafeStorage } from '../../main/vault/keychain.ts';
import { sealKeys, unsealKeys } from '../../main/vault/keyFile.ts';
import { keysFile, recoveryFile } from '../../main/vault/places.ts';
import { tryKeys } from '../../main/vault/tries.ts';
import { changePassphrase, makeVault, newRecovery, putRecovery } from '../../main/vault/vault.ts';
import { testFolder } from '../fixtures/folder.ts';

const newTries = () => attempts(join(testFolder(), 'attempts.json'));
const passphrase = 'hundrede grønne sykler';

async function newVault(folder = join(testFolder(), 'library')) {
  const made = await makeVault(folder, passphrase);
  if (made.outcome !== 'made') throw new Error(made.outcome);
  return { folder, ...made };
}

describe('the key files of a library', () => {
  test('open by the passphrase, however its letters are composed, and by the recovery code', async () => {
    const { folder, keys, recovery } = await newVault();
    for (const secret of [
      { passphrase },
      { passphrase: passphrase.normalize('NFD') },
      { recoveryCode: recovery.code },
      { recoveryCode: recovery.code.toLowerCase().replaceAll('-', ' ') },
    ])
      expect(await tryKeys(folder, secret, newTries())).toEqual(keys);
  });

  test('are the only things in a new library, and hold no secret in the clear', async () => {
    const { folder, keys, recovery } = await newVault();
    expect(readdirSync(folder).sort()).toEqual(['keys.age', 'recovery-code-not-kept', 'recovery.age']);
    for (const file of [keysFile(folder), recoveryFile(folder)]) {
      const bytes = readFileSync(file);
      for (const secret of [
        passphrase,
        recovery.code,
        keys.identity,
        Buffer.from(keys.database).toString('hex'),
      ])
        expect(bytes.includes(secret)).toBe(false);
    }
  });

  test('are not made where something lies already', async () => {
    const folder = testFolder();
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(await makeVault(folder, passphrase)).toEqual({ outcome: 'taken' });
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  test('after a change open by the new passphrase and not by the old one, with the same keys', async () => {
    const { folder, keys, recovery } = await newVault();
    expect(await changePassphrase(folder, keys, 'seks lange trapper hjem')).toBe('saved');
    const tries = newTries();
    expect(await tryKeys(folder, { passphrase }, tries)).toEqual({ waitMs: 0 });
    expect(await tryKeys(folder, { passphrase: 'seks lange trapper hjem' }, tries)).toEqual(keys);
    expect(await tryKeys(folder, { recoveryCode: recovery.code }, tries)).toEqual(keys);
  });

  test('keep the old recovery code until the new one is put in its place', async () => {
    const { folder, keys, recovery } = await newVault();
    const next = await newRecovery(keys);
    const tries = newTries();
    expect(await tryKeys(folder, { recoveryCode: recovery.code }, tries)).toEqual(keys);
    expect(await putRecovery(folder, next)).toBe('saved');
    expect(await tryKeys(folder, { recoveryCode: recovery.code }, tries)).toEqual({ waitMs: 0 });
    expect(await tryKeys(folder, { recoveryCode: next.code }, tries)).toEqual(keys);
  });
});

describe('a change that is cut off', () => {
  const failing = async () => {
    throw Object.assign(new Error('cut off'), { code: 'EIO' });
  };
  const half: typeof disk.writeFile = async (path, bytes, options) => {
    await disk.writeFile(path, String(bytes).slice(0, 20), options);
    return failing();
  };

  test.each([
    ['before anything is written', { ...disk, writeFile: failing }],
    ['in the middle of the file', { ...disk, writeFile: half }],
    ['before the new file takes its place', { ...disk, rename: failing }],
    ['and cannot even tidy up', { ...disk, rename: failing, rm: failing }],
  ])('%s leaves the old passphrase and the old code as they were', async (_, on) => {
    const folder = testFolder();
    const [before, code] = [await sealKeys(demoKeys, passphrase, 4), await sealKeys(demoKeys, 'the code', 4)];
    writeFileSync(keysFile(folder), before);
    writeFileSync(recoveryFile(folder), code);
    expect(await changePassphrase(folder, demoKeys, 'seks lange trapper hjem', on)).toBe('unwritable');
    expect(await putRecovery(folder, { code: 'new', file: new Uint8Array(300) }, on)).toBe('unwritable');
    expect(new Uint8Array(readFileSync(keysFile(folder)))).toEqual(before);
    expect(new Uint8Array(readFileSync(recoveryFile(folder)))).toEqual(code);
  });
});

describe('a secret that does not open', () => {
  test('gives the same answer whatever is wrong', async () => {
    const sealed = await sealKeys(demoKeys, demoPassphrase, 4);
    const damaged = (at: number) => sealed.with(at, (sealed[at] ?? 0) ^ 1);
    expect(await unsealKeys(sealed, demoPassphrase)).toEqual(demoKeys);
    for (const [file, secret] of [
      [sealed, 'another'],
      [damaged(0), demoPassphrase],
      [damaged(60), demoPassphrase],
      [damaged(sealed.length - 1), demoPassphrase],
      [sealed.slice(0, 100), demoPassphrase],
      [new Uint8Array(), demoPassphrase],
      [new TextEncoder().encode('nothing of ours'), demoPassphrase],
    ] as const)
      expect(await unsealKeys(file, secret)).toBeUndefined();
  }, 60_000);

  test('is not even tried too early', async () => {
    const folder = testFolder();
    writeFileSync(keysFile(folder), await sealKeys(demoKeys, demoPassphrase, 4));
    const tries = newTries();
    for (let time = 0; time < 4; time += 1) await tryKeys(folder, { passphrase: 'wrong' }, tries);
    const early = await tryKeys(folder, { passphrase: demoPassphrase }, tries);
    expect(early).toEqual({ waitMs: expect.any(Number) });
  });

  test('says that a key file is gone', async () => {
    expect(await tryKeys(testFolder(), { passphrase }, newTries())).toBe('gone');
    expect(await tryKeys(testFolder(), { recoveryCode: 'x' }, newTries())).toBe('gone');
  });
});

describe('the keychain', () => {
  /** Turns bytes around, as a real one does not. */
  const safe = (some: Partial<SafeStorage> = {}): SafeStorage => ({
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 255)),
    decryptString: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 255)).toString(),
    ...some,
  });

  test.each([
    ['linux', 'gnome_libsecret', true],
    ['linux', 'kwallet6', true],
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['linux', '', false],
    ['win32', 'unknown', true],
    ['darwin', 'unknown', true],
  ] as const)('on %s with %s is there: %s', (platform, backend, there) => {
    const storage = safe({ getSelectedStorageBackend: () => backend });
    expect(keychain(join(testFolder(), 'k.json'), storage, platform).available()).toBe(there);
  });

  test('where there is none takes nothing and holds nothing', () => {
    const file = join(testFolder(), 'k.json');
    const none = keychain(file, safe({ getSelectedStorageBackend: () => 'basic_text' }), 'linux');
    expect(none.keep('/library', demoKeys)).toBe(false);
    expect(none.holds('/library')).toBe(false);
    expect(none.keysOf('/library')).toBeUndefined();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  test('gives the keys back, and only of the library they were kept for', () => {
    const folder = testFolder();
    const chain = keychain(join(testFolder(), 'k.json'), safe());
    expect(chain.keep(folder, demoKeys)).toBe(true);
    expect(chain.holds(folder)).toBe(true);
    expect(chain.keysOf(folder)).toEqual(demoKeys);
    expect(chain.keysOf(testFolder())).toBeUndefined();
  });

  test('keeps nothing readable in its file', () => {
    const file = join(testFolder(), 'k.json');
    keychain(file, safe()).keep('/library', demoKeys);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(demoKeys.identity);
    expect(text).not.toContain(Buffer.from(demoKeys.database).toString('hex'));
  });

  test('forgets when it is switched off', () => {
    const folder = testFolder();
    const file = join(testFolder(), 'k.json');
    const chain = keychain(file, safe());
    chain.keep(folder, demoKeys);
    expect(chain.forget(demoKeys.libraryId)).toBe(true);
    expect(chain.holds(folder)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('{}');
  });

  test('forgets what opens the library in a folder, also when that is gone, and no other', () => {
    const folders = [testFolder(), join(testFolder(), 'gone')] as const;
    const file = join(testFolder(), 'k.json');
    const chain = keychain(file, safe());
    const other = { ...demoKeys, libraryId: randomUUID() };
    chain.keep(folders[0], demoKeys);
    chain.keep(folders[1], other);
    expect(chain.forgetIn(testFolder())).toBe(true);
    expect(folders.map(chain.holds)).toEqual([true, true]);
    expect(chain.forgetIn(folders[1])).toBe(true);
    expect(folders.map(chain.holds)).toEqual([true, false]);
    expect(readFileSync(file, 'utf8')).not.toContain(other.libraryId);
  });

  test('knows a library again that has moved', () => {
    const [before, after] = [testFolder(), testFolder()];
    const chain = keychain(join(testFolder(), 'k.json'), safe());
    chain.keep(before, demoKeys);
    chain.moved(after, demoKeys);
    expect(chain.holds(before)).toBe(false);
    expect(chain.keysOf(after)).toEqual(demoKeys);
  });

  test.each([
    [
      'refuses to open',
      () =>
        safe({
          decryptString: () => {
            throw new Error('locked');
          },
        }),
    ],
    ['gives something else', () => safe({ decryptString: () => 'something else' })],
  ])('that %s gives no keys', (_, storage) => {
    const folder = testFolder();
    const file = join(testFolder(), 'k.json');
    keychain(file, safe()).keep(folder, demoKeys);
    expect(keychain(file, storage()).keysOf(folder)).toBeUndefined();
  });

  test('that refuses to take them keeps nothing', () => {
    const folder = testFolder();
    const refusing = safe({
      encryptString: () => {
        throw new Error('no');
      },
    });
    const chain = keychain(join(testFolder(), 'k.json'), refusing);
    expect(chain.keep(folder, demoKeys)).toBe(false);
    expect(chain.holds(folder)).toBe(false);
  });
});
