import fc from 'fast-check';
import { type Levels, levelsOf } from '../../../db/levels.ts';
import type { Counting, RatedAgainst } from '../../../main/certification/index.ts';

type Given = number | 'none' | null;

/** Levels of quality by item number, from item 1; 'none' is no occasion. Adherence is the same but where given. */
export function given(
  quality: readonly Given[],
  overall: number | null = null,
  adherence: readonly Given[] = quality,
): Levels {
  const level = (one: Given | undefined) => (typeof one === 'number' ? one : null);
  const scores = quality.map((one, at) => ({
    item: at + 1,
    quality: level(one),
    adherence: one === 'none' ? null : level(adherence[at]),
    noOccasion: one === 'none',
  }));
  return levelsOf(scores, { quality: overall, adherence: overall });
}

export const ofQuality: Counting = { dimension: 'quality', adherenceItems: new Set() };

/** The first day is 1; a session for each day. */
export const rated = (day: number, own: Levels, standard: Levels): RatedAgainst => ({
  sessionId: `session ${day}`,
  submittedAt: `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`,
  own,
  standard,
});

export const level = fc.integer({ min: 1, max: 7 });
const judgement = fc.oneof(
  { arbitrary: level, weight: 8 },
  { arbitrary: fc.constantFrom<'none' | null>('none', null), weight: 1 },
);
const nineteen = fc.array(judgement, { minLength: 19, maxLength: 19 });

/** Whole ratings with all that can happen to an item. */
export const anyLevels = fc
  .tuple(nineteen, fc.option(level), nineteen)
  .map(([quality, overall, adherence]) => given(quality, overall, adherence));

export const anyCounting = fc.record({
  dimension: fc.constantFrom('quality', 'adherence', 'both'),
  adherenceItems: fc.uniqueArray(fc.integer({ min: 1, max: 19 })).map((items) => new Set(items)),
}) satisfies fc.Arbitrary<Counting>;

/** The sessions of an attempt, in order of day. */
export const anySessions = fc
  .array(fc.tuple(anyLevels, anyLevels), { minLength: 1, maxLength: 6 })
  .map((pairs) => pairs.map(([own, standard], at) => rated(at + 1, own, standard)));
