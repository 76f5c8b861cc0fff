/** What is asked about keys leaves none behind in the main process. */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import type { Libraries } from '../../main/libraries.ts';
import type { OpenLibrary } from '../../main/oneLibrary.ts';
import { attempts } from '../../main/vault/attempts.ts';
import type { LibraryKeys } from '../../main/vault/keyFile.ts';
import { testFolder } from '../fixtures/folder.ts';

const tried: LibraryKeys = { ...demoKeys, database: new Uint8Array(demoKeys.database) };
vi.mock('electron', () => ({ app: { getPath: () => '', getName: () => '' }, dialog: {}, ipcMain: {} }));
vi.mock('../../main/vault/tries.ts', () => ({ tryKeys: async () => tried }));
vi.mock('../../main/vault/vault.ts', () => ({ newRecovery: async () => ({ code: 'code' }) }));
const { vaultCalls } = await import('../../main/vaultCalls.ts');
const { libraryCalls } = await import('../../main/libraryCalls.ts');

test('the keys that a passphrase gave are overwritten when it was the right one', async () => {
  // Of an open library only what is looked at here.
  const open = { folder: '/library', keys: { ...demoKeys }, recovery: undefined } as OpenLibrary;
  const { newRecoveryCode } = vaultCalls({
    libraries: { opened: () => open } as Libraries,
    attempts: attempts(join(testFolder(), 'attempts.json')),
    keychain: {} as Parameters<typeof vaultCalls>[0]['keychain'],
    onKeysChanged: () => undefined,
  });
  expect(await newRecoveryCode.run({ passphrase: 'fem stoler i ring' })).toEqual({ outcome: 'made' });
  expect(open.recovery).toEqual({ code: 'code' });
  expect(tried.database).toEqual(new Uint8Array(32));
  expect(tried.identity).toBe('');
  expect(open.keys).toEqual(demoKeys);
});

test('a library that is taken off the list is forgotten by the keychain', () => {
  const forgotten: string[] = [];
  const saved: unknown[] = [];
  // Of what these calls are given, only what taking off the list needs.
  const { forgetLibrary } = libraryCalls({
    settings: {
      get: () => ({ libraries: ['/a', '/b'] }),
      save: (some: { libraries: string[] }) => {
        saved.push(some);
        return some;
      },
    },
    keychain: { forgetIn: (folder: string) => forgotten.push(folder) },
    libraries: {},
    desk: {},
  } as unknown as Parameters<typeof libraryCalls>[0]);
  expect(forgetLibrary.run('/a')).toMatchObject([{ folder: '/b' }]);
  expect(saved).toEqual([{ libraries: ['/b'] }]);
  expect(forgotten).toEqual(['/a']);
});
