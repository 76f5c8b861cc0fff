import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clock,
  clockRead,
  clockSeconds,
  dayLong,
  dayMonth,
  dayShort,
  fileSize,
  monthShort,
  number,
  signed,
  tickLabel,
} from '../../renderer/format.ts';

const language = fc.constantFrom('nb', 'en');
/** Up to the last tenth of a hundred hours. */
const momentMs = fc.integer({ min: 0, max: 359_999_999 });

describe('a clock', () => {
  test('has a comma in Norwegian and a point in English', () => {
    expect(clock(2_537_300, 'nb')).toBe('00:42:17,3');
    expect(clock(2_537_300, 'en')).toBe('00:42:17.3');
  });

  test('starts at nought', () => {
    expect(clock(0, 'en')).toBe('00:00:00.0');
  });

  test('never shows a later time than it is', () => {
    expect(clock(59_999, 'en')).toBe('00:00:59.9');
    expect(clockSeconds(3_599_999)).toBe('00:59:59');
  });

  test('is read back as the time it shows', () => {
    fc.assert(
      fc.property(momentMs, language, (ms, words) => {
        expect(clockRead(clock(ms, words))).toBe(ms - (ms % 100));
      }),
    );
  });

  test('without tenths is read back as whole seconds', () => {
    fc.assert(
      fc.property(momentMs, (ms) => {
        expect(clockRead(clockSeconds(ms))).toBe(ms - (ms % 1000));
      }),
    );
  });

  test('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(momentMs, momentMs, (a, b) => {
        if (a <= b) expect(clockSeconds(a) <= clockSeconds(b)).toBe(true);
      }),
    );
  });
});

describe('a time that was typed', () => {
  test.each([
    ['1:02:03', 3_723_000],
    ['42:17', 2_537_000],
    ['42:17,5', 2_537_500],
    ['42:17.25', 2_537_250],
    [' 42:17 ', 2_537_000],
    ['42', 2_520_000],
    ['0', 0],
    ['0:05', 5000],
    ['90:00', 5_400_000],
    ['120', 7_200_000],
  ])('%j is read', (text, ms) => {
    expect(clockRead(text)).toBe(ms);
  });

  test.each(['', ' ', 'abc', '42:', ':17', '42:75', '1:75:00', '1:2:3:4', '-5', '42,5', '1:02:03:', '4 2'])(
    '%j is no time',
    (text) => {
      expect(clockRead(text)).toBeUndefined();
    },
  );

  test('is never read as a broken number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:., -') }), (text) => {
        const ms = clockRead(text);
        expect(ms === undefined || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});

describe('a day', () => {
  test('is written in full', () => {
    expect(dayLong('2026-11-12', 'nb')).toBe('12. november 2026');
    expect(dayLong('2026-11-12', 'en')).toBe('12 November 2026');
  });

  test('is written short', () => {
    expect(dayShort('2026-11-12', 'nb')).toBe('12. nov. 2026');
    expect(dayShort('2026-11-12', 'en')).toBe('12 Nov 2026');
  });

  test('is the same day in every time zone', () => {
    expect(dayLong('2026-01-01', 'en')).toBe('1 January 2026');
  });
});

describe('a month on an axis', () => {
  test('has the year with two digits', () => {
    expect(monthShort(Date.UTC(2026, 10, 1), 'nb')).toBe('nov 26');
    expect(monthShort(Date.UTC(2026, 10, 1), 'en')).toBe('Nov 26');
  });

  test('of a year under ten keeps its nought', () => {
    expect(monthShort(Date.UTC(2008, 4, 1), 'en')).toBe('May 08');
  });
});

describe('a number', () => {
  test('has at most one decimal, as the language writes it', () => {
    expect(number(4.46, 'nb')).toBe('4,5');
    expect(number(4.46, 'en')).toBe('4.5');
    expect(number(4, 'nb')).toBe('4');
    expect(number(14 / 3, 'en')).toBe('4.7');
  });

  test('that has not reached the next whole one never reads as if it had', () => {
    expect(number(3.96, 'nb')).toBe('3,96');
    expect(number(3.999, 'en')).toBe('3.99');
    fc.assert(
      fc.property(fc.double({ min: 1, max: 7, noNaN: true }), (mean) => {
        expect(Math.floor(Number(number(mean, 'en')))).toBe(Math.floor(mean));
      }),
    );
  });
});

describe('the size of a file', () => {
  test.each([
    [0, '0 B'],
    [1, '1 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1_400_000_000, '1.4 GB'],
    [2_500_000_000_000, '2.5 TB'],
  ])('of %d bytes is short', (bytes, text) => {
    expect(fileSize(bytes, 'en')).toBe(text);
  });

  test('has a comma in Norwegian', () => {
    expect(fileSize(1_400_000_000, 'nb')).toBe('1,4 GB');
  });

  test('never shows a thousand of a unit that has a larger one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_000_000_000_000 }), (bytes) => {
        expect(fileSize(bytes, 'en')).not.toMatch(/^1,000/);
      }),
      { examples: [[999_960], [999_999_999]] },
    );
  });
});

describe('what axes and differences say', () => {
  test.each([
    [0.61, '+0,6', '+0.6'],
    [-0.44, '−0,4', '−0.4'],
    [0.04, '0', '0'],
    [-0.04, '0', '0'],
    [2, '+2', '+2'],
  ])('tells a difference of %d with its sign', (value, nb, en) => {
    expect([signed(value, 'nb'), signed(value, 'en')]).toEqual([nb, en]);
  });

  test.each([
    ['day', '15. nov.', '15 Nov'],
    ['month', 'nov 26', 'Nov 26'],
    ['year', '2026', '2026'],
  ] as const)('name a tick of a time axis by its %s', (unit, nb, en) => {
    const time = Date.UTC(2026, 10, 15);
    expect([tickLabel(time, unit, 'nb'), tickLabel(time, unit, 'en')]).toEqual([nb, en]);
  });

  test('names a day without its year', () => {
    expect([dayMonth('2026-11-12', 'nb'), dayMonth('2026-11-12', 'en')]).toEqual(['12. nov.', '12 Nov']);
  });
});
