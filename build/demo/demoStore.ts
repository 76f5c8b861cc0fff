/** Opens the record of a library that has the key of the demo. */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { openStore, type Store, type StoreOptions } from '../../db/store.ts';
import { demoKeys } from './demoKeys.ts';

const migrations = resolve(import.meta.dirname, '../../db/migrations');

/** @param folder of the library; it must exist */
export const demoStore = (
  folder: string,
  some: Partial<Pick<StoreOptions, 'now' | 'newId' | 'salt'>> = {},
): Store =>
  openStore({
    file: join(folder, 'record.db'),
    key: demoKeys.database,
    migrations,
    now: () => new Date(),
    newId: randomUUID,
    ...some,
  });

/** A clock that goes on by a second whenever it is looked at, from eight in the morning of 30 October 2026, UTC. */
export function demoClock(): () => Date {
  let second = 0;
  return () => new Date(Date.UTC(2026, 9, 30, 8, 0, second++));
}
