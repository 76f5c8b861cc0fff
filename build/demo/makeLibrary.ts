/**
 * Makes the demo library in a folder: `node build/demo/makeLibrary.ts FOLDER [SETTINGS]`. The same every time. With a
 * folder of settings, Solveig sits in front of the screen: she is in the middle of a rating.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Cue } from '../../db/model.ts';
import type { Store } from '../../db/store.ts';
import { writeDemoKeys } from './demoKeys.ts';
import { demoClock, demoStore } from './demoStore.ts';
import { drawQualities, type Leaning } from './qualities.ts';
import { seeded } from './random.ts';
import dialogue from './recording/dialogue.json' with { type: 'json' };
import timings from './recording/recording.json' with { type: 'json' };
import { demoRecording } from './recordingAt.ts';
import { addEvents, writeOfProgress, writeOfSession } from './written.ts';

type Meeting = {
  date: string;
  group: 'thursday' | 'monday';
  number: number;
  patients: number;
  raters: string;
};

/** Twelve sessions over eight months. Raters: s Solveig, h Henrik, n Nora, 1 and 2 the therapists themselves. */
const meetings: readonly Meeting[] = [
  { date: '2026-03-05', group: 'thursday', number: 21, patients: 7, raters: 's1' },
  { date: '2026-03-16', group: 'monday', number: 4, patients: 6, raters: 's' },
  { date: '2026-03-26', group: 'thursday', number: 24, patients: 6, raters: 'sh1' },
  { date: '2026-04-23', group: 'thursday', number: 27, patients: 8, raters: 's1' },
  { date: '2026-05-11', group: 'monday', number: 10, patients: 5, raters: 'sn1' },
  { date: '2026-05-21', group: 'thursday', number: 30, patients: 7, raters: 'sh12' },
  { date: '2026-06-18', group: 'thursday', number: 34, patients: 7, raters: 's1' },
  { date: '2026-08-24', group: 'monday', number: 18, patients: 6, raters: 'sh1' },
  { date: '2026-08-27', group: 'thursday', number: 38, patients: 8, raters: 'shn12' },
  { date: '2026-09-24', group: 'thursday', number: 42, patients: 7, raters: 'sh1' },
  { date: '2026-10-05', group: 'monday', number: 24, patients: 6, raters: 's' },
  { date: '2026-10-29', group: 'thursday', number: 47, patients: 7, raters: 'h1S' },
];

/** How each rater leans: on the whole, and how much chance there is in the single rating. */
const leanings: Readonly<Record<string, Leaning>> = {
  s: { bias: 0, spread: 0.55 },
  S: { bias: 0, spread: 0.55 },
  h: { bias: -0.3, spread: 0.6 },
  n: { bias: 0.35, spread: 0.9 },
  '1': { bias: 0.8, spread: 0.6 },
  '2': { bias: 0.5, spread: 0.6 },
};

const notes: Readonly<Record<number, string>> = {
  4: 'Spør de andre hva de tror skjedde i Eva, og venter på svar.',
  5: 'Griper stillheten og Evas blikk, her og nå.',
  6: 'Stanser bemerkningen rolig, uten å ydmyke Per.',
  12: 'Tviler på at «alle» mente det, og holder fast ved følelsen.',
  18: 'Bremser og går tilbake til søndagen.',
};

/** @param settings the user-data folder of the program that will open the library */
export async function makeLibrary(folder: string, settings?: string): Promise<void> {
  await writeDemoKeys(folder);
  const random = seeded(20_261_029);
  const grains = seeded(1);
  const store = demoStore(folder, {
    now: demoClock(),
    newId: random.uuid,
    // Nothing is secret here, and every row is the same every time.
    salt: () => Buffer.from(grains.uuid().replaceAll('-', ''), 'hex'),
  });
  const recording = await demoRecording();

  // One transaction keeps a thousand small ones from waiting for the disk.
  const solveig = store.together(() => {
    const people = addPeople(store);
    meetings.forEach((meeting, index) => {
      const [first, other] = meeting.group === 'thursday' ? people.thursday : people.monday;
      const session = store.sessions.add({
        groupId: people.groups[meeting.group],
        date: meeting.date,
        number: meeting.number,
        patientsPresent: meeting.patients,
        firstTherapistId: first,
        secondTherapistId: other,
      });
      store.recordings.add({ sessionId: session.id, ...recording });
      store.phases.set({
        sessionId: session.id,
        phases: timings.phases.map(({ name, startMs, endMs }) => ({ name: name.nb, startMs, endMs })),
      });
      // The newest session has what is said in it written down.
      if (index === meetings.length - 1) {
        store.transcripts.replace(session.id, 'demo.vtt', spokenCues());
      }
      for (const rater of meeting.raters) {
        const self = rater === '1' ? first : rater === '2' ? other : undefined;
        const raterId = self === undefined ? people.raters[rater] : store.raters.selfOf(self)?.id;
        const leaning = leanings[rater];
        if (raterId === undefined || leaning === undefined) continue;
        const purpose = self === undefined ? 'supervision' : 'selfRating';
        const rating = store.ratings.begin({ sessionId: session.id, raterId, purpose });
        // Solveig is in the middle of the last session.
        rate(
          store,
          rating.id,
          drawQualities(random, index, meeting.group, leaning),
          rater === 'S' ? 11 : 19,
          random,
        );
        finish(store, rating.id, recording.durationMs ?? 0, rater === 'S' ? 0.61 : 1);
      }
      // What Solveig writes to the therapists after a session that two raters have rated.
      if (meeting.date === '2026-09-24') writeOfSession(store, people.raters.s, session.id);
    });
    const [ingrid] = people.thursday;
    addEvents(store, ingrid, people.groups.thursday);
    writeOfProgress(store, people.raters.s, ingrid);
    return people.raters.s;
  });
  store.close();
  if (settings === undefined) return;
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'settings.json'), JSON.stringify({ raterId: solveig }));
}

