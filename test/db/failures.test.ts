import Database from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { settings } from '../fixtures/askedProgramme.ts';
import { bareSession } from '../fixtures/rows.ts';
import { databaseFile, everyRow, newMark, openTestStore, startRating, submit } from '../fixtures/store.ts';

let file: string;
let store: Store;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
});

type Run = (this: unknown, ...values: unknown[]) => unknown;

/** Lets the nth statement that writes fail, as on a full disk. Transactions begin and end by statements as well. */
function failAt(nth: number): { calls: () => number; off: () => void } {
  const probe = new Database(':memory:');
  const statements: { run: Run } = Object.getPrototypeOf(probe.prepare('select 1'));
  probe.close();
  const { run } = statements;
  let calls = 0;
  statements.run = function (this: unknown, ...values: unknown[]) {
    calls += 1;
    if (calls === nth) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
    return run.apply(this, values);
  };
  const off = () => {
    statements.run = run;
  };
  onTestFinished(off);
  return { calls: () => calls, off };
}

/** A rating with a mark, a score, an overall rating, something to undo and something to redo. */
function filled() {
  const { judgements } = store;
  const begun = startRating(store);
  const ratingId = begun.rating.id;
  const mark = judgements.addMark(newMark(ratingId, { note: 'text' }));
  judgements.editScore({ ratingId, item: 4, adherence: 3, quality: 4, noOccasion: false, note: '' });
  judgements.editOverall({ ratingId, adherence: 3, quality: 4, note: '' });
  judgements.addMark(newMark(ratingId, { atMs: 90_000 }));
  judgements.undo(ratingId);
  const sessionId = begun.session.id;
  store.phases.set({ sessionId, phases: [{ name: 'Opening', startMs: 0, endMs: 900 }] });
  const phases = [
    { name: 'Opening', startMs: 0, endMs: 500 },
    { name: 'Round', startMs: 500, endMs: 1000 },
  ];
  const recording = {
    path: '/a.mp4',
    name: 'a.mp4',
    sizeBytes: 1,
    durationMs: 1,
    picture: true,
    fingerprint: 'a'.repeat(64),
  };
  return { ...begun, ratingId, mark, phases, recording, ...programme(sessionId), ...meeting() };
}

/** A programme with practice and a test, somebody who is enrolled, and a rater who is not. */
function programme(rated: string) {
  const programmeId = store.programmes.add(settings).id;
  const raterId = store.raters.add({ name: 'Tove', kind: 'trainee' }).id;
  const newcomerId = store.raters.add({ name: 'Nils', kind: 'trainee' }).id;
  const expertId = store.raters.add({ name: 'Expert', kind: 'expert' }).id;
  const standard = (sessionId: string) => {
    const { id } = store.ratings.begin({ sessionId, raterId: expertId, purpose: 'consensus' });
    submit(store, id);
    return id;
  };
  const { id: _, ...fields } = store.sessions.find(rated) ?? { id: '', ...bareSession };
  const [practice, tested] = [store.sessions.add(fields).id, store.sessions.add(fields).id];
  const put = { programmeId, testSet: null, part: 'practice' } as const;
  store.giving.put({ ...put, sessionId: practice, standardId: standard(practice) });
  store.giving.put({ ...put, sessionId: tested, standardId: standard(tested), part: 'test', testSet: 1 });
  store.giving.enrol({ programmeId, raterId });
  const enrolmentId = store.enrolments.of({ programmeId, raterId })?.id ?? '';
  const later = { ...put, sessionId: rated, standardId: standard(rated) };
  return { programmeId, newcomerId, enrolmentId, practice: later };
}
/** A session that two have rated, a consensus meeting over it, and one who leads none yet. */
function meeting() {
  const sessionId = store.sessions.add(bareSession).id;
  const [leader, other] = ['Berit', 'Gunnar'].map((name) => store.raters.add({ name, kind: 'expert' }));
  const ratingIds = [leader, other].map((rater) => {
    const { id } = store.ratings.begin({ sessionId, raterId: rater?.id ?? '', purpose: 'research' });
    store.judgements.editScore({ ratingId: id, item: 4, adherence: 4, quality: 4 });
    submit(store, id);
    return id;
  });
  const mark = newMark(ratingIds[0] ?? '');
  const begin = (viewer: typeof leader) => {
    const asked = { sessionId, ratingIds, memberIds: [leader?.id ?? ''], again: undefined };
    return store.consensus.begin({ ...asked, shared: [{ ...mark, id: '' }] }, viewer);
  };
  const met = begin(leader);
  if (met.outcome !== 'begun') throw new Error('not begun');
  return { consensusId: met.ratingId, beginAnother: () => begin(other), otherId: other?.id ?? '' };
}
type Filled = ReturnType<typeof filled>;

const newSession = ({ session: { id: _, ...fields } }: Filled) => fields;

