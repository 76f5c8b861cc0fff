import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around, stateOf, workByProgramme } from '../../renderer/programmes/work.ts';
import { aWorkItem } from '../fixtures/programmes.ts';
import { uuid } from '../fixtures/rows.ts';

const submitted = { ratingId: uuid(1), submittedAt: '2026-10-05T08:00:00Z' };

describe('the own work', () => {
  test('is parted into practice, attempts and checks, in the order that was drawn', () => {
    const [one] = workByProgramme([
      aWorkItem(1),
      aWorkItem(2),
      aWorkItem(3, { kind: 'test', attempt: 1 }),
      aWorkItem(4, { kind: 'test', attempt: 2 }),
      aWorkItem(5, { kind: 'check' }),
    ]);
    expect(one?.parts.map(({ kind, attempt, items }) => [kind, attempt, items.length])).toEqual([
      ['practice', null, 2],
      ['test', 1, 1],
      ['test', 2, 1],
      ['check', null, 1],
    ]);
  });

  test('goes on with the first that is not submitted', () => {
    const [one] = workByProgramme([aWorkItem(1, submitted), aWorkItem(2), aWorkItem(3)]);
    expect(one?.next?.position).toBe(2);
    expect(one?.left).toBe(2);
  });

  test('goes on with what is begun', () => {
    const [one] = workByProgramme([aWorkItem(1), aWorkItem(2, { ratingId: uuid(1) })]);
    expect(one?.next?.position).toBe(2);
  });

  test('is not held up by a session without its recording', () => {
    const [one] = workByProgramme([aWorkItem(1, { hasRecording: false }), aWorkItem(2)]);
    expect(one?.next?.position).toBe(2);
  });

  test('has nothing next when all is submitted, and then comes last', () => {
    const other = { programmeId: uuid(501), programmeName: 'Another' };
    const work = workByProgramme([aWorkItem(1, submitted), aWorkItem(2, other)]);
    expect(work.map(({ programmeName, next }) => [programmeName, next?.position])).toEqual([
      ['Another', 2],
      ['Basic training', undefined],
    ]);
  });

  test('is to rate, begun or submitted', () => {
    expect(stateOf(aWorkItem(1))).toBe('toRate');
    expect(stateOf(aWorkItem(1, { ratingId: uuid(1) }))).toBe('begun');
    expect(stateOf(aWorkItem(1, submitted))).toBe('submitted');
  });
});

describe('what is shown of a long list', () => {
  const list = fc.array(fc.integer(), { minLength: 1, maxLength: 60 });

  test('lies together in its order, has what comes next, and is as long as there is room for', () => {
    fc.assert(
      fc.property(list, fc.nat(), (items, anywhere) => {
        const at = anywhere % items.length;
        const numbered = items.map((_, index) => index);
        const shown = around(numbered, at, 2, 5);
        expect(shown).toContain(at);
        expect(shown).toHaveLength(Math.min(8, items.length));
        expect(shown).toEqual(numbered.slice(shown[0], (shown.at(-1) ?? 0) + 1));
      }),
    );
  });

  test('is its end when all is done', () => {
    expect(around([1, 2, 3, 4, 5], -1, 1, 1)).toEqual([3, 4, 5]);
  });
});
