import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { makeManySessions } from '../../build/demo/manySessions.ts';
import { connect } from '../../db/open.ts';
import { testFolder } from '../fixtures/folder.ts';
import { everyRow, openTestStore } from '../fixtures/store.ts';

function made(size: Parameters<typeof makeManySessions>[1]) {
  const folder = testFolder();
  return { ...makeManySessions(folder, size), file: join(folder, 'record.db') };
}

const count = (file: string, table: string): number => everyRow(file)[table]?.length ?? 0;

describe('a library of many sessions', () => {
  test('is a whole record, with nothing that points nowhere', () => {
    const { file } = made({ sessions: 24, sessionsPerPair: 10 });
    const db = connect(file, demoKeys.database, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
    expect(openTestStore(file).groups.all()).toHaveLength(3);
  });

  test('has about three ratings and 150 marks for each session', () => {
    const { file } = made({ sessions: 100 });
    expect(count(file, 'session')).toBe(100);
    expect(count(file, 'rating') / 100).toBeCloseTo(3, 0);
    expect(Math.abs(count(file, 'mark') / 100 - 150)).toBeLessThan(25);
  });

  test.each([1, 12, 300])('gives one pair of therapists %i sessions, when that is asked for', (sessions) => {
    const { file, pairs } = made({ sessions, sessionsPerPair: sessions });
    const store = openTestStore(file);
    const [therapistId] = pairs[0]?.therapistIds ?? [];
    expect(store.progress.subjects().pairs).toHaveLength(1);
    expect(
      store.progress.of({ kind: 'therapist', therapistId: therapistId ?? '' }, undefined).sessions,
    ).toHaveLength(sessions);
  });

  test('of a single session has two supervisors and the therapist, all of them done', () => {
    const { file, pairs, sessionIds } = made({ sessions: 1, sessionsPerPair: 1 });
    const ratings = openTestStore(file).results.ofSession(sessionIds[0] ?? '', undefined)?.ratings ?? [];
    const purposes = ratings.map(({ rating }) => rating.purpose);
    expect(purposes.filter((purpose) => purpose === 'supervision')).toHaveLength(2);
    expect(ratings.map(({ therapistId }) => therapistId)).toContain(pairs[0]?.therapistIds[0]);
  });

  test('is the same every time, and another with another seed', () => {
    const rows = (seed: number) => everyRow(made({ sessions: 3, seed }).file).score;
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
  });
});
