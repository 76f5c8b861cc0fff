/** The invented ratings of a library of many sessions, written straight into its tables. */
import type Database from 'better-sqlite3';
import { items, scaleEdition } from '../../db/scale.ts';
import type { People } from './manyPeople.ts';
import { numbered } from './numbered.ts';
import type { seeded } from './random.ts';

type Random = ReturnType<typeof seeded>;
/** `index` of `count` sessions of the pair, the oldest first. */
type Written = { id: string; date: string; pairAt: number; index: number; count: number };
type Rates = {
  raterId: string;
  purpose: 'supervision' | 'selfRating' | 'research';
  /** How much better than it is the rater finds it, on the whole. */
  bias: number;
  marks: number;
};

const notes = [
  'Spør de andre hva de tror skjedde, og venter på svar.',
  'Griper stillheten, her og nå.',
  'Tviler vennlig på «alle».',
  'Blir ved følelsen.',
  'Går tilbake til søndag kveld.',
];
const aspects = ['ownInitiative', 'followUp', 'organising', 'deepening', 'closing'];
/** Not every session gives occasion for these. */
const oftenAbsent = new Set([15, 16, 18]);
const level = (value: number): number => Math.min(7, Math.max(1, Math.round(value)));

export function ratingWriter(db: Database.Database, random: Random, people: People, lengthMs: number) {
  const insertRating = db.prepare(
    `insert into rating (id, session_id, rater_id, purpose, scale_edition, started_at, position_ms, submitted_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertScore = db.prepare(
    `insert into score (rating_id, item, adherence, quality, no_occasion, note) values (?, ?, ?, ?, ?, '')`,
  );
  const insertOverall = db.prepare(
    `insert into overall (rating_id, adherence, quality, note) values (?, ?, ?, '')`,
  );
  const insertPlayed = db.prepare(`insert into played (rating_id, from_ms, to_ms, rate) values (?, ?, ?, ?)`);
  const insertMark = db.prepare(
    `insert into mark (id, rating_id, item, kind, at_ms, end_ms, therapist, aspect, quality, note)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let ratings = 0;
  let marks = 0;

  /** Where an item of a pair stands after a share of its sessions: it starts somewhere, and drifts. */
  const standing = (item: number, pairAt: number, share: number): number => {
    const start = 2.6 + ((item * 37 + pairAt * 11) % 23) / 10;
    const gain = ((item * 13 + pairAt * 7) % 21) / 10 - 0.3;
    return start + gain * share + 0.35 * Math.sin(share * 9 + item + pairAt);
  };

  function addMarks(ratingId: string, qualities: readonly (number | undefined)[], count: number): void {
    for (let mark = 0; mark < count; mark += 1) {
      const item = 1 + Math.floor(random.next() * 19);
      const quality = qualities[item - 1];
      if (quality === undefined) continue;
      const chance = random.next();
      const missed = chance < 0.07;
      const atMs = Math.round((random.next() * 0.98 + 0.01) * lengthMs);
      marks += 1;
      insertMark.run(
        numbered(5, marks),
        ratingId,
        item,
        missed ? 'missed' : 'intervention',
        atMs,
        chance > 0.86 ? atMs + 6000 + Math.round(random.next() * 40_000) : null,
        chance < 0.5 ? 'first' : chance < 0.92 ? 'second' : 'both',
        item === 3 ? (aspects[mark % aspects.length] ?? null) : null,
        chance < 0.85 ? level(quality + random.next() * 3 - 1.5 - (missed ? 2 : 0)) : null,
        mark % 3 === 0 ? (notes[item % notes.length] ?? '') : '',
      );
    }
  }

  /** @param upTo how many items are rated; with all of them the rating is submitted */
  function write(
    session: Written,
    { raterId, purpose, bias, marks }: Rates,
    upTo: number,
    mood: number,
  ): void {
    const { date, pairAt, index, count } = session;
    const done = upTo === items.length;
    ratings += 1;
    const ratingId = numbered(4, ratings);
    const share = count === 1 ? 0.5 : index / (count - 1);
    const watchedMs = done ? lengthMs : Math.round(lengthMs * (upTo / items.length));
    insertRating.run(
      ratingId,
      session.id,
      raterId,
      purpose,
      scaleEdition,
      `${date}T19:${String(ratings % 60).padStart(2, '0')}:00.000Z`,
      done ? 0 : watchedMs,
      done ? `${date}T21:${String(ratings % 60).padStart(2, '0')}:00.000Z` : null,
    );
    const qualities = items.map(({ number }) =>
      // What a session gave occasion for does not depend on who rates it.
      oftenAbsent.has(number) && (index * 7 + number + pairAt) % 3 === 0
        ? undefined
        : level(standing(number, pairAt, share) + mood + bias + random.normal() * 0.6),
    );
    qualities.slice(0, upTo).forEach((quality, at) => {
      const adherence = quality === undefined ? null : level(quality + random.next() * 2 - 1);
      insertScore.run(ratingId, at + 1, adherence, quality ?? null, quality === undefined ? 1 : 0);
    });
    if (done) {
      const given = qualities.filter((quality) => quality !== undefined);
      const mean = given.reduce((sum, quality) => sum + quality, 0) / given.length;
      insertOverall.run(ratingId, level(mean), level(mean + random.next() * 0.8 - 0.4));
    }
    // Some leave a stretch out, and go faster in the end.
    const skipped = random.next() < 0.2 ? 0.12 : 0;
    insertPlayed.run(ratingId, 0, Math.round(watchedMs * 0.6), 1);
    insertPlayed.run(ratingId, Math.round(watchedMs * (0.6 + skipped)), watchedMs, 1.25);
    addMarks(ratingId, qualities, marks);
  }

  /** Writes about three ratings of a session, with about 150 marks in all. */
  return (session: Written): void => {
    const { pairAt, index, count } = session;
    const pair = people.pairs[pairAt];
    const { supervisorIds: supervisors, researcherIds: researchers } = people;
    const supervisor = supervisors[pairAt % supervisors.length];
    const second = supervisors[(pairAt + 1 + (index % (supervisors.length - 1))) % supervisors.length];
    const researcher = researchers[index % researchers.length];
    if (pair === undefined || supervisor === undefined || second === undefined || researcher === undefined)
      return;
    const [self, otherSelf] = pair.selfRaterIds;
    const last = index === count - 1;
    const all: (Rates & { share: number })[] = [
      { raterId: supervisor, purpose: 'supervision', bias: 0, marks: 65, share: 1 },
      {
        raterId: self,
        purpose: 'selfRating',
        bias: 0.7 - (0.5 * index) / count,
        marks: 35,
        share: last ? 1 : 0.8,
      },
      { raterId: otherSelf, purpose: 'selfRating', bias: 0.4, marks: 35, share: 0.5 },
      { raterId: second, purpose: 'supervision', bias: -0.2, marks: 60, share: last ? 1 : 0.35 },
      { raterId: researcher, purpose: 'research', bias: -0.4, marks: 90, share: 0.35 },
    ];
    const mood = random.normal() * 0.35;
    for (const { share, ...rates } of all) {
      if (random.next() >= share) continue;
      // A few ratings are never finished. Of a single session everything is there to be seen.
      const open = count > 1 && random.next() < 0.02;
      write(session, rates, open ? 4 + Math.floor(random.next() * 12) : items.length, mood);
    }
  };
}
