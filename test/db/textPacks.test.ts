import { beforeEach, describe, expect, test } from 'vitest';
import * as model from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { databaseFile, everyRow, openTestStore } from '../fixtures/store.ts';

let file: string;
let store: Store;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
});

const pack = {
  language: 'nb' as const,
  name: 'Manualen',
  anchors: [
    { item: 1, level: 4, text: '<b>Fire</b>' },
    { item: 12, level: 7, text: 'Sju' },
  ],
};

describe('a text pack', () => {
  test('is there after a restart, one for each language', () => {
    const nb = store.textPacks.put(pack);
    const en = store.textPacks.put({ ...pack, language: 'en', name: 'The manual' });
    store.close();
    store = openTestStore(file);
    expect(store.textPacks.all()).toEqual([nb, en]);
    expect(store.textPacks.find('nb')).toEqual(nb);
  });

  test('takes the place of the one before, with all its texts', () => {
    store.textPacks.put(pack);
    const anchors = [{ item: 2, level: 1, text: 'En' }];
    store.textPacks.put({ ...pack, name: 'Ny', anchors });
    expect(store.textPacks.all()).toMatchObject([{ name: 'Ny', anchors }]);
  });

  test('is removed with its texts', () => {
    store.textPacks.put(pack);
    expect(store.textPacks.remove('nb')).toBe(true);
    expect(store.textPacks.remove('nb')).toBe(false);
    expect(store.textPacks.find('nb')).toBeUndefined();
    expect(everyRow(file).anchor).toEqual([]);
  });

  test('is in the log by name and count, without the words of the manual', () => {
    store.textPacks.put(pack);
    store.textPacks.remove('nb');
    const log = JSON.stringify(everyRow(file).change);
    expect(log).toContain('textPack');
    expect(log).toContain('Manualen');
    expect(log).not.toContain('Fire');
  });

  test('has each level of an item once', () => {
    expect(model.newTextPack.safeParse(pack).success).toBe(true);
    const [first] = pack.anchors;
    expect(model.newTextPack.safeParse({ ...pack, anchors: [first, first] }).success).toBe(false);
    expect(model.newTextPack.safeParse({ ...pack, anchors: [] }).success).toBe(false);
    expect(model.newTextPack.safeParse({ ...pack, language: 'no' }).success).toBe(false);
  });
});
