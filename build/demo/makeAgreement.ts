/**
 * Makes a library in which several raters have rated the same sessions, with invented people, the same every time:
 * `node build/demo/makeAgreement.ts FOLDER [RATERS] [SESSIONS] [SETTINGS]`. With more than three raters not everybody
 * has rated every session, and some ratings are of the kinds that agreement leaves out.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { items } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import { writeDemoKeys } from './demoKeys.ts';
import { demoClock, demoStore } from './demoStore.ts';
import { supervisors } from './manyPeople.ts';
import { seeded } from './random.ts';
import { demoRecording } from './recordingAt.ts';

type Random = ReturnType<typeof seeded>;
type Truth = { levels: (number | undefined)[]; moments: { atMs: number; item: number }[] };
type Leaning = { bias: number; spread: number };

export type AgreementSize = {
  raters: number;
  sessions: number;
  /** Whether moments are marked; true unless told. */
  marks?: boolean;
  /** How many of the sessions a rater rates, 0 to 1. */
  share?: number;
};

const names = supervisors.slice(0, 8);
/** Strict and lenient, steady and less so; the third is clearly milder than the others. */
const leanings: readonly Leaning[] = [
  { bias: 0, spread: 0.5 },
  { bias: -0.35, spread: 0.6 },
  { bias: 0.8, spread: 0.7 },
  { bias: 0.1, spread: 0.5 },
  { bias: -0.6, spread: 0.8 },
  { bias: 0.2, spread: 0.6 },
  { bias: 0, spread: 1.3 },
  { bias: -0.1, spread: 0.5 },
];
const oftenAbsent: readonly number[] = [15, 16, 18];
/** All sessions are alike in it: an ICC says little of the raters there. */
const evenItem = 6;

/** @returns the raters and the sessions, the oldest first */
export async function makeAgreement(
  folder: string,
  { raters, sessions, marks = true, share = raters > 3 ? 0.8 : 1 }: AgreementSize,
): Promise<{ raterIds: string[]; sessionIds: string[] }> {
  await writeDemoKeys(folder);
  const random = seeded(20_261_121);
  const store = demoStore(folder, { now: demoClock(), newId: random.uuid });
  const recording = await demoRecording();
  const made = store.together(() => {
    const groups = ['Torsdagsgruppen', 'Mandagsgruppen'].map(
      (name) => store.groups.add({ name, format: 'slowOpen', usualMinutes: 90 }).id,
    );
    const first = store.therapists.add({ code: 'T-07', name: 'Ingrid' }).id;
    const other = store.therapists.add({ code: 'T-12', name: 'Jonas' }).id;
    const raterIds = Array.from(
      { length: raters },
      (_, at) => store.raters.add({ name: names[at] ?? `Rater ${at + 1}`, kind: 'supervisor' }).id,
    );
    const sessionIds = Array.from({ length: sessions }, (_, index) => {
      const session = store.sessions.add({
        groupId: groups[index % (sessions > 5 ? 2 : 1)] ?? null,
        date: new Date(Date.UTC(2026, 9, 29 - 7 * (sessions - 1 - index))).toISOString().slice(0, 10),
        number: (index % 9999) + 1,
        patientsPresent: 7,
        firstTherapistId: first,
        secondTherapistId: other,
      });
      store.recordings.add({ sessionId: session.id, ...recording });
      const truth = truthOf(random, recording.durationMs ?? 60_000);
      raterIds.forEach((raterId, at) => {
        // The first two have rated everything, so that any two of the others can be compared with them.
        if (at > 1 && random.next() > share) return;
        const leaning = leanings[at % leanings.length] ?? { bias: 0, spread: 0.6 };
        const rating = store.ratings.begin({ sessionId: session.id, raterId, purpose: 'research' });
        rate(store, random, rating.id, truth, leaning, marks);
        // One has looked at the others' first, and one is not done.
        if (raters > 3 && index === 3 && at === 1)
          store.others.show(session.id, { id: raterId, kind: 'expert' });
        if (raters > 3 && index === 5 && at === 0) return;
        store.finishing.submit({ ratingId: rating.id, gaps: [] });
        if (raters > 3 && index === 7 && at === 1) amend(store, rating.id);
      });
      return session.id;
    });
    const agreed = sessionIds[1];
    if (raters > 3 && agreed !== undefined && raterIds[0] !== undefined) {
      const consensusId = meet(store, agreed, raterIds[0]);
      rate(
        store,
        random,
        consensusId,
        truthOf(random, recording.durationMs ?? 60_000),
        { bias: 0, spread: 0 },
        false,
      );
      store.finishing.submit({ ratingId: consensusId, gaps: [] });
    }
    return { raterIds, sessionIds };
  });
  store.close();
  return made;
}

