/** What raters of a programme say of a session whose levels are known: chance around them. */
import { items } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import type { seeded } from './random.ts';

type Random = ReturnType<typeof seeded>;
/** Undefined: the session gives no occasion. */
export type Truth = { levels: (number | undefined)[]; moments: { atMs: number; item: number }[] };
export type Leaning = { bias: number; spread: number };

const oftenAbsent: readonly number[] = [15, 16, 18];

export function truthOf(random: Random, lengthMs: number): Truth {
  const session = random.normal() * 0.9;
  return {
    levels: items.map(({ number }) =>
      oftenAbsent.includes(number) && random.next() < 0.3
        ? undefined
        : 4.4 - ((number * 7) % 5) * 0.4 + session + random.normal() * 0.6,
    ),
    moments: Array.from({ length: 12 }, () => ({
      atMs: Math.round((0.03 + random.next() * 0.9) * lengthMs),
      item: 1 + Math.floor(random.next() * 19),
    })),
  };
}

const level = (value: number): number => Math.min(7, Math.max(1, Math.round(value)));

const standardNotes = [
  'Tydelig i to av turene, og følges opp når Per trekker seg.',
  'Én god sekvens tidlig, men den blir ikke fulgt opp.',
  'Begge terapeutene gjør det, mest i rundens andre halvdel.',
  'Løftes fram når gruppen er urolig; kunne vært brukt én gang til.',
] as const;

/** @param notes whether some scores and moments say why, as those of a standard do */
export function rate(
  store: Store,
  random: Random,
  ratingId: string,
  truth: Truth,
  { bias, spread }: Leaning,
  notes: boolean,
): void {
  const given = truth.levels.map((true_, at) => {
    // Now and then somebody finds an occasion where others found none.
    const differs = spread > 0.3 && oftenAbsent.includes(at + 1) && random.next() < 0.1;
    const found = differs ? (true_ === undefined ? 3 : undefined) : true_;
    return found === undefined ? undefined : level(found + bias + random.normal() * spread);
  });
  given.forEach((quality, at) => {
    const note = notes && at % 3 === 0 ? (standardNotes[(at / 3) % standardNotes.length] ?? '') : '';
    store.judgements.editScore({
      ratingId,
      item: at + 1,
      quality: quality ?? null,
      adherence: quality === undefined ? null : level(quality + 0.2 + random.normal() * spread * 0.5),
      noOccasion: quality === undefined,
      note,
    });
  });
  const levels = given.filter((quality) => quality !== undefined);
  const mean = level(levels.reduce((sum, one) => sum + one, 0) / levels.length);
  const note = notes ? 'Et møte som holder det meste på plass; utforskingen kunne vart lenger.' : '';
  store.judgements.editOverall({ ratingId, adherence: mean, quality: mean, note });
  for (const { atMs, item } of truth.moments) {
    if (!notes && random.next() < 0.3) continue;
    const other = !notes && random.next() < 0.12 ? (item % 19) + 1 : item;
    store.judgements.addMark({
      ratingId,
      item: other,
      kind: random.next() < 0.08 ? 'missed' : 'intervention',
      atMs: Math.max(0, Math.round(atMs + random.normal() * 1200)),
      endMs: null,
      therapist: random.next() < 0.6 ? 'first' : 'second',
      aspect: null,
      quality: random.next() < 0.7 ? (given[other - 1] ?? null) : null,
      note: notes && random.next() < 0.4 ? 'Her viser det seg tydeligst.' : '',
    });
  }
}
