import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SubjectProgress } from '../../db/progress.ts';
import { filtersOf, queryOf } from '../../renderer/progress/address.ts';
import {
  choicesOf,
  editionsByRatings,
  type Filters,
  filtered,
  fitting,
  isFiltered,
  monthsBefore,
} from '../../renderer/progress/filter.ts';
import { aCountedRating, aProgressSession, aSubjectProgress, uuid } from '../fixtures/rows.ts';

const purposes = ['supervision', 'research', 'consensus', 'selfRating'] as const;
const editionIds = ['mbt-g-aqs/1', 'site/1'];
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));

const progresses: fc.Arbitrary<SubjectProgress> = fc
  .array(
    fc.record({
      date: day,
      group: fc.option(fc.integer({ min: 0, max: 2 })),
      given: fc.array(
        fc.record({
          rater: fc.integer({ min: 0, max: 3 }),
          purpose: fc.constantFrom(...purposes),
          edition: fc.constantFrom(...editionIds),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) => {
    const ratings = all.flatMap(({ given }, session) =>
      given.map(({ rater, purpose, edition }, index) =>
        aCountedRating({
          ratingId: uuid(1000 + session * 10 + index),
          sessionId: uuid(200 + session),
          raterId: uuid(300 + rater),
          purpose,
          scaleEdition: edition,
        }),
      ),
    );
    const followed = new Set(ratings.map(({ scaleEdition }) => scaleEdition));
    return aSubjectProgress({
      sessions: all.map(({ date, group }, index) =>
        aProgressSession({ id: uuid(200 + index), date, groupId: group === null ? null : uuid(400 + group) }),
      ),
      ratings,
      editions: editionIds.filter((id) => followed.has(id)).map((id) => ({ id, name: id })),
    });
  });

const filters: fc.Arbitrary<Filters> = fc.record({
  from: fc.option(day, { nil: undefined }),
  to: fc.option(day, { nil: undefined }),
  purpose: fc.option(fc.constantFrom(...purposes), { nil: undefined }),
  raterId: fc.option(fc.integer({ min: 300, max: 304 }).map(uuid), { nil: undefined }),
  groupId: fc.option(fc.integer({ min: 400, max: 403 }).map(uuid), { nil: undefined }),
  edition: fc.option(fc.constantFrom(...editionIds), { nil: undefined }),
});

describe('filtering', () => {
  test('without filters keeps every session, and every rating of the edition with the most', () => {
    fc.assert(
      fc.property(progresses, (all) => {
        const { progress, otherEditions } = filtered(all, {});
        expect(progress.sessions).toEqual(all.sessions);
        expect(progress.ratings.length + otherEditions).toBe(all.ratings.length);
        expect(progress.ratings.length).toBeGreaterThanOrEqual(otherEditions);
      }),
    );
  });

  test('never joins editions', () => {
    fc.assert(
      fc.property(progresses, filters, (all, asked) => {
        const { progress } = filtered(all, asked);
        expect(new Set(progress.ratings.map(({ scaleEdition }) => scaleEdition)).size).toBeLessThanOrEqual(1);
        if (progress.ratings.length > 0)
          expect(progress.editions.map(({ id }) => id)).toEqual([progress.ratings[0]?.scaleEdition]);
      }),
    );
  });

  test('adds nothing, and leaves nothing to filter the second time', () => {
    fc.assert(
      fc.property(progresses, filters, (all, asked) => {
        const { progress } = filtered(all, asked);
        expect(all.ratings.filter((rating) => progress.ratings.includes(rating))).toEqual(progress.ratings);
        const edition = progress.editions[0]?.id ?? asked.edition;
        expect(filtered(progress, { ...asked, edition }).progress).toEqual(progress);
      }),
    );
  });

  test('keeps what lies in the period, its ends among it, and of the group', () => {
    fc.assert(
      fc.property(progresses, filters, (all, asked) => {
        const { from = '0', to = '9', groupId } = asked;
        const { progress } = filtered(all, asked);
        expect(progress.sessions).toEqual(
          all.sessions.filter(
            (session) =>
              session.date >= from &&
              session.date <= to &&
              (groupId === undefined || groupId === session.groupId),
          ),
        );
        const ids = progress.sessions.map(({ id }) => id);
        expect(progress.ratings.every(({ sessionId }) => ids.includes(sessionId))).toBe(true);
      }),
    );
  });

  test('by purpose or rater leaves the self-ratings beside it', () => {
    const all = aSubjectProgress({
      sessions: [aProgressSession()],
      ratings: [
        aCountedRating({ ratingId: uuid(1), raterId: uuid(301) }),
        aCountedRating({ ratingId: uuid(2), raterId: uuid(302), purpose: 'research' }),
        aCountedRating({ ratingId: uuid(3), raterId: uuid(303), purpose: 'selfRating' }),
      ],
    });
    const left = (asked: Filters) => filtered(all, asked).progress.ratings.map(({ ratingId }) => ratingId);
    expect(left({ purpose: 'supervision' })).toEqual([uuid(1), uuid(3)]);
    expect(left({ raterId: uuid(302) })).toEqual([uuid(2), uuid(3)]);
    expect(left({ purpose: 'selfRating' })).toEqual([uuid(3)]);
  });

  test('leaves out events outside the period', () => {
    const event = (date: string) => ({ id: date, date, name: 'Course', therapistId: null, groupId: null });
    const all = aSubjectProgress({ events: [event('2026-01-01'), event('2026-03-01')] });
    expect(filtered(all, { from: '2026-02-01' }).progress.events.map(({ date }) => date)).toEqual([
      '2026-03-01',
    ]);
  });
});

describe('what can be filtered by', () => {
  test('leaves something each', () => {
    fc.assert(
      fc.property(progresses, (all) => {
        const { purposes: some, raters, groupIds, editions } = choicesOf(all);
        for (const purpose of some) expect(all.ratings.some((one) => one.purpose === purpose)).toBe(true);
        for (const { id } of raters)
          expect(all.ratings.some((one) => one.raterId === id && one.purpose !== 'selfRating')).toBe(true);
        for (const id of groupIds) expect(all.sessions.some(({ groupId }) => groupId === id)).toBe(true);
        for (const { id, ratings } of editions)
          expect(filtered(all, { edition: id }).progress.ratings).toHaveLength(ratings);
      }),
    );
  });

  test('has the edition of most ratings first', () => {
    const of = (scaleEdition: string) => aCountedRating({ scaleEdition });
    const editions = editionIds.map((id) => ({ id, name: id }));
    const ratings = [of('mbt-g-aqs/1'), of('site/1'), of('site/1')];
    expect(editionsByRatings({ editions, ratings }).map(({ id }) => id)).toEqual(['site/1', 'mbt-g-aqs/1']);
  });

  test('is what stays of the filters when the subject changes; the period always does', () => {
    fc.assert(
      fc.property(progresses, filters, (all, asked) => {
        const choices = choicesOf(all);
        const kept = fitting(asked, choices, false);
        expect([kept.from, kept.to]).toEqual([asked.from, asked.to]);
        if (kept.raterId !== undefined) expect(choices.raters.map(({ id }) => id)).toContain(kept.raterId);
        if (kept.groupId !== undefined) expect(choices.groupIds).toContain(kept.groupId);
        expect(fitting(kept, choices, false)).toEqual(kept);
        expect(fitting(asked, choices, true).groupId).toBeUndefined();
      }),
    );
  });
});

test('an edition is not a filter that could be cleared', () => {
  expect(isFiltered({ edition: 'site/1' })).toBe(false);
  expect(isFiltered({ to: '2026-01-01' })).toBe(true);
});

describe('filters in the address', () => {
  test('are found again', () => {
    fc.assert(fc.property(filters, (asked) => void expect(filtersOf(queryOf(asked))).toEqual(asked)));
  });

  test('are left out where they are not what they should be', () => {
    expect(filtersOf('from=yesterday&purpose=training&raterId=x&edition=')).toEqual({});
  });
});

test.each([
  ['2026-11-21', 6, '2026-05-21'],
  ['2026-11-21', 12, '2025-11-21'],
  ['2026-08-31', 6, '2026-02-28'],
  ['2026-03-31', 1, '2026-02-28'],
])('%s less %i months is %s', (from, months, day) => {
  expect(monthsBefore(from, months)).toBe(day);
});
