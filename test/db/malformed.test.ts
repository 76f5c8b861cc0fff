/** Every call of the contract, asked by strangers and with questions that no window would ask. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { demoKeys, demoPassphrase, writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { openStore } from '../../db/store.ts';
import { recordFile } from '../../main/vault/places.ts';
import { calls, droppedChannel, transcriptDroppedChannel } from '../../preload/api.ts';
import { sharedFolder } from '../fixtures/folder.ts';
import { ourPage, startMain } from '../fixtures/mainInNode.ts';
import { anything, made } from '../fixtures/malformed.ts';
import { nearlyRight } from '../fixtures/nearly.ts';
import { everyRow, migrations, newMark, startRating } from '../fixtures/store.ts';

/** How many questions in all; `npm run prove` asks many more. */
const questions = Number(process.env.MBT_G_RATER_QUESTIONS ?? 2000);
const names = [...calls, droppedChannel, transcriptDroppedChannel];

let main: Awaited<ReturnType<typeof startMain>>;
let folder: string;
let library: string;

const state = () => {
  const settings = join(folder, 'settings.json');
  return {
    rows: everyRow(recordFile(library)),
    settings: existsSync(settings) && readFileSync(settings, 'utf8'),
  };
};

beforeAll(async () => {
  folder = sharedFolder();
  library = join(folder, 'library');
  await writeDemoKeys(library);
  const store = openStore({
    file: recordFile(library),
    key: demoKeys.database,
    migrations,
    now: () => new Date(0),
    newId: randomUUID,
  });
  const { rating } = startRating(store);
  store.judgements.addMark(newMark(rating.id, { note: 'kept' }));
  store.close();
  main = await startMain(folder, library);
  expect(await main.ask('unlock', { passphrase: demoPassphrase })).toMatchObject({
    value: { outcome: 'open' },
  });
});

test('every call of the contract is answered while a library is open', () => {
  expect(names.filter((name) => !main.handlers.has(name))).toEqual([]);
});

describe('a stranger', () => {
  test.each([
    ['a frame inside the page', { ...ourPage.senderFrame, parent: {} }],
    ['a page of another host', { parent: null, url: 'app://elsewhere/', origin: 'app://elsewhere' }],
    ['a page of the web', { parent: null, url: 'https://home/', origin: 'https://home' }],
    ['an empty window', { parent: null, url: 'about:blank', origin: 'null' }],
    ['a file', { parent: null, url: 'file:///home', origin: 'file://' }],
    ['a frame that is gone', null],
  ])('is answered nothing: %s', async (_, senderFrame) => {
    const before = state();
    for (const name of main.handlers.keys())
      await expect(main.ask(name, undefined, { senderFrame }), name).rejects.toThrow('unknown sender');
    expect(state()).toEqual(before);
  });
});

test('what only looks like a text is refused like anything else', async () => {
  const question = { length: { valueOf: 1, toString: 1 } };
  await expect(main.ask('useEdition', question)).rejects.toThrow('malformed question: useEdition');
});

test(`${questions} malformed questions are refused, each of them, and change nothing`, async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const before = state();
  const each = Math.ceil(questions / names.length);
  const told = { asked: 0, notEvenSent: 0, rightByChance: 0 };
  for (const name of names) {
    const shape = main.shapes.get(name);
    if (shape === undefined) throw new Error(`no shape of ${name}`);
    const nearly = nearlyRight(shape);
    const any: fc.Arbitrary<unknown> = anything.map(made);
    const question = nearly === undefined ? any : fc.oneof(any, { arbitrary: nearly, weight: 2 });
    for (const asked of fc.sample(question, { numRuns: each, seed: 5 })) {
      told.asked += 1;
      let sent: unknown;
      try {
        sent = structuredClone(asked);
      } catch {
        // The bridge itself throws: what cannot be copied leaves no page.
        told.notEvenSent += 1;
        continue;
      }
      if (shape.safeParse(sent).success) {
        told.rightByChance += 1;
        continue;
      }
      await expect(main.ask(name, sent), name).rejects.toThrow(`malformed question: ${name}`);
    }
  }
  console.log(`malformed questions: ${JSON.stringify({ calls: names.length, ...told })}`);
  expect(told.rightByChance / told.asked).toBeLessThan(0.1);
  expect(state()).toEqual(before);
  expect(main.dialogs).toEqual([]);
  expect(unhandled).not.toHaveBeenCalled();
}, 900_000);
