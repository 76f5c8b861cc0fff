/**
 * Makes a library of any size, with invented people and no recordings, the same every time:
 * `node build/demo/manySessions.ts FOLDER [SESSIONS] [SESSIONS_PER_PAIR] [SETTINGS]`. About three ratings and 150 marks
 * for each session. With a folder of settings, Solveig sits in front of the screen.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { connect } from '../../db/open.ts';
import { demoKeys } from './demoKeys.ts';
import { demoStore } from './demoStore.ts';
import { manyPeople, type People } from './manyPeople.ts';
import { ratingWriter } from './manyRatings.ts';
import { numbered } from './numbered.ts';
import { seeded } from './random.ts';

export type Size = {
  sessions: number;
  /** How many sessions two therapists lead together, with a group of their own; 100 unless told. */
  sessionsPerPair?: number;
  seed?: number;
};

/** Who is in it; the first pair has all of its sessions. */
export type Made = Pick<People, 'supervisorIds' | 'pairs'> & {
  /** Newest last, pair by pair. */
  sessionIds: string[];
};

const lengthMs = 5_400_000;
const phases = [
  ['Åpning', 0, 8],
  ['Runde', 8, 22],
  ['Tur: første', 22, 52],
  ['Tur: andre', 52, 80],
  ['Avslutning', 80, 90],
] as const;

/** @param folder must not hold a library yet */
export function makeManySessions(
  folder: string,
  { sessions, sessionsPerPair = 100, seed = 20_261_031 }: Size,
): Made {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'record.db');
  const random = seeded(seed);
  const pairs = Math.ceil(sessions / sessionsPerPair);
  // The people through the record's own functions; the rest at once, without a log, as if it lay there for years.
  const store = demoStore(folder, { now: () => new Date('2020-01-02T08:00:00Z'), newId: random.uuid });
  const people = store.together(() => manyPeople(store, pairs));
  store.close();

  const db = connect(file, demoKeys.database);
  db.pragma('journal_mode = off');
  db.pragma('synchronous = off');
  db.pragma('cache_size = -400000');
  const insertSession = db.prepare(
    `insert into session (id, group_id, date, number, patients_present) values (?, ?, ?, ?, ?)`,
  );
  const insertLed = db.prepare(
    `insert into session_therapist (session_id, position, therapist_id) values (?, ?, ?)`,
  );
  const insertRecording = db.prepare(
    `insert into recording (id, session_id, path, name, size_bytes, duration_ms, picture, fingerprint, added_at)
     values (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  const insertPhase = db.prepare(
    `insert into phase (id, session_id, name, start_ms, end_ms) values (?, ?, ?, ?, ?)`,
  );
  const writeRatings = ratingWriter(db, random, people, lengthMs);
  const sessionIds: string[] = [];

  const writeSession = (pairAt: number, index: number, count: number): void => {
    const pair = people.pairs[pairAt];
    if (pair === undefined) return;
    const id = numbered(1, sessionIds.length);
    const date = dayOf(pairAt, count - 1 - index);
    sessionIds.push(id);
    insertSession.run(id, pair.groupId, date, index + 1, 5 + Math.floor(random.next() * 4));
    const [first, second] = pair.therapistIds;
    insertLed.run(id, 'first', first);
    insertLed.run(id, 'second', second);
    const recordingId = numbered(2, sessionIds.length);
    const name = `opptak-${date}-${pairAt + 1}.mp4`;
    const path = join(folder, 'recordings', name);
    // No file lies there, and so no content either.
    insertRecording.run(
      recordingId,
      id,
      path,
      name,
      1_400_000_000,
      lengthMs,
      recordingId.padEnd(64, '0'),
      `${date}T18:00:00Z`,
    );
    for (const [at, [phase, from, to]] of phases.entries()) {
      insertPhase.run(numbered(3, sessionIds.length * 10 + at), id, phase, from * 60_000, to * 60_000);
    }
    writeRatings({ id, date, pairAt, index, count });
  };

  db.transaction(() => {
    for (let pairAt = 0; pairAt < pairs; pairAt += 1) {
      const count = Math.min(sessionsPerPair, sessions - pairAt * sessionsPerPair);
      for (let index = 0; index < count; index += 1) writeSession(pairAt, index, count);
    }
  })();
  db.close();
  return { supervisorIds: people.supervisorIds, pairs: people.pairs, sessionIds };
}

/** Each pair meets on a day of its own, once a week, the last time in the last week of October 2026. */
function dayOf(pairAt: number, weeksBefore: number): string {
  return new Date(Date.UTC(2026, 9, 26 + (pairAt % 5) - 7 * weeksBefore)).toISOString().slice(0, 10);
}

const [folder, sessions = '10000', sessionsPerPair = '100', settings] = process.argv.slice(2);
if (folder !== undefined && process.argv[1] === import.meta.filename) {
  const made = makeManySessions(resolve(folder), {
    sessions: Number(sessions),
    sessionsPerPair: Number(sessionsPerPair),
  });
  if (settings !== undefined) {
    mkdirSync(settings, { recursive: true });
    writeFileSync(
      join(settings, 'settings.json'),
      JSON.stringify({ raterId: made.supervisorIds[0] ?? null }),
    );
  }
}
