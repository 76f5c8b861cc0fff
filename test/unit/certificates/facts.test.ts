import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, factsText, longestFacts } from '../../../main/certificates/facts.ts';
import { someFacts } from '../../fixtures/certificate.ts';

describe('what a certificate says', () => {
  test('is read again as it was written', () => {
    const facts = someFacts();
    const read = factsOf(factsText(facts));
    expect(read).toMatchObject({ ...facts, sessions: expect.anything() });
    expect(read?.sessions[2]).toEqual({
      ...facts.sessions[2],
      within1: { count: 38, of: 38, share: 1, limits: { lower: 0.7, upper: 0.95 } },
    });
  });

  test('is the same text whatever order its fields come in', () => {
    const facts = someFacts();
    const turned = Object.fromEntries(Object.entries(facts).toReversed());
    expect(factsText({ ...facts, ...turned })).toBe(factsText(facts));
    expect(factsText({ ...turned, ...facts })).toBe(factsText(facts));
    expect(factsText(facts)).toMatch(/^\{"form":1,"id":".*","key":"[\w-]{43}"\}$/);
  });

  test('has null where there is no number, with its reason', () => {
    const none = { value: undefined, reason: 'noVariance' } as const;
    const limits = { lower: undefined, upper: undefined, reason: 'noVariance' } as const;
    const facts = someFacts({
      results: [{ rule: 'icc', met: false, least: 0.4, icc: { ...none, limits }, n: 3 }],
    });
    const text = factsText(facts);
    expect(text).toContain('"icc":{"value":null,"reason":"noVariance","limits":{"lower":null,"upper":null');
    expect(factsOf(text)?.results).toEqual(facts.results);
  });

  test('comes back for any numbers and names', () => {
    const number = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, fc.string({ maxLength: 400, unit: 'binary' }), (bias, rater) => {
        const text = factsText(
          someFacts({ rater, rules: { ...someFacts().rules, bias }, standards: [], sessions: [] }),
        );
        const read = factsOf(text);
        expect(read?.rater).toBe(rater);
        expect(read?.rules.bias).toBeCloseTo(bias, 6);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"form":1'],
    ['another form', factsText(someFacts()).replace('"form":1', '"form":2')],
    ['a space more', factsText(someFacts()).replace('"form":1', '"form": 1')],
    ['a field more', factsText(someFacts()).replace('"form":1', '"form":1,"more":1')],
    ['a field twice', factsText(someFacts()).replace('"form":1', '"form":1,"form":1')],
    ['a field less', factsText(someFacts()).replace('"toolVersion":"1.2.3",', '')],
    ['a day that is none', factsText(someFacts()).replace('2027-11-21', '2027-02-30')],
    ['a number in other words', factsText(someFacts()).replace('"bias":0.5', '"bias":5e-1')],
    ['too much', `"${'x'.repeat(longestFacts)}"`],
    ['a tower', '['.repeat(50_000)],
  ])('is not read from %s', (_, text) => {
    expect(factsOf(text)).toBeUndefined();
  });

  test('is read from no text that merely looks like it', () => {
    fc.assert(fc.property(fc.json(), (text) => void expect(factsOf(text)).toBeUndefined()));
  });
});