/** What the recording says, with the names of those who say it. */
function spokenCues(): Cue[] {
  const names = new Map(Object.entries(dialogue.voices).map(([voice, { name }]) => [voice, name]));
  return timings.utterances.map(({ who, atMs, endMs, text }) => ({
    startMs: atMs,
    endMs,
    speaker: names.get(who) ?? '',
    text,
  }));
}

function addPeople(store: Store) {
  const group = (name: string, format: 'slowOpen' | 'closed') =>
    store.groups.add({ name, format, usualMinutes: 90 }).id;
  const therapist = (code: string, name: string) => store.therapists.add({ code, name }).id;
  const solveig = store.raters.add({ name: 'Solveig K.', kind: 'supervisor' }).id;
  const raters: Readonly<Record<string, string>> & { s: string } = {
    s: solveig,
    S: solveig,
    h: store.raters.add({ name: 'Henrik B.', kind: 'expert' }).id,
    n: store.raters.add({ name: 'Nora L.', kind: 'supervisor' }).id,
  };
  return {
    raters,
    groups: { thursday: group('Torsdagsgruppen', 'slowOpen'), monday: group('Mandagsgruppen', 'closed') },
    thursday: [therapist('T-07', 'Ingrid'), therapist('T-12', 'Jonas')] as const,
    monday: [therapist('T-03', 'Marit'), therapist('T-19', 'Aksel')] as const,
  };
}

/** Scores the first `upTo` items, with marks where the dialogue shows them, and the overall when all are done. */
function rate(
  store: Store,
  ratingId: string,
  qualities: readonly (number | undefined)[],
  upTo: number,
  random: ReturnType<typeof seeded>,
): void {
  const { judgements } = store;
  for (const { who, atMs, endMs, items } of timings.utterances) {
    for (const item of items) {
      const quality = qualities[item - 1];
      // A rater marks what is worth pointing at, not everything.
      if (item > upTo || quality === undefined || random.next() < 0.2) continue;
      const stretch = item === 18;
      judgements.addMark({
        ratingId,
        item,
        kind: quality <= 2 ? 'missed' : 'intervention',
        atMs: Math.round(atMs + random.next() * 1500),
        endMs: stretch ? endMs + 9000 : null,
        therapist: who === 'T1' ? 'first' : 'second',
        aspect: item === 3 ? 'organising' : null,
        quality: random.next() < 0.75 ? Math.min(7, Math.max(1, quality + random.pick([-1, 0, 0, 1]))) : null,
        note: random.next() < 0.6 ? (notes[item] ?? '') : '',
      });
    }
  }
  qualities.slice(0, upTo).forEach((quality, index) => {
    const adherence =
      quality === undefined ? null : Math.min(7, Math.max(1, quality + random.pick([-1, 0, 0, 0, 1])));
    judgements.editScore({
      ratingId,
      item: index + 1,
      adherence,
      quality: quality ?? null,
      noOccasion: quality === undefined,
      note: '',
    });
  });
  if (upTo < qualities.length) return;
  const given = qualities.filter((quality) => quality !== undefined);
  const mean = given.reduce((sum, quality) => sum + quality, 0) / given.length;
  judgements.editOverall({ ratingId, adherence: Math.round(mean), quality: Math.round(mean), note: '' });
}

/** Plays a part of the recording, the last third of it faster; a rating with everything in it is submitted. */
function finish(store: Store, ratingId: string, durationMs: number, share: number): void {
  const endMs = Math.round(durationMs * share);
  const fastFromMs = Math.round((endMs * 2) / 3);
  store.finishing.keepPlayed(ratingId, share === 1 ? 0 : endMs, [
    { fromMs: 0, toMs: fastFromMs, rate: 1 },
    { fromMs: fastFromMs, toMs: endMs, rate: 1.25 },
  ]);
  if (share === 1) store.finishing.submit({ ratingId, gaps: [] });
}

const [folder, settings] = process.argv.slice(2);
if (folder !== undefined && process.argv[1] === import.meta.filename) {
  await makeLibrary(resolve(folder), settings);
}
