import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { makeLibrary } from '../../build/demo/makeLibrary.ts';
import { cue, mark, rating, score, session } from '../../db/model.ts';
import { openStore, type Store } from '../../db/store.ts';
import { sharedFolder, testFolder } from '../fixtures/folder.ts';
import { everyRow, migrations, sessionsOf } from '../fixtures/store.ts';

const folder = sharedFolder();
const file = join(folder, 'record.db');
let store: Store;

beforeAll(async () => {
  await makeLibrary(folder);
  store = openStore({ file, key: demoKeys.database, migrations, now: () => new Date(), newId: () => '' });
  return () => store.close();
});

describe('the demo library', () => {
  test('is the same every time, in every row', async () => {
    const again = testFolder();
    await makeLibrary(again);
    expect(everyRow(join(again, 'record.db'))).toEqual(everyRow(file));
  });

  test('has two groups, four therapists and twelve sessions', () => {
    expect(store.groups.all()).toHaveLength(2);
    expect(store.therapists.all()).toHaveLength(4);
    expect(sessionsOf(store)).toHaveLength(12);
  });

  test('has two supervisors, an expert, and therapists who rate themselves', () => {
    const kinds = store.raters.all().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'self').toSorted()).toEqual([
      'expert',
      'supervisor',
      'supervisor',
    ]);
    expect(kinds.filter((kind) => kind === 'self').length).toBeGreaterThan(1);
  });

  test('has a recording and phases in every session', () => {
    for (const { id, recordingId } of sessionsOf(store)) {
      expect(recordingId).not.toBeNull();
      expect(store.phases.ofSession(id).length).toBeGreaterThan(2);
    }
  });

  test('has a transcript in its newest session, as long as the recording', () => {
    const [newest, ...others] = sessionsOf(store);
    const cues = store.transcripts.ofSession(newest?.id ?? '')?.cues ?? [];
    expect(cues.length).toBeGreaterThan(40);
    for (const one of cues) cue.parse(one);
    expect(cues.filter(({ speaker, endMs }) => speaker === '' || endMs > (newest?.durationMs ?? 0))).toEqual(
      [],
    );
    expect(others.filter(({ id }) => store.transcripts.ofSession(id) !== undefined)).toEqual([]);
  });

  test('has events for a therapist, for a group and for everybody, and written feedback', () => {
    const kinds = store.events.all().map(({ therapistId, groupId }) => [therapistId, groupId].map(Boolean));
    expect(kinds).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    const feedback = sessionsOf(store).flatMap(({ id: sessionId }) => store.feedback.of({ sessionId }));
    expect(feedback.map(({ raterName }) => raterName)).toEqual(['Solveig K.']);
  });

  test('has one rating that is not finished', () => {
    const done = sessionsOf(store).flatMap(({ ratings }) => ratings.map(({ itemsDone }) => itemsDone));
    expect(done.filter((items) => items < 19)).toHaveLength(1);
    expect(done.length).toBeGreaterThan(20);
  });

  test('holds nothing that the program itself would refuse', () => {
    for (const row of sessionsOf(store)) {
      session.parse(store.sessions.find(row.id));
      for (const { ratingId } of row.ratings) {
        rating.parse(store.ratings.find(ratingId));
        const { marks, scores } = store.judgements.ofRating(ratingId);
        for (const one of marks) mark.parse(one);
        for (const one of scores) score.parse(one);
      }
    }
  });

  test('has all its marks inside the recording', () => {
    for (const { durationMs, ratings } of sessionsOf(store)) {
      const marks = ratings.flatMap(({ ratingId }) => store.judgements.ofRating(ratingId).marks);
      expect(marks.filter(({ atMs, endMs }) => (endMs ?? atMs) > (durationMs ?? 0))).toEqual([]);
    }
  });
});
