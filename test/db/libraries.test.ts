import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { demoKeys, demoPassphrase } from '../../build/demo/demoKeys.ts';
import { sealKeys } from '../../main/vault/keyFile.ts';
import { keysFile, recordFile } from '../../main/vault/places.ts';
import { testFolder } from '../fixtures/folder.ts';
import { code, keyed, program } from '../fixtures/libraries.ts';

const passphrase = { passphrase: demoPassphrase };

describe('a library', () => {
  test('is none at first', () => {
    expect(program(undefined).library.state()).toEqual({ state: 'none' });
  });

  test('is locked, opens by its passphrase, and is remembered', async () => {
    const folder = await keyed();
    const { library, remembered } = program(folder);
    expect(library.state()).toEqual({ state: 'locked', folder, keychain: false, waitMs: 0 });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'open' });
    expect(library.state()).toEqual({ state: 'open', folder, step: null });
    expect(remembered).toEqual([folder]);
  });

  test('takes its keys along when it is locked, and ends what was there while it was open', async () => {
    const { library, open, log } = program(await keyed());
    await library.unlock(passphrase);
    const keys = open[0]?.keys;
    expect(keys?.database).toEqual(demoKeys.database);
    library.lock();
    expect(keys).toEqual({ ...demoKeys, database: new Uint8Array(32), identity: '' });
    expect(() => open[0]?.store.groups.all()).toThrow();
    expect(log).toEqual(['open', 'leave']);
    expect(library.opened()).toBeUndefined();
  });

  test('asks for a new passphrase when the recovery code opened it', async () => {
    const { library } = program(await keyed());
    expect(await library.unlock({ recoveryCode: code.toLowerCase() })).toEqual({ outcome: 'open' });
    expect(library.state()).toMatchObject({ state: 'open', step: 'newPassphrase' });
  });

  test('says so when it has no recovery code', async () => {
    const folder = testFolder();
    writeFileSync(keysFile(folder), await sealKeys(demoKeys, demoPassphrase, 4));
    expect(await program(folder).library.unlock({ recoveryCode: code })).toEqual({ outcome: 'gone' });
  });

  test('is not tried too early, not even with the right passphrase', async () => {
    const { library } = program(await keyed());
    const answers = [];
    for (let time = 0; time < 5; time += 1)
      answers.push(await library.unlock({ passphrase: `wrong ${time}` }));
    expect(answers.slice(0, 3)).toEqual(Array(3).fill({ outcome: 'wrong', waitMs: 0 }));
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'wrong', waitMs: expect.any(Number) });
    expect(library.opened()).toBeUndefined();
    expect(library.state()).toMatchObject({ state: 'locked', waitMs: expect.any(Number) });
  });

  test('says that its folder is gone, and is there again when the folder is', async () => {
    const folder = await keyed();
    const { library } = program(folder);
    renameSync(folder, `${folder}-away`);
    expect(library.state()).toEqual({ state: 'notOpened', folder, reason: 'folderGone' });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'gone' });
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
    expect(library.state()).toMatchObject({ state: 'locked' });
  });

  test('without its key file says so, and is there again when the file is', async () => {
    const folder = await keyed();
    const { library } = program(folder);
    renameSync(keysFile(folder), `${folder}-keys`);
    expect(library.state()).toEqual({ state: 'notOpened', folder, reason: 'keysGone' });
    renameSync(`${folder}-keys`, keysFile(folder));
    expect(library.state()).toMatchObject({ state: 'locked' });
  });

  test('from before there were keys says so, and is not opened', async () => {
    const folder = testFolder();
    new Database(recordFile(folder)).exec('create table t (x text)').close();
    const { library } = program(folder);
    expect(library.state()).toEqual({ state: 'notOpened', folder, reason: 'notEncrypted' });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'gone' });
  });

  test('is not made under a passphrase that is no lock', async () => {
    const folder = join(testFolder(), 'new');
    expect(await program(undefined).library.make(folder, '1111111111111')).toEqual({ outcome: 'weak' });
    expect(existsSync(folder)).toBe(false);
  });

  test('asks once more for keeping its recovery code when it was locked before that', async () => {
    const folder = join(testFolder(), 'new');
    const { library } = program(undefined);
    expect(await library.make(folder, 'fem stoler i ring igjen')).toEqual({ outcome: 'made' });
    const first = library.opened()?.recovery?.code;
    library.lock();
    expect(await library.unlock({ passphrase: 'fem stoler i ring igjen' })).toEqual({ outcome: 'open' });
    expect(library.state()).toMatchObject({ step: 'recoveryCode' });
    expect(library.opened()?.recovery?.code).not.toBe(first);
  });

  test('is closed and forgotten even when something in it cannot be ended', async () => {
    const { library, open } = program(await keyed(), () => {
      throw new Error('on purpose');
    });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    await library.unlock(passphrase);
    library.lock();
    expect(() => open[0]?.store.groups.all()).toThrow();
    expect(open[0]?.keys.database).toEqual(new Uint8Array(32));
    expect(library.state()).toMatchObject({ state: 'locked' });
    expect(told).toHaveBeenCalled();
  });

  test('is turned away from before another is opened', async () => {
    const [one, other] = [await keyed(), await keyed()];
    const { library, log } = program(one);
    await library.unlock(passphrase);
    library.choose(other);
    expect(log).toEqual(['open', 'leave']);
    expect(library.state()).toMatchObject({ state: 'locked', folder: other });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'open' });
  });

  test('is not opened when another was chosen while its passphrase was tried', async () => {
    const { library } = program(await keyed());
    const trying = library.unlock(passphrase);
    library.choose(await keyed());
    expect(await trying).toEqual({ outcome: 'notOpened' });
    expect(library.opened()).toBeUndefined();
  });
});

describe('the keychain', () => {
  test('opens a library when the program starts, and not after it was locked', async () => {
    const folder = await keyed();
    const { library, chain, start } = program(folder);
    chain.keep(folder, demoKeys);
    expect(library.state()).toMatchObject({ state: 'locked', keychain: true });
    expect(await library.unlock({ keychain: true })).toEqual({ outcome: 'open' });
    library.lock();
    expect(library.state()).toMatchObject({ state: 'locked', keychain: false });
    expect(await library.unlock({ keychain: true })).toEqual({ outcome: 'wrong', waitMs: 0 });
    const again = start();
    expect(await again.unlock({ keychain: true })).toEqual({ outcome: 'open' });
    again.close();
  });

  test('with keys of another library gives way to the passphrase, and harms nothing', async () => {
    const folder = await keyed();
    const { library, chain } = program(folder);
    await library.unlock(passphrase);
    library.close();
    chain.keep(folder, { ...demoKeys, database: new Uint8Array(32).fill(9) });
    expect(await library.unlock({ keychain: true })).toEqual({ outcome: 'wrong', waitMs: 0 });
    expect(library.state()).toMatchObject({ state: 'locked', keychain: false });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'open' });
  });

  test('follows a library that was moved, once its passphrase was given', async () => {
    const folder = await keyed();
    const { library, chain } = program(folder);
    chain.keep(folder, demoKeys);
    const moved = join(testFolder(), 'moved');
    mkdirSync(moved);
    renameSync(folder, moved);
    library.choose(moved);
    expect(library.state()).toMatchObject({ keychain: false });
    await library.unlock(passphrase);
    expect(chain.holds(moved)).toBe(true);
  });
});
