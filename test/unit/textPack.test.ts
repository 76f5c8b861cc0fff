import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newTextPack } from '../../db/model.ts';
import { readJson } from '../../main/scale/readJson.ts';
import { checkTextPack, textPackFile } from '../../main/scale/textPack.ts';

const meant = { language: 'nb', name: 'Manualen' } as const;
const check = (text: string) => checkTextPack(text, meant);
const problems = (text: string) => {
  const checked = check(text);
  return checked.outcome === 'wrong' ? checked.problems : [];
};
const anchors = (text: string) => {
  const checked = check(text);
  return checked.outcome === 'right' ? checked.pack.anchors : checked.problems;
};
const pack = (some: object = {}) => ({
  format: 'mbt-g-rater-text-pack',
  version: 1,
  language: 'nb',
  name: 'Manualen 2019',
  items: { '12': { '3': 'Tre', '4': 'Fire' } },
  ...some,
});
const json = (some: object = {}) => JSON.stringify(pack(some), null, 2);

describe('rows from a spreadsheet', () => {
  test('are item, level and text, in the order of the scale', () => {
    expect(check('2\t1\tEn\n1\t7\tSju')).toEqual({
      outcome: 'right',
      pack: {
        language: 'nb',
        name: 'Manualen',
        anchors: [
          { item: 1, level: 7, text: 'Sju' },
          { item: 2, level: 1, text: 'En' },
        ],
      },
    });
  });

  test('may have a heading, empty lines, numbers in words, and semicolons', () => {
    expect(anchors('Ledd\tNivå\tTekst\n\nLedd 12\t4.\tFire\n')).toEqual([
      { item: 12, level: 4, text: 'Fire' },
    ]);
    expect(anchors('item;level;text\r\n12;4;Fire; og mer')).toEqual([
      { item: 12, level: 4, text: 'Fire; og mer' },
    ]);
  });

  test('keep line breaks and quotes of a quoted cell, and count lines past them', () => {
    expect(anchors('1\t4\t"To\nlinjer ""her"""\n2\t4\t"Hm," sier hun')).toEqual([
      { item: 1, level: 4, text: 'To\nlinjer "her"' },
      { item: 2, level: 4, text: '"Hm," sier hun' },
    ]);
    expect(problems('1\t4\t"To\nlinjer"\n1\t8\tÅtte')).toEqual([{ kind: 'level', line: 3, found: '8' }]);
  });

  test('keep markup as text, without control characters', () => {
    expect(anchors('1\t4\t<b>Fire</b>\u0007\u202e')).toEqual([{ item: 1, level: 4, text: '<b>Fire</b>' }]);
  });

  test('that are wrong are all told, with where', () => {
    const text = [
      '20\t1\tEn',
      '1\t8\tÅtte',
      '1\t1',
      '1\t2\t ',
      '3\t3\tTre',
      '3\t3\tTre',
      `4\t1\t${'x'.repeat(5001)}`,
    ];
    expect(problems(text.join('\n'))).toEqual([
      { kind: 'item', line: 1, found: '20' },
      { kind: 'level', line: 2, found: '8' },
      { kind: 'row', line: 3 },
      { kind: 'blank', line: 4, item: 1, level: 2 },
      { kind: 'twice', item: 3, level: 3, line: 5, again: 6 },
      { kind: 'long', line: 7, item: 4, level: 1, length: 5001, longest: 5000 },
    ]);
  });

  test('that are none are an empty pack', () => {
    expect(problems('')).toEqual([{ kind: 'empty' }]);
    expect(problems('item\tlevel\ttext')).toEqual([{ kind: 'empty' }]);
  });

  test('that are too many are not read', () => {
    expect(problems('1\t1\tEn\n'.repeat(1001))).toEqual([{ kind: 'tooLarge' }]);
  });
});