function truthOf(random: Random, lengthMs: number): Truth {
  const session = random.normal() * 0.9;
  const levels = items.map(({ number }) => {
    if (oftenAbsent.includes(number) && random.next() < 0.35) return undefined;
    if (number === evenItem) return 4 + random.normal() * 0.15;
    return 4.2 - ((number * 7) % 5) * 0.35 + session + random.normal() * 0.6;
  });
  const moments = Array.from({ length: 16 }, () => ({
    atMs: Math.round((0.03 + random.next() * 0.9) * lengthMs),
    item: 1 + Math.floor(random.next() * 19),
  }));
  return { levels, moments };
}

function noteOn(quality: number | undefined): string {
  if (quality === undefined) return '';
  if (quality < 4) return 'Griper det, men forklarer før gruppen får undre seg.';
  return 'Stanser og spør flere hva som skjedde. Holder tempoet nede.';
}

const level = (value: number): number => Math.min(7, Math.max(1, Math.round(value)));

function rate(
  store: Store,
  random: Random,
  ratingId: string,
  truth: Truth,
  { bias, spread }: Leaning,
  marks: boolean,
): void {
  const qualities = truth.levels.map((true_, at) => {
    // Now and then somebody finds an occasion where others found none.
    const differs = oftenAbsent.includes(at + 1) && random.next() < 0.12;
    const found = differs ? (true_ === undefined ? 3 : undefined) : true_;
    const even = at + 1 === evenItem;
    return found === undefined
      ? undefined
      : level(found + bias * (even ? 0.2 : 1) + random.normal() * spread * (even ? 0.6 : 1));
  });
  qualities.forEach((quality, at) => {
    store.judgements.editScore({
      ratingId,
      item: at + 1,
      adherence: quality === undefined ? null : level(quality + random.normal() * 0.6),
      quality: quality ?? null,
      noOccasion: quality === undefined,
      note: at % 4 === 2 ? noteOn(quality) : '',
    });
  });
  const given = qualities.filter((quality) => quality !== undefined);
  const mean = given.reduce((sum, quality) => sum + quality, 0) / given.length;
  store.judgements.editOverall({
    ratingId,
    adherence: level(mean + random.normal() * 0.3),
    quality: level(mean),
    note: '',
  });
  if (!marks) return;
  for (const { atMs, item } of truth.moments) {
    if (random.next() < 0.25) continue;
    const other = random.next() < 0.12 ? (item % 19) + 1 : item;
    store.judgements.addMark({
      ratingId,
      item: other,
      kind: random.next() < 0.08 ? 'missed' : 'intervention',
      atMs: Math.max(0, Math.round(atMs + random.normal() * 1200)),
      endMs: null,
      therapist: random.next() < 0.6 ? 'first' : 'second',
      aspect: null,
      quality: random.next() < 0.7 ? (qualities[other - 1] ?? null) : null,
      note: '',
    });
  }
}

/** Begins a consensus meeting of everybody who has rated a session. */
function meet(store: Store, sessionId: string, leaderId: string): string {
  const leader = store.raters.find(leaderId);
  const { candidates = [] } = store.consensus.choice(sessionId, leader) ?? {};
  const met = store.consensus.begin(
    {
      sessionId,
      ratingIds: candidates.map(({ ratingId }) => ratingId),
      memberIds: candidates.map(({ raterId }) => raterId),
      again: undefined,
      shared: [],
    },
    leader,
  );
  if (met.outcome !== 'begun') throw new Error(`no meeting: ${met.why}`);
  return met.ratingId;
}

/** Looks at the session again beside the others' ratings, and changes the overall. */
function amend(store: Store, ratingId: string): void {
  const later = store.finishing.amend({ ratingId, reason: 'Hørt på nytt sammen med de andre' });
  if (later === undefined) return;
  store.judgements.editOverall({ ratingId: later.id, quality: 4 });
  store.finishing.submit({ ratingId: later.id, gaps: [] });
}

const [folder, raters = '8', sessions = '40', settings] = process.argv.slice(2);
if (folder !== undefined && process.argv[1] === import.meta.filename) {
  await makeAgreement(resolve(folder), { raters: Number(raters), sessions: Number(sessions) });
  if (settings !== undefined) {
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, 'settings.json'), JSON.stringify({}));
  }
}
