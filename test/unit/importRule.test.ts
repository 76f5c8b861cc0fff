import { describe, expect, test } from 'vitest';
import { type Import, importsOf } from '../fixtures/imports.ts';
import { parsed, sources } from '../fixtures/sources.ts';

const folders = ['db', 'preload', 'main', 'renderer', 'build', 'test'];

const inside = (folder: string) => (found: Import) => found.to.startsWith(`${folder}/`);
const typeOf = (place: string) => (found: Import) =>
  found.kind === 'type' && (found.to === place || found.to.startsWith(`${place}/`));
const exactly = (place: string) => (found: Import) => found.to === place;
/** Anything that does not lie in this repository. */
const isPackage = ({ to }: Import) => !folders.includes(to.split('/')[0] ?? '') && !to.startsWith('.');
const isElectron = ({ to }: Import) => to === 'electron' || to.startsWith('electron/');
const isNode = ({ to }: Import) => to.startsWith('node:');

type Rule = (found: Import) => boolean;
const rules: Readonly<Record<string, readonly Rule[]>> = {
  db: [inside('db'), (found) => isPackage(found) && !isElectron(found)],
  preload: [inside('preload'), typeOf('db'), isPackage],
  main: [inside('main'), inside('db'), exactly('preload/api'), isPackage],
  renderer: [
    inside('renderer'),
    typeOf('preload/api'),
    typeOf('db'),
    exactly('db/scale'),
    exactly('db/text'),
    (found) => isPackage(found) && !isElectron(found) && !isNode(found),
  ],
};

const broken = (found: readonly Import[], allowed: readonly Rule[]): string[] =>
  found
    .filter((one) => !allowed.some((rule) => rule(one)))
    .map(({ from, line, kind, to }) => `${from}:${line} imports the ${kind} of ${to}`);

const importsIn = (folder: string) => sources([folder]).flatMap(importsOf);

describe('the import rule', () => {
  test.each(Object.entries(rules))('%s imports only what it may', (folder, allowed) => {
    expect(broken(importsIn(folder), allowed)).toEqual([]);
  });

  test('build imports itself, and for demo libraries the record, media, keys and what certificates say', () => {
    const demo = [
      ...['build', 'db', 'main/media', 'main/vault', 'main/certification', 'main/certificates'].map(inside),
      isPackage,
    ];
    const [ofDemo, others] = [true, false].map((wanted) =>
      importsIn('build').filter(({ from }) => from.startsWith('build/demo/') === wanted),
    );
    expect(broken(ofDemo ?? [], demo)).toEqual([]);
    expect(broken(others ?? [], [inside('build'), isPackage])).toEqual([]);
  });
});

describe('the scanner behind the rule', () => {
  test('sees every way to import', () => {
    const text = `
      import type { A } from './a.ts';
      import { b } from '../db/b';
      export { c } from './c';
      export * from './d';
      type E = import('./e').E;
      const f = await import('./f');
      const g = require('./g');
      import 'h';
    `;
    const found = importsOf(parsed('renderer/some.ts', text)).map(({ kind, to }) => `${kind} ${to}`);
    expect(found.toSorted()).toEqual([
      'type renderer/a',
      'type renderer/e',
      'value db/b',
      'value h',
      'value renderer/c',
      'value renderer/d',
      'value renderer/f',
      'value renderer/g',
    ]);
  });

  test.each([
    ['renderer', `import { openStore } from '../db/store.ts';`],
    ['renderer', `import { ipcRenderer } from 'electron';`],
    ['renderer', `import { readFileSync } from 'node:fs';`],
    ['renderer', `import { calls } from '../preload/api.ts';`],
    ['db', `import { app } from 'electron';`],
    ['db', `import type { Api } from '../preload/api.ts';`],
    ['preload', `import { mark } from '../db/model.ts';`],
    ['main', `import { clock } from '../renderer/format.ts';`],
    ['main', `import { bridge } from '../preload/index.ts';`],
  ])('refuses in %s: %s', (folder, text) => {
    const found = importsOf(parsed(`${folder}/some.ts`, text));
    expect(broken(found, rules[folder] ?? [])).toHaveLength(1);
  });

  test('reads every folder', () => {
    for (const folder of Object.keys(rules)) {
      expect(importsIn(folder).length, folder).toBeGreaterThan(3);
      expect(importsIn(folder).some(inside(folder)), folder).toBe(true);
    }
  });
});
