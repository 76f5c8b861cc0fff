import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartFileName } from '../../renderer/charts/chartFileName.ts';

describe('the name of a chart’s file', () => {
  test('says whom it is about and what it shows', () => {
    expect(chartFileName('T-07 Ingrid', 'Samlet kvalitet')).toBe('T-07 Ingrid Samlet kvalitet');
    expect(chartFileName('Ingrid og Åse', 'Kvalitet på hvert ledd, møte for møte')).toBe(
      'Ingrid og Åse Kvalitet på hvert ledd møte for møte',
    );
  });

  test('is the title alone where nobody is named', () => {
    expect(chartFileName('', 'Samlet kvalitet')).toBe('Samlet kvalitet');
  });

  test('keeps the whole title beside a long name', () => {
    const name = chartFileName('Torsdagsgruppen '.repeat(9), '15 Pretend modus: kvalitet');
    expect(name).toMatch(/^Torsdagsgruppen .* 15 Pretend modus kvalitet$/);
  });

  test('holds only what a file may be called by, whoever it is about', () => {
    const text = fc.string({ unit: 'binary', maxLength: 120 });
    fc.assert(
      fc.property(text, text, (about, title) => {
        expect(chartFileName(about, title)).toMatch(/^[\p{L}\p{N} _-]{1,80}$/u);
      }),
    );
  });

  test('differs for subjects whose names do', () => {
    const code = fc.integer({ min: 1, max: 999 }).map((number) => `T-${number}`);
    fc.assert(
      fc.property(code, code, fc.string({ maxLength: 120 }), (one, other, title) => {
        fc.pre(one !== other);
        expect(chartFileName(one, title)).not.toBe(chartFileName(other, title));
      }),
    );
  });
});
