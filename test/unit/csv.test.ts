import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../renderer/charts/chartTable';
import { csvText } from '../../renderer/charts/export/csv';

/** As RFC 4180 says: quoted and bare cells, records that end in CR LF. */
function parsed(text: string, between: string): { text: string; quoted: boolean }[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${between}\\r\\n]*))(${between}|\\r\\n)`, 'gy');
  const records: { text: string; quoted: boolean }[][] = [[]];
  const body = text.replace(/^\ufeff/, '');
  while (cell.lastIndex < body.length) {
    const found = cell.exec(body);
    if (found === null) throw new Error(`no cell in ${JSON.stringify(body)}`);
    const [, inQuotes, bare = '', end] = found;
    records.at(-1)?.push({ text: inQuotes?.replaceAll('""', '"') ?? bare, quoted: inQuotes !== undefined });
    if (end === '\r\n') records.push([]);
  }
  expect(records.pop()).toEqual([]);
  return records;
}

const texts = (text: string, between: string) =>
  parsed(text, between).map((record) => record.map((cell) => cell.text));

const one = (cell: Cell, language: 'nb' | 'en' = 'en') =>
  texts(csvText({ head: ['a'], rows: [[cell]] }, language), language === 'nb' ? ';' : ',')[1]?.[0];

describe('the numbers of a chart as CSV', () => {
  const table = {
    head: ['Dato', 'Kvalitet; snitt'],
    rows: [
      [
        { text: '24. sep. 2026', value: '2026-09-24' },
        { text: '4,7', value: 14 / 3 },
      ],
    ],
  };

  test('is what a Norwegian Excel opens as a table', () => {
    expect(csvText(table, 'nb')).toBe('\ufeff"Dato";"Kvalitet; snitt"\r\n"2026-09-24";4,666666666666667\r\n');
  });

  test('is what an English Excel opens as a table', () => {
    expect(csvText(table, 'en')).toBe('\ufeff"Dato","Kvalitet; snitt"\r\n"2026-09-24",4.666666666666667\r\n');
  });

  test('takes the text where there is no other value', () => {
    expect(one({ text: 'ingen anledning' })).toBe('ingen anledning');
  });

  test('leaves a cell empty for what is no number', () => {
    expect(one({ text: '–', value: Number.NaN })).toBe('');
    expect(one({ text: '–', value: Number.POSITIVE_INFINITY })).toBe('');
  });

  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200e=1', '＝1', '-', '--1'])(
    'keeps %j from being a formula',
    (text) => {
      expect(one({ text })).toMatch(/^'/);
    },
  );

  test.each(['-1', '-0,5', '-12.25', '+2'])('leaves the number %s a number', (text) => {
    expect(one({ text })).toBe(text);
  });

  test('leaves a negative number a number', () => {
    expect(csvText({ head: ['a'], rows: [[{ text: '−0,5', value: -0.5 }]] }, 'nb')).toContain('\r\n-0,5\r\n');
  });

  test('drops what cannot be seen, and keeps a cell on one line', () => {
    expect(one({ text: 'a\u0000b\u202ec\u2066d\r\ne\u2028f\ufeff' })).toBe('abcd e f');
    expect(one({ text: 'Åse «Ø.» "Æ"' })).toBe('Åse «Ø.» "Æ"');
  });
});

const languages = fc.constantFrom('nb' as const, 'en' as const);
const between = (language: 'nb' | 'en') => (language === 'nb' ? ';' : ',');
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@;,"\'\t\r\n\u202e\u200fa1 ') }),
);

describe('whatever the cells hold', () => {
  test('numbers come back as they were', () => {
    fc.assert(
      fc.property(
        languages,
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        (language, values) => {
          const row = values.map((value) => ({ text: '', value }));
          const [, read] = texts(
            csvText({ head: [], rows: [row] }, language).replace('\ufeff', '\ufeff""'),
            between(language),
          );
          const numbers = read?.map((text) => Number(text.replace(language === 'nb' ? ',' : '.', '.')));
          expect(numbers).toEqual(values.map((value) => value + 0));
        },
      ),
    );
  });

  test('plain words come back as they were', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'abcæøåÆØÅ01 .,;:"\'«»–()') })
      .map((text) => text.replace(/ +/g, ' ').trim());
    fc.assert(
      fc.property(languages, fc.array(word, { minLength: 1 }), (language, words) => {
        const rows = [words.map((text) => ({ text }))];
        expect(texts(csvText({ head: words, rows }, language), between(language))).toEqual([words, words]);
      }),
    );
  });

  test('there are as many records and cells as in the table, and no text is a formula or breaks its line', () => {
    fc.assert(
      fc.property(
        languages,
        fc
          .integer({ min: 1, max: 4 })
          .chain((columns) =>
            fc.array(fc.array(anyText, { minLength: columns, maxLength: columns }), { minLength: 1 }),
          ),
        (language, [head = [], ...rows]) => {
          const table = { head, rows: rows.map((row) => row.map((text) => ({ text }))) };
          const records = parsed(csvText(table, language), between(language));
          expect(records.map(({ length }) => length)).toEqual([head, ...rows].map(({ length }) => length));
          for (const { text } of records.flat()) {
            expect(text).not.toMatch(/^(?![+-]\d+([.,]\d+)?$)[=+\-@＝＋－＠]/u);
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
            expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
          }
        },
      ),
    );
  });
});