/** Every change of the record, and how many statements it takes at least, with the two of its transaction. */
const changes: Readonly<Record<string, readonly [least: number, change: (it: Filled) => unknown]>> = {
  'adding a mark': [4, ({ ratingId }) => store.judgements.addMark(newMark(ratingId))],
  'changing a mark': [4, ({ mark }) => store.judgements.editMark({ ...mark, quality: 7 })],
  'removing a mark': [4, ({ mark }) => store.judgements.removeMark(mark.id)],
  'putting a score': [
    4,
    ({ ratingId }) =>
      store.judgements.editScore({
        ratingId,
        item: 4,
        adherence: 1,
        quality: 1,
        noOccasion: false,
        note: 'x',
      }),
  ],
  'putting the overall rating': [
    4,
    ({ ratingId }) => store.judgements.editOverall({ ratingId, adherence: 1, quality: 1, note: 'x' }),
  ],
  undoing: [4, ({ ratingId }) => store.judgements.undo(ratingId)],
  redoing: [4, ({ ratingId }) => store.judgements.redo(ratingId)],
  'adding a session': [6, (it) => store.sessions.add(newSession(it))],
  'changing a session': [7, ({ session }) => store.sessions.edit({ ...session, number: 99, groupId: null })],
  'changing the phases': [
    6,
    ({ session, ratingId, phases }) => store.phases.set({ sessionId: session.id, ratingId, phases }),
  ],
  'adding a recording': [
    4,
    ({ session, recording }) => store.recordings.add({ sessionId: session.id, ...recording }),
  ],
  'adding a group': [4, () => store.groups.add({ name: 'New', format: 'closed', usualMinutes: 75 })],
  'adding a therapist': [4, () => store.therapists.add({ code: 'New', name: '' })],
  'adding a rater': [4, () => store.raters.add({ name: 'New', kind: 'expert' })],
  'making a self-rater': [4, ({ first }) => store.raters.selfOf(first.id)],
  'beginning a rating': [
    4,
    ({ session, rater }) =>
      store.ratings.begin({ sessionId: session.id, raterId: rater.id, purpose: 'research' }),
  ],
  'submitting a rating': [4, ({ ratingId }) => submit(store, ratingId)],
  'keeping what was played': [
    4,
    ({ ratingId }) => store.finishing.keepPlayed(ratingId, 1, [{ fromMs: 0, toMs: 1, rate: 1 }]),
  ],
  'making a programme': [4, () => store.programmes.add(settings)],
  'changing a programme': [
    4,
    (it) => store.programmes.edit({ ...settings, id: it.programmeId, name: 'Other' }),
  ],
  'removing a programme': [4, ({ programmeId }) => store.programmes.remove(programmeId)],
  'adding practice that somebody is given': [6, ({ practice }) => store.giving.put(practice)],
  'enrolling a rater with the practice there is': [
    6,
    ({ programmeId, newcomerId }) => store.giving.enrol({ programmeId, raterId: newcomerId }),
  ],
  'giving a test': [4, ({ enrolmentId }) => store.giving.test(enrolmentId, false)],
  'ending an enrolment': [4, ({ enrolmentId }) => store.enrolments.end(enrolmentId)],
  // The rating, its sources and members, what was alike, what was marked, and two rows of the log.
  'beginning a consensus meeting': [11, ({ beginAnother }) => beginAnother()],
  'changing who sits at the table': [
    5,
    ({ consensusId, otherId }) => store.consensus.setMembers(consensusId, [otherId]),
  ],
  'leaving an item undecided': [
    5,
    ({ consensusId }) =>
      store.consensus.leaveUndecided({ ratingId: consensusId, item: 4, reason: 'Two views' }),
  ],
  'adding a session with its recording': [
    10,
    (it) =>
      store.together(() => {
        const { id } = store.sessions.add(newSession(it));
        store.recordings.add({ sessionId: id, ...it.recording });
      }),
  ],
};

describe('a disk that fails at any statement leaves nothing half-written', () => {
  test.each(Object.entries(changes))('when %s', (_, [least, change]) => {
    const it = filled();
    const before = everyRow(file);
    let failures = 0;
    for (;;) {
      const failure = failAt(failures + 1);
      try {
        change(it);
        break;
      } catch (error) {
        expect(error).toMatchObject({ code: 'SQLITE_FULL' });
        failures += 1;
      } finally {
        failure.off();
      }
      expect(everyRow(file), `statement ${failures}`).toEqual(before);
    }
    // It went through at last, and then something had changed.
    expect(failures).toBeGreaterThanOrEqual(least);
    expect(everyRow(file)).not.toEqual(before);
  });

  test('and the rating goes on as if nothing had been asked', () => {
    const { ratingId } = filled();
    const before = store.judgements.ofRating(ratingId);
    const failure = failAt(3);
    expect(() => store.judgements.addMark(newMark(ratingId))).toThrow('disk full');
    failure.off();
    expect(store.judgements.ofRating(ratingId)).toEqual(before);
    expect(store.judgements.redo(ratingId)).toBe(true);
  });
});
