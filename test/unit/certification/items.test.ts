import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemFigures } from '../../../main/certification/index.ts';
import { anyCounting, anySessions, given, ofQuality, rated } from './levels.ts';

const standard = given([4, 4, 4, 4, 4, 4, 4]);

describe('items over the sessions of an attempt', () => {
  test('count sessions, those within one point, the mean difference, and no occasion on one side', () => {
    const sessions = [rated(1, given([7]), given([4])), rated(2, given(['none']), given([4]))];
    expect(itemFigures(sessions, ofQuality)).toEqual([
      { item: 1, side: 'quality', n: 2, within1: 0, bias: 3, occasion: 1, practise: true },
    ]);
  });

  test('leave out sessions in which both found no occasion', () => {
    const sessions = [rated(1, given(['none']), given(['none'])), rated(2, given([4]), given([4]))];
    expect(itemFigures(sessions, ofQuality)).toMatchObject([{ n: 1, within1: 1, practise: false }]);
  });

  test('are worth practising when they were away on half of the sessions', () => {
    const sessions = [
      rated(1, given([4, 6, 6]), given([4, 4, 4])),
      rated(2, given([4, 4, 6]), given([4, 4, 4])),
    ];
    const practised = itemFigures(sessions, ofQuality).filter(({ practise }) => practise);
    expect(practised.map(({ item }) => item)).toEqual([3, 2]);
  });

  test('are worth practising when they are more than one point away on average, not at one point', () => {
    const away = [3, 1, 1].map((more, at) => rated(at + 1, given([4 + more, 5]), given([4, 4])));
    const practised = itemFigures(away, ofQuality).filter(({ practise }) => practise);
    expect(practised.map(({ item, bias }) => [item, bias])).toEqual([[1, 5 / 3]]);
  });

  test('are at most five to practise, the furthest first', () => {
    const sessions = [rated(1, given([6, 7, 6, 7, 6, 6, 1]), standard)];
    const found = itemFigures(sessions, ofQuality);
    expect(found.map(({ item }) => item)).toEqual([2, 4, 7, 1, 3, 5, 6]);
    expect(found.filter(({ practise }) => practise).map(({ item }) => item)).toEqual([2, 4, 7, 1, 3]);
  });

  test('stand once for each side that counts', () => {
    const sessions = [rated(1, given([4, 4]), given([4, 4]))];
    const found = itemFigures(sessions, { dimension: 'both', adherenceItems: new Set([2]) });
    expect(found.map(({ item, side }) => `${item} ${side}`)).toEqual([
      '1 quality',
      '2 quality',
      '2 adherence',
    ]);
  });

  test('count once to the five, whichever sides of them are far', () => {
    const far = given([7, 7, 7, 7, 7, 7]);
    const sessions = [rated(1, far, given([1, 1, 1, 1, 1, 1]))];
    const found = itemFigures(sessions, { dimension: 'both', adherenceItems: new Set([1, 2, 3, 4, 5, 6]) });
    const practised = found.filter(({ practise }) => practise);
    expect(new Set(practised.map(({ item }) => item))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(practised).toHaveLength(10);
  });

  test('keep their bounds, whatever the ratings', () => {
    fc.assert(
      fc.property(anySessions, anyCounting, (sessions, counting) => {
        const found = itemFigures(sessions, counting);
        for (const { n, within1, occasion } of found) {
          expect(n).toBeGreaterThan(0);
          expect(n).toBeLessThanOrEqual(sessions.length);
          expect(within1 + occasion).toBeLessThanOrEqual(n);
        }
        const practised = found.filter(({ practise }) => practise).map(({ item }) => item);
        expect(new Set(practised).size).toBeLessThanOrEqual(5);
        expect(itemFigures(sessions.toReversed(), counting)).toEqual(found);
      }),
    );
  });
});
