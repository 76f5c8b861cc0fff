import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demoKeys, demoPassphrase } from '../../build/demo/demoKeys.ts';
import { inUseFile } from '../../main/trouble/hold.ts';
import { backupsFolder, recordFile } from '../../main/vault/places.ts';
import { keyed, program } from '../fixtures/libraries.ts';

const passphrase = { passphrase: demoPassphrase };

/** Opens it, closes it as damaged, and gives what a test needs to put it right. */
async function damaged() {
  const folder = await keyed();
  const it = program(folder);
  await it.library.unlock(passphrase);
  it.library.fail('damaged');
  return { folder, ...it };
}

/** Work that goes on until it is told to end. */
function work() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { run: () => promise, finish: () => resolve('done') };
}

describe('a damaged library', () => {
  test('is closed at once, and keeps its keys for putting it right', async () => {
    const { library, folder } = await damaged();
    expect(library.state()).toEqual({ state: 'notOpened', folder, reason: 'damaged' });
    expect(library.known()?.keys.database).toEqual(demoKeys.database);
    expect(await library.closedFor(async () => 'done')).toEqual({ done: 'done', opened: true });
    expect(library.state()).toMatchObject({ state: 'open' });
  });

  test('forgets them when it is locked', async () => {
    const { library } = await damaged();
    const keys = library.known()?.keys;
    library.lock();
    expect(library.known()).toBeUndefined();
    expect(keys?.database).toEqual(new Uint8Array(32));
    expect(library.state()).toMatchObject({ state: 'locked' });
  });

  test('is not put right when another machine has taken it over meanwhile', async () => {
    const { library, folder } = await damaged();
    const ours = JSON.parse(readFileSync(inUseFile(folder), 'utf8'));
    writeFileSync(
      inUseFile(folder),
      JSON.stringify({ ...ours, token: 'f1a7a8a8-0000-4000-8000-000000000000', name: 'hjemme' }),
    );
    let touched = false;
    const found = await library.closedFor(async () => {
      touched = true;
    });
    expect(found).toBeUndefined();
    expect(touched).toBe(false);
    expect(library.state()).toMatchObject({ reason: 'takenOver', by: { machine: 'hjemme' } });
  });

  test('begins at the lock again when putting it right failed in an unexpected way', async () => {
    const { library } = await damaged();
    await expect(
      library.closedFor(async () => {
        throw new Error('on purpose');
      }),
    ).rejects.toThrow('on purpose');
    library.tryAgain(false);
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'open' });
  });
});

describe('while its files are worked on', () => {
  test('nobody turns away from it, opens it, or works on it as well', async () => {
    const { library, folder } = await damaged();
    const { run, finish } = work();
    const working = library.closedFor(run);
    library.choose(await keyed());
    library.tryAgain(false);
    expect(await library.closedFor(async () => 'other')).toBeUndefined();
    const unlocking = library.unlock(passphrase);
    expect(library.isWorking()).toBe(true);
    finish();
    expect(await working).toEqual({ done: 'done', opened: true });
    expect(await unlocking).toEqual({ outcome: 'notOpened' });
    expect(library.state()).toMatchObject({ state: 'open', folder });
  });

  test('a lock waits for the end, and then holds', async () => {
    const { library } = await damaged();
    const { run, finish } = work();
    const working = library.closedFor(run);
    library.lock();
    finish();
    expect(await working).toEqual({ done: 'done', opened: false });
    expect(library.known()).toBeUndefined();
    expect(library.state()).toMatchObject({ state: 'locked' });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'open' });
  });
});

describe('a record that is not there', () => {
  test('is made where nothing was ever backed up', async () => {
    const folder = await keyed();
    expect(await program(folder).library.unlock(passphrase)).toEqual({ outcome: 'open' });
    expect(existsSync(recordFile(folder))).toBe(true);
  });

  test('is missed where backups say that there was one', async () => {
    const folder = await keyed();
    const { library } = program(folder);
    await library.unlock(passphrase);
    library.close();
    rmSync(recordFile(folder));
    mkdirSync(backupsFolder(folder), { recursive: true });
    expect(await library.unlock(passphrase)).toEqual({ outcome: 'notOpened' });
    expect(library.state()).toMatchObject({ state: 'notOpened', reason: 'recordGone' });
    expect(existsSync(recordFile(folder))).toBe(false);
  });
});

test('what is missing is told also when the keychain opens the library', async () => {
  const folder = await keyed();
  const { library, chain, open } = program(folder);
  await library.unlock(passphrase);
  open[0]?.hold.keep(99);
  library.fail('damaged');
  library.tryAgain(false);
  chain.keep(folder, demoKeys);
  expect(await library.unlock({ keychain: true })).toEqual({ outcome: 'notOpened' });
  expect(library.state()).toMatchObject({ state: 'notOpened', reason: 'incomplete' });
});