describe('a pack as JSON', () => {
  test('is read with its own name, also after a byte order mark', () => {
    expect(check(`\uFEFF${json()}`)).toEqual({
      outcome: 'right',
      pack: {
        language: 'nb',
        name: 'Manualen 2019',
        anchors: [
          { item: 12, level: 3, text: 'Tre' },
          { item: 12, level: 4, text: 'Fire' },
        ],
      },
    });
  });

  test('that is no JSON says in which line and column', () => {
    expect(problems('{\n  "format": "x",\n  "items": oops\n}')).toEqual([
      { kind: 'notJson', line: 3, column: 12 },
    ]);
    expect(problems(`${json()} }`)).toMatchObject([{ kind: 'notJson' }]);
    expect(problems('{"a": "never ends')).toEqual([{ kind: 'notJson', line: 1, column: 7 }]);
  });

  test('of another kind, version or language is told', () => {
    expect(problems('{"format": "else"}')).toEqual([{ kind: 'notPack' }]);
    expect(problems(json({ version: 2 }))).toEqual([{ kind: 'version', found: '2' }]);
    expect(problems(json({ language: 'no' }))).toEqual([{ kind: 'language', found: 'no' }]);
    expect(problems(json({ language: 'en' }))).toEqual([{ kind: 'otherLanguage', found: 'en' }]);
    expect(problems(json({ name: '' }))).toEqual([{ kind: 'noName' }]);
    expect(problems(json({ items: [] }))).toEqual([{ kind: 'noItems' }]);
    expect(problems(json({ items: {} }))).toEqual([{ kind: 'empty' }]);
  });

  test('tells what is wrong inside with the line, and what is there twice', () => {
    expect(
      problems(json({ items: { '20': { '1': 'En' }, '1': { '8': 'Åtte', '2': 5 }, '2': 'To' } })),
    ).toEqual(
      [
        { kind: 'level', line: 9, found: '8' },
        { kind: 'notText', line: 8, item: 1, level: 2 },
        { kind: 'levels', line: 11, item: '2' },
        { kind: 'item', line: 13, found: '20' },
      ].toSorted((a, b) => a.line - b.line),
    );
    const twice = json().replace('"4": "Fire"', '"3": "Fire"');
    expect(problems(twice)).toEqual([{ kind: 'twice', item: 12, level: 3, line: 8, again: 9 }]);
  });

  test('nested beyond reason is refused, not followed', () => {
    expect(problems(`{"a":${'['.repeat(100_000)}`)).toMatchObject([{ kind: 'notJson' }]);
  });

  test('comes back from its own file as it was', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const some = fc.uniqueArray(
      fc.record({ item: fc.integer({ min: 1, max: 19 }), level: fc.integer({ min: 1, max: 7 }), text }),
      { selector: ({ item, level }) => `${item}/${level}`, minLength: 1 },
    );
    fc.assert(
      fc.property(some, (anchorsThere) => {
        const first = checkTextPack(textPackFile({ language: 'en', name: 'Pack', anchors: anchorsThere }), {
          language: 'en',
          name: '',
        });
        // What cannot be kept, such as a lone control character, is gone or told; the rest comes back.
        if (first.outcome === 'wrong') return;
        const again = checkTextPack(textPackFile(first.pack), { language: 'en', name: '' });
        expect(again).toEqual(first);
        expect(first.pack.anchors).toHaveLength(anchorsThere.length);
      }),
    );
  });
});

describe('anything at all', () => {
  const cell = fc.oneof(
    fc.integer({ min: -2, max: 30 }).map(String),
    fc.string(),
    fc.constantFrom('"', '""', '"a\nb"', 'Ledd 3', ''),
  );
  const table = fc
    .array(fc.tuple(cell, cell, cell, fc.constantFrom('\t', ';', ' ')))
    .map((rows) => rows.map(([a, b, c, divider]) => [a, b, c].join(divider)).join('\n'));

  test('is either a complete pack or told what is wrong with it, and never thrown out', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          table,
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.string().map((s) => `{${s}`),
        ),
        (text) => {
          const checked = check(text);
          if (checked.outcome === 'right') {
            expect(newTextPack.parse(checked.pack)).toEqual(checked.pack);
          } else expect(checked.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('that is JSON is read as JSON.parse reads it', () => {
    const plain = (tree: unknown): boolean => 'tree' in Object(tree);
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(plain(readJson(text))).toBe(true);
      }),
    );
  });
});
