/** What can be read of a damaged record that has programmes, meetings and certificates. */
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../db/copy.ts';
import { salvage } from '../../db/salvage.ts';
import { key } from '../fixtures/backups.ts';
import { harm, rootOf } from '../fixtures/harm.ts';
import { databaseFile, everyRow, migrations, openTestStore } from '../fixtures/store.ts';
import { takeTest } from '../fixtures/takenTest.ts';

/** A closed record with a test that was passed, its certificate, and a consensus about one of its sessions. */
function closed() {
  const file = databaseFile();
  const store = openTestStore(file);
  const { leaderId, programmeId, raters } = takeTest(store, {
    raters: [
      { name: 'Åse', off: 'near' },
      { name: 'Henrik', off: 'far' },
    ],
  });
  const [{ raterId = '', enrolmentId = '' } = {}] = raters;
  store.certificates.issue({
    enrolmentId,
    attempt: 1,
    say: () => ({ facts: '{}', validUntil: '2027-11-12' }),
  });
  const [{ sessionId = '' } = {}] = store.programmeSessions.ofProgramme(programmeId);
  const ratingIds = store.ratings
    .ofSession(sessionId)
    .slice(0, 2)
    .map(({ id }) => id);
  const leader = store.raters.find(leaderId);
  store.consensus.begin(
    { sessionId, ratingIds, memberIds: [leaderId, raterId], again: undefined, shared: [] },
    leader,
  );
  store.close();
  return { file, rows: everyRow(file) };
}

function salvaged(file: string) {
  const to = databaseFile();
  salvage(file, key, to, migrations);
  return { to, rows: everyRow(to) };
}

const newTables = [
  'assignment',
  'certificate',
  'consensus_member',
  'consensus_source',
  'enrolment',
  'programme',
  'programme_session',
  'signing_key',
];

describe('a record with programmes and meetings', () => {
  test('is read whole when nothing is wrong', () => {
    const { file, rows } = closed();
    for (const table of newTables) expect(rows[table], table).not.toEqual([]);
    expect(salvaged(file).rows).toEqual(rows);
  });

  test.each(['programme', 'enrolment', 'assignment'])(
    'is made whole from the log when the whole table %s is gone',
    (table) => {
      const { file, rows } = closed();
      harm(file, rootOf(file, table));
      const { to, rows: left } = salvaged(file);
      expect(checkRecord(to, key)).toHaveProperty('counts');
      expect(left).toEqual(rows);
    },
  );

  test('has its sessions and their standards when the whole table of these is gone', () => {
    const { file, rows } = closed();
    harm(file, rootOf(file, 'programme_session'));
    expect(salvaged(file).rows.programme_session).toMatchObject(
      (rows.programme_session ?? []).map((row) => ({ ...Object(row), standard_at: null })),
    );
  });

  test('has nothing more than before of what went with a session or a programme', () => {
    const { file } = closed();
    const store = openTestStore(file);
    const [leader] = store.raters.all().filter(({ kind }) => kind === 'supervisor');
    const [{ id: programmeId = '' } = {}] = store.programmes.all();
    const [{ sessionId: id = '' } = {}] = store.programmeSessions.ofProgramme(programmeId);
    const { asOf = 0 } = store.whatGoes({ noun: 'session', id }, leader) ?? {};
    expect(store.deletions.delete({ noun: 'session', id }, asOf, leader)).toEqual({ outcome: 'deleted' });
    const rows = everyRow(file);
    expect(salvaged(file).rows).toEqual(rows);
    store.programmes.remove(programmeId);
    store.close();
    expect(salvaged(file).rows).toEqual(everyRow(file));
  });

  test.each(['certificate', 'consensus_member', 'consensus_source', 'signing_key'])(
    'hangs together, and loses nothing that was rated, when all of %s is gone',
    (table) => {
      const { file, rows } = closed();
      harm(file, rootOf(file, table));
      const { to, rows: left } = salvaged(file);
      expect(checkRecord(to, key)).toHaveProperty('counts');
      for (const kept of ['rating', 'score', 'overall', 'gap', 'change', 'rater', 'session']) {
        expect(left[kept], kept).toEqual(rows[kept]);
      }
      for (const one of newTables) {
        if (one !== table) expect(left[one], one).toEqual(rows[one]);
      }
    },
  );

  test('keeps every programme, and what refers to ratings, when the table of ratings is gone', () => {
    const { file, rows } = closed();
    harm(file, rootOf(file, 'rating'));
    const { to, rows: left } = salvaged(file);
    expect(checkRecord(to, key)).toHaveProperty('counts');
    for (const one of newTables) expect(left[one], one).toEqual(rows[one]);
  });
});
