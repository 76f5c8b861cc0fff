import * as disk from 'node:fs';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSettings, someSettings } from '../../main/settings.ts';
import { testFolder } from '../fixtures/folder.ts';
import { uuid } from '../fixtures/rows.ts';
import { usualSettings as usual } from '../fixtures/settings.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });
/** Half of the file is there then, as on a real disk. */
const full: typeof disk.writeFileSync = (path) => {
  writeFileSync(path, '{"colo');
  throw failure('ENOSPC');
};

/** The path of a settings file with this text in it; not there at all without one. */
function fileWith(text?: string): string {
  const file = join(testFolder(), 'settings.json');
  if (text !== undefined) writeFileSync(file, text);
  return file;
}

describe('the settings of this machine', () => {
  test('are the usual ones the first time', () => {
    expect(openSettings(fileWith(), 'en-GB').get()).toEqual(usual);
  });

  test.each([
    ['nb-NO', 'nb'],
    ['nn', 'nb'],
    ['no', 'nb'],
    ['NB', 'nb'],
    ['en-US', 'en'],
    ['sv-SE', 'en'],
    ['nonsense', 'en'],
    ['', 'en'],
  ])('speak as a system in %j does: %s', (locale, language) => {
    expect(openSettings(fileWith(), locale).get().language).toBe(language);
  });

  test('are there again after a restart', () => {
    const file = fileWith();
    openSettings(file, 'en').save({
      language: 'nb',
      raterId: uuid(1),
      deskSplit: 45,
      keys: { toggle: [{ code: 'KeyP' }] },
    });
    expect(openSettings(file, 'en').get()).toEqual({
      ...usual,
      language: 'nb',
      raterId: uuid(1),
      deskSplit: 45,
      keys: { toggle: [{ code: 'KeyP' }] },
    });
  });

  test('keep what is not said', () => {
    const settings = openSettings(fileWith(), 'en');
    settings.save({ colours: 'dark' });
    expect(settings.save({ language: undefined, deskSplit: 50 })).toEqual({
      ...usual,
      colours: 'dark',
      deskSplit: 50,
    });
  });

  test.each(['', 'not json', '{"language":"nb"', 'null', '[]', '"text"', '42'])(
    'are the usual ones with %j in the file',
    (text) => {
      expect(openSettings(fileWith(text), 'en').get()).toEqual(usual);
    },
  );

  test('fall back entry by entry', () => {
    const file = fileWith(
      JSON.stringify({
        language: 'nb',
        colours: 'pink',
        raterId: 'nobody',
        deskSplit: 99,
        coverageWarning: -1,
        more: true,
      }),
    );
    expect(openSettings(file, 'en').get()).toEqual({ ...usual, language: 'nb' });
  });

  test.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'ignore an entry that is named %s',
    (name) => {
      const file = fileWith(`{"${name}":"x","colours":"dark"}`);
      expect(openSettings(file, 'en').get()).toEqual({ ...usual, colours: 'dark' });
    },
  );

  test('are replaced whole: a save that was cut off leaves the old file', () => {
    const file = fileWith('{"colours":"dark"}');
    writeFileSync(`${file}.new`, '{"colours":"li');
    const settings = openSettings(file, 'en');
    expect(settings.get().colours).toBe('dark');
    settings.save({ colours: 'light' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ colours: 'light' });
  });

  test('leave nothing beside their file', () => {
    const file = fileWith();
    openSettings(file, 'en').save({ colours: 'light' });
    expect(readdirSync(join(file, '..'))).toEqual(['settings.json']);
  });

  test('wait for another program that holds their file for a moment', () => {
    const file = fileWith('{"colours":"dark"}');
    let tries = 0;
    const renameSync: typeof disk.renameSync = (from, to) => {
      tries += 1;
      if (tries < 3) throw failure('EPERM');
      disk.renameSync(from, to);
    };
    openSettings(file, 'en', { ...disk, renameSync }).save({ colours: 'light' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ colours: 'light' });
  });

  test('on a full disk stay as they were, and leave nothing beside their file', () => {
    const file = fileWith('{"colours":"dark"}');
    const settings = openSettings(file, 'en', { ...disk, writeFileSync: full });
    expect(() => settings.save({ colours: 'light' })).toThrow('ENOSPC');
    expect(settings.get().colours).toBe('dark');
    expect(readFileSync(file, 'utf8')).toBe('{"colours":"dark"}');
    expect(readdirSync(join(file, '..'))).toEqual(['settings.json']);
  });

  test('that are only remembered hold on a full disk as well, until the program ends', () => {
    const settings = openSettings(fileWith(), 'en', { ...disk, writeFileSync: full });
    settings.remember({ raterId: uuid(1) });
    expect(settings.get().raterId).toBe(uuid(1));
  });

  test('are not changed when they cannot be kept', () => {
    const settings = openSettings(join(testFolder(), 'no such folder', 'settings.json'), 'en');
    expect(() => settings.save({ colours: 'dark' })).toThrow();
    expect(settings.get()).toEqual(usual);
  });
});

describe('settings from the window', () => {
  test.each([
    {},
    { language: 'nb' },
    { deskSplit: 40 },
    { coverageWarning: 0 },
    { language: undefined },
    { keys: {} },
    { keys: { toggle: [], undo: [{ code: 'KeyU', ctrl: true }] } },
  ])('%o are taken', (some) => {
    expect(someSettings.safeParse(some).success).toBe(true);
  });

  test.each([
    { language: 'sv' },
    { deskSplit: 39 },
    { resumeBackMs: 10_001 },
    { preRollMs: 15_001 },
    { preRollMs: -1 },
    { deskSplit: Number.NaN },
    { coverageWarning: 101 },
    // Who sits there is said by itself.
    { raterId: null },
    { path: '/' },
    { keys: [] },
    { keys: { 'not an action': [] } },
    { keys: { __proto__x: [] } },
    { keys: { toggle: 'KeyP' } },
    { keys: { toggle: [{ code: 'Key P' }] } },
    { keys: { toggle: [{ code: '' }] } },
    { keys: { toggle: [{ code: 'KeyP', shift: false }] } },
    { keys: { toggle: [{ code: 'KeyP', meta: true }] } },
    { keys: { toggle: Array.from({ length: 4 }, () => ({ code: 'KeyP' })) } },
    { keys: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`action${index}`, []])) },
    null,
    'text',
  ])('%o are refused', (some) => {
    expect(someSettings.safeParse(some).success).toBe(false);
  });
});
