import { describe, expect, test } from 'vitest';
import {
  cellAt,
  fullTable,
  itemMeans,
  type Judgements,
  scoreAgreement,
  sides,
  tableOfAny,
} from '../../../main/agreement/index.ts';

/** Two sides of 20 measures for each session and rater: levels by a rule, and what a test puts in place. */
function judged(
  sessions: number,
  raters: number,
  level: (session: number, rater: number, measure: number) => number,
): Judgements {
  const cells = new Int8Array(sessions * raters * 40);
  for (let session = 0; session < sessions; session += 1)
    for (let rater = 0; rater < raters; rater += 1)
      for (const side of sides)
        for (let measure = 0; measure < 20; measure += 1)
          cells[cellAt(raters, session, rater, side) + measure] = level(session, rater, measure);
  return {
    sessionIds: Array.from({ length: sessions }, (_, at) => `s${at}`),
    raterIds: Array.from({ length: raters }, (_, at) => `r${at}`),
    cells,
  };
}

const options = { seed: 1, samples: 100 };
const some = judged(8, 3, (session, rater, measure) =>
  measure === 15 && session < 4
    ? rater === 0
      ? 0
      : 4
    : Math.max(1, Math.min(7, 1 + ((session * 3 + measure + (rater === 2 ? 1 : 0)) % 7))),
);

describe('the full table', () => {
  const rows = fullTable(some, options);

  test('has the mean over items, the overall and 19 items of both sides, in this order', () => {
    const measures = ['mean', ...Array.from({ length: 20 }, (_, at) => at)];
    expect(rows.map(({ side, measure }) => [side, measure])).toEqual(
      sides.flatMap((side) => measures.map((measure) => [side, measure])),
    );
  });

  test('has the statistics of each score as they are computed alone', () => {
    const row = rows.find(({ side, measure }) => side === 'quality' && measure === 4);
    const alone = scoreAgreement(tableOfAny(some, 4, 'quality'));
    expect(row?.iccs['ICC(2,1)']).toMatchObject(alone.icc.forms['ICC(2,1)']);
    expect(row?.within1).toMatchObject(alone.simple.within1);
    expect(row?.ac2.value).toBe(alone.ac2.value);
    expect(row).toMatchObject({ n: 8, k: 3, missing: 0, oneRaterSessions: 0 });
  });

  test('tells no occasion against a level as its own kind, with its sessions', () => {
    const row = rows.find(({ side, measure }) => side === 'quality' && measure === 15);
    expect(row?.occasion).toMatchObject({ different: 8, bothNoOccasion: 0, bothRated: 16 });
    expect(row?.occasion.sessions[0]).toEqual({ sessionId: 's0', noOccasion: ['r0'], rated: ['r1', 'r2'] });
    expect(row?.missing).toBe(4);
  });

  test('names the rater who is furthest from the others', () => {
    const biased = judged(6, 3, (session, rater) => 2 + (session % 3) + (rater === 1 ? 2 : 0));
    const row = fullTable(biased, options).find(({ measure }) => measure === 0);
    expect(row?.bias).toMatchObject({ raterId: 'r1', difference: { value: 2 } });
  });

  test('names a rater who is clearly apart before one who may be by chance', () => {
    const apart = judged(10, 3, (session, rater) => {
      const level = 2 + (session % 3);
      // The second is always one higher; the third has rated two sessions, far apart both ways.
      if (rater === 2) return session < 2 ? level + (session === 0 ? 4 : 0) : -1;
      return level + rater;
    });
    const row = fullTable(apart, options).find(({ measure }) => measure === 0);
    const third = row?.severities.find(({ raterId }) => raterId === 'r2');
    expect(Math.abs(third?.difference.value ?? 0)).toBeGreaterThan(
      Math.abs(row?.bias?.difference.value ?? 9),
    );
    expect(row?.bias?.raterId).not.toBe('r2');
  });

  test('notes no small spread where there is no coefficient that it speaks of', () => {
    const row = fullTable(
      judged(4, 2, () => 4),
      options,
    ).find(({ measure }) => measure === 0);
    expect(row).toMatchObject({ smallSpread: false, iccs: { 'ICC(2,1)': { value: undefined } } });
  });

  test('gives the decision study as ICC(2,k) and ICC(3,k) of as many raters', () => {
    const strict = judged(8, 3, (session, rater) => 1 + (session % 4) + rater + ((session * rater) % 2));
    const row = fullTable(strict, options).find(({ measure }) => measure === 0);
    expect(row?.components).toMatchObject({ setToZero: [] });
    const three = row?.steps.find(({ raters }) => raters === 3);
    expect(three?.absolute.value).toBeCloseTo(row?.iccs['ICC(2,k)'].value ?? Number.NaN, 10);
    expect(three?.relative.value).toBeCloseTo(row?.iccs['ICC(3,k)'].value ?? Number.NaN, 10);
    expect(three?.absolute.limits.lower).toBeCloseTo(row?.iccs['ICC(2,k)'].limits.lower ?? Number.NaN, 10);
  });

  test('bands by the interval, and not by the number alone', () => {
    const row = rows.find(({ side, measure }) => side === 'quality' && measure === 0);
    const icc = row?.iccs['ICC(2,1)'];
    expect(icc?.limits.lower).toBeLessThan(icc?.value ?? 0);
    expect(icc?.kooLi?.from).not.toBe(icc?.kooLi?.to);
  });

  test('tells how far it is, to the end', () => {
    const told: number[] = [];
    fullTable(some, { ...options, progress: (done, of) => void told.push(done / of) });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('has reasons instead of numbers where there is nothing', () => {
    for (const row of fullTable(
      judged(0, 0, () => 4),
      options,
    )) {
      expect(row.iccs['ICC(2,1)'].value).toBeUndefined();
      expect(row.bias).toBeUndefined();
      expect(row.steps).toEqual([]);
    }
  });

  test('notes a small spread only where the coefficient is not good all the same', () => {
    const alike = judged(8, 2, (session, rater) => 4 + ((session + rater) % 5 === 0 ? 1 : 0));
    const split = judged(8, 2, (session) => 4 + (session % 2));
    const of = (data: Judgements) => fullTable(data, options).find(({ measure }) => measure === 3);
    expect(of(alike)?.smallSpread).toBe(true);
    expect(of(split)?.smallSpread).toBe(false);
  });
});

describe('the mean over items', () => {
  const one = (level: number | null) => [[level]];

  test('is that of the items that have a level', () => {
    expect(itemMeans([one(4), one(6), one(null)]).table).toEqual([[5]]);
  });

  test('does not count items that nobody rated, as those without adherence', () => {
    const items = [[[4, 5]], [[6, 3]], [[null, null]], [[null, null]], [[null, null]], [[null, null]]];
    expect(itemMeans(items)).toEqual({ table: [[5, 4]], tooFew: 0 });
  });

  test('is none over less than half of the items, and that is counted', () => {
    const items = [[[4, 5]], [[4, null]], [[4, null]]];
    expect(itemMeans(items)).toEqual({ table: [[4, null]], tooFew: 1 });
  });
});
