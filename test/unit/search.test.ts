import { describe, expect, test } from 'vitest';
import { matching, type Names } from '../../renderer/library/search.ts';
import { aRatingProgress, aSessionRow, uuid } from '../fixtures/rows.ts';

const names: Names = {
  group: new Map([
    [uuid(1), 'Torsdagsgruppen'],
    [uuid(2), 'Mandagsgruppen'],
  ]),
  therapist: new Map([
    [uuid(11), 'T-07 Ingrid'],
    [uuid(12), 'T-12 Jonas'],
  ]),
};
const rating = aRatingProgress({ raterName: 'Solveig Ås' });
const thursday = aSessionRow({
  id: uuid(201),
  date: '2026-11-12',
  number: 34,
  groupId: uuid(1),
  firstTherapistId: uuid(11),
  secondTherapistId: uuid(12),
  recordingName: 'Opptak 12.mp4',
  ratings: [rating],
});
const monday = aSessionRow({ id: uuid(202), date: '2026-05-04', number: 7, groupId: uuid(2) });
const bare = aSessionRow({ id: uuid(203), date: '2025-01-02', number: null });
const all = [thursday, monday, bare];

const found = (sought: string, groupId: string | null = null, language: 'nb' | 'en' = 'nb') =>
  matching(all, { sought, groupId }, names, language).map(({ id }) => id);

describe('searching sessions', () => {
  test('without words finds all', () => {
    expect(found('')).toEqual(all.map(({ id }) => id));
    expect(found('   ')).toEqual(all.map(({ id }) => id));
  });

  test.each(['torsdag', 'INGRID', 't-12', '34', 'opptak', '2026-11-12', 'november', 'solveig', 'ås'])(
    'finds the Thursday session by %j',
    (sought) => {
      expect(found(sought)).toEqual([thursday.id]);
    },
  );

  test('finds what has every word, in any order', () => {
    expect(found('jonas torsdag')).toEqual([thursday.id]);
    expect(found('jonas mandag')).toEqual([]);
  });

  test('reads the month in the language of the screen', () => {
    expect(found('mai', null, 'nb')).toEqual([monday.id]);
    expect(found('may', null, 'en')).toEqual([monday.id]);
  });

  test('keeps to the group that is chosen', () => {
    expect(found('', uuid(2))).toEqual([monday.id]);
    expect(found('ingrid', uuid(2))).toEqual([]);
  });

  test('does not find a session by what it does not have', () => {
    expect(found('null')).toEqual([]);
    expect(found('undefined')).toEqual([]);
  });
});
