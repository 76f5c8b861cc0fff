/** A consensus meeting: asked for as the window does, over a real record. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Rater } from '../../db/model.ts';
import { items } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import type { Call } from '../../main/ipc.ts';
import type { ConsensusView } from '../../preload/api.ts';
import { uuid } from '../fixtures/rows.ts';
import { databaseFile, everyRow, newMark, openTestStore, startRating, submit } from '../fixtures/store.ts';

// Questions are given to the answers themselves; nothing else of Electron is touched.
vi.mock('electron', () => ({ ipcMain: {} }));
const { consensusCalls } = await import('../../main/consensusCalls.ts');
const { viewers } = await import('../../main/viewers.ts');

let file: string;
let store: Store;
let viewerId: string | null;
let calls: Readonly<Record<string, Call>>;
let sessionId: string;
let solveig: Rater;
let henrik: Rater;
let leader: Rater;
let firstId: string;
let secondId: string;

// The shape was checked by the schema beside `run`; what comes of it is looked at by the tests.
const asked = (name: string, argument: unknown): unknown => {
  const call = calls[name];
  if (call === undefined) throw new Error(`no call ${name}`);
  return call.run(call.input.parse(argument) as never);
};

const level = (ratingId: string, item: number, quality: number) =>
  store.judgements.editScore({ ratingId, item, adherence: 4, quality });

/** Rates everything alike, but for what is said to be another. */
function rate(rater: Rater, other: Readonly<Record<number, number>> = {}, isDone = true): string {
  const { id } = store.ratings.begin({ sessionId, raterId: rater.id, purpose: 'research' });
  for (const { number } of items) level(id, number, other[number] ?? 5);
  store.judgements.editOverall({ ratingId: id, adherence: 4, quality: other[0] ?? 5 });
  if (isDone) submit(store, id);
  return id;
}

const meeting = () => ({ sessionId, ratingIds: [firstId, secondId], memberIds: [leader.id, solveig.id] });

function begin(): string {
  const { outcome, ratingId } = z
    .object({ outcome: z.literal('begun'), ratingId: z.string() })
    .parse(asked('beginConsensus', meeting()));
  expect(outcome).toBe('begun');
  return ratingId;
}

function view(ratingId: string): ConsensusView {
  const found = asked('consensus', ratingId);
  if (typeof found !== 'object' || found === null || !('sources' in found)) throw new Error('not shown');
  // It is what the call says that it gives.
  return found as ConsensusView;
}

const openItems = (ratingId: string): number[] => {
  const left = view(ratingId).undecided.map(({ item }) => item);
  return (store.finishing.missing(ratingId) ?? []).filter((item) => !left.includes(item));
};

/** Every row that tells of the ratings a meeting started from. */
function sourceRows(): unknown {
  const own = z.union([
    z.looseObject({ id: z.enum([firstId, secondId]) }),
    z.looseObject({ rating_id: z.enum([firstId, secondId]) }),
  ]);
  return Object.entries(everyRow(file))
    .filter(([table]) => table !== 'consensus_source')
    .map(([table, rows]) => [table, rows.filter((row) => own.safeParse(row).success)]);
}

beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  const begun = startRating(store);
  sessionId = begun.session.id;
  solveig = store.raters.add({ name: 'Solveig K.', kind: 'supervisor' });
  henrik = store.raters.add({ name: 'Henrik B.', kind: 'supervisor' });
  leader = store.raters.add({ name: 'Nora', kind: 'expert' });
  firstId = rate(solveig, { 3: 2, 7: 6 });
  secondId = rate(henrik, { 3: 6, 0: 4 });
  viewerId = leader.id;
  const desk = { raterId: () => viewerId, keepRater: () => undefined };
  calls = consensusCalls({ store, people: viewers(store, desk) });
});

describe('a meeting is chosen', () => {
  test('from the latest submitted version of each rating, in order of submission', () => {
    const again = store.finishing.amend({ ratingId: firstId, reason: 'Heard again' });
    expect(asked('consensusChoice', sessionId)).toMatchObject({
      candidates: [{ ratingId: firstId, version: 1 }, { ratingId: secondId }],
      meetings: [],
    });
    submit(store, again?.id ?? '');
    expect(asked('consensusChoice', sessionId)).toMatchObject({
      candidates: [
        { ratingId: secondId, raterName: 'Henrik B.', sawOthers: false },
        { ratingId: again?.id, raterName: 'Solveig K.', version: 2, sawOthers: true },
      ],
    });
  });

  test('among nothing that the viewer may not see, and of no session that is not there', () => {
    store.ratings.begin({ sessionId, raterId: leader.id, purpose: 'certification' });
    expect(asked('consensusChoice', sessionId)).toBeUndefined();
    expect(asked('consensusChoice', uuid(7))).toBeUndefined();
  });

  test('with the meetings that were held', () => {
    const ratingId = begin();
    expect(asked('consensusChoice', sessionId)).toMatchObject({
      meetings: [{ ratingId, leaderName: 'Nora', submittedAt: null }],
    });
  });
});

describe('a meeting is not begun', () => {
  const refused = (why: string) => ({ outcome: 'refused', why });
  const sits = (rater: Rater | undefined) => {
    viewerId = rater?.id ?? null;
  };

  test('by nobody, by a trainee or by a therapist', () => {
    const { firstTherapistId } = store.sessions.find(sessionId) ?? {};
    for (const who of [
      undefined,
      store.raters.add({ name: 'Tove', kind: 'trainee' }),
      store.raters.selfOf(firstTherapistId ?? ''),
    ]) {
      sits(who);
      expect(asked('beginConsensus', meeting())).toEqual(refused('nobody'));
    }
  });

  test('by somebody who rates the session blind, or still rates it', () => {
    for (const purpose of ['certification', 'supervision'] as const) {
      const blind = store.raters.add({ name: purpose, kind: 'supervisor' });
      const own = store.ratings.begin({ sessionId, raterId: blind.id, purpose });
      sits(blind);
      expect(asked('beginConsensus', meeting())).toEqual(refused('unseen'));
      submit(store, own.id);
    }
  });

  test('from one rating, or from two of the same rater', () => {
    expect(asked('beginConsensus', { ...meeting(), ratingIds: [firstId, firstId] })).toEqual(
      refused('tooFew'),
    );
    const other = store.ratings.begin({ sessionId, raterId: solveig.id, purpose: 'supervision' });
    submit(store, other.id);
    expect(asked('beginConsensus', { ...meeting(), ratingIds: [firstId, other.id] })).toEqual(
      refused('tooFew'),
    );
  });

  test('from a rating that is not locked, is another session’s, or is a consensus itself', () => {
    const third = store.raters.add({ name: 'Berit', kind: 'supervisor' });
    const elsewhere = startRating(store).rating.id;
    submit(store, elsewhere);
    const consensusId = begin();
    sits(third);
    const notLocked = [rate(third, {}, false), elsewhere, consensusId, uuid(9)];
    sits(solveig);
    for (const id of notLocked) {
      expect(asked('beginConsensus', { ...meeting(), ratingIds: [firstId, id] })).toEqual(
        refused('notLocked'),
      );
    }
  });

  test('from ratings by two editions of the scale', () => {
    const other = store.editions.add({
      name: 'Site',
      items: items.map(({ number }) => ({ item: number, takesAdherence: true, mayBeNoOccasion: true })),
    });
    store.editions.use(other.id);
    const third = rate(store.raters.add({ name: 'Berit', kind: 'supervisor' }));
    expect(asked('beginConsensus', { ...meeting(), ratingIds: [firstId, third] })).toEqual(
      refused('editions'),
    );
    // The edition in use now is not theirs, and theirs is followed.
    expect(view(begin()).rating.scaleEdition).toBe(store.ratings.find(firstId)?.scaleEdition);
  });

  test('and nothing was changed', () => {
    const before = everyRow(file);
    sits(undefined);
    asked('beginConsensus', meeting());
    sits(leader);
    asked('beginConsensus', { ...meeting(), ratingIds: [firstId] });
    expect(everyRow(file)).toEqual(before);
  });

  test('when a member is nobody that the library knows', () => {
    const before = everyRow(file);
    expect(() => asked('beginConsensus', { ...meeting(), memberIds: [uuid(3)] })).toThrow();
    expect(everyRow(file)).toEqual(before);
  });
});

describe('a meeting that is begun', () => {
  test('is a rating of its leader, made in sight of the others from the start', () => {
    const { rating, sources, members, lock } = view(begin());
    expect(rating).toMatchObject({ raterId: leader.id, purpose: 'consensus', submittedAt: null });
    expect(rating.sawOthersAt).toBe(rating.startedAt);
    expect(sources.map(({ ratingId }) => ratingId)).toEqual([firstId, secondId]);
    expect(members.map(({ name }) => name)).toEqual(['Nora', 'Solveig K.']);
    expect(lock).toBeUndefined();
  });

  test('has agreed on what all say alike, without their notes, and on nothing else', () => {
    const ratingId = begin();
    expect(openItems(ratingId)).toEqual([3, 7, 0]);
    expect(view(ratingId).scores[0]).toMatchObject({ item: 1, adherence: 4, quality: 5, note: '' });
  });

  test('takes over what all marked, one for one within five seconds, as the first of them has it', () => {
    // A version more of each, with marks.
    const mark = (
      ratingId: string,
      atMs: number,
      item = 4,
      kind: 'intervention' | 'missed' = 'intervention',
    ) => store.judgements.addMark(newMark(ratingId, { atMs, item, kind }));
    const versions = [firstId, secondId].map((id) =>
      store.finishing.amend({ ratingId: id, reason: 'Marks' }),
    );
    const [one = '', other = ''] = versions.map((version) => version?.id);
    const kept = mark(one, 60_000);
    mark(other, 64_900);
    mark(one, 90_000);
    mark(other, 96_000);
    mark(one, 120_000, 5);
    mark(other, 120_000, 6);
    mark(one, 150_000, 5, 'missed');
    mark(other, 150_000, 5);
    submit(store, one);
    submit(store, other);
    [firstId, secondId] = [one, other];
    const { marks } = view(begin());
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatchObject({ atMs: kept.atMs, item: 4 });
    expect(marks[0]?.id).not.toBe(kept.id);
  });

  test('is opened again by its leader, and another leads one of their own', () => {
    const ratingId = begin();
    expect(begin()).toBe(ratingId);
    viewerId = henrik.id;
    expect(begin()).not.toBe(ratingId);
  });

  test('is changed by its leader only', () => {
    const ratingId = begin();
    viewerId = henrik.id;
    for (const [name, argument] of [
      ['leaveUndecided', { ratingId, item: 3, reason: 'Split' }],
      ['setConsensusMembers', { ratingId, memberIds: [] }],
      ['takeOverMark', { ratingId, markId: uuid(1) }],
      ['finishConsensus', ratingId],
    ] as const) {
      expect(() => asked(name, argument), name).toThrow('notYours');
    }
    expect(view(ratingId).lock).toBe('notYours');
  });

  test('shows nothing to its leader while they rate the session blind, nor to a trainee who has not rated', () => {
    const ratingId = begin();
    viewerId = store.raters.add({ name: 'Tove', kind: 'trainee' }).id;
    expect(asked('consensus', ratingId)).toMatchObject({ outcome: 'hidden', raterName: 'Nora' });
    viewerId = leader.id;
    store.ratings.begin({ sessionId, raterId: leader.id, purpose: 'certification' });
    expect(asked('consensus', ratingId)).toMatchObject({ outcome: 'hidden' });
  });

  test('is nothing that other ratings are', () => {
    expect(asked('consensus', firstId)).toBeUndefined();
    viewerId = solveig.id;
    expect(asked('leaveUndecided', { ratingId: firstId, item: 3, reason: 'x' })).toEqual({ found: false });
    expect(asked('setConsensusMembers', { ratingId: firstId, memberIds: [] })).toEqual({ found: false });
    expect(asked('finishConsensus', firstId)).toBeUndefined();
  });
});

describe('an item left undecided', () => {
  test('has a reason and no score, and a level takes that away', () => {
    const ratingId = begin();
    level(ratingId, 3, 4);
    expect(asked('leaveUndecided', { ratingId, item: 3, reason: 'Two views' })).toEqual({ found: true });
    expect(view(ratingId).undecided).toEqual([{ item: 3, reason: 'Two views' }]);
    expect(view(ratingId).scores.find(({ item }) => item === 3)).toBeUndefined();
    level(ratingId, 3, 6);
    expect(view(ratingId).undecided).toEqual([]);
    expect(view(ratingId).scores.find(({ item }) => item === 3)?.quality).toBe(6);
  });

  test('is undone and redone in one step each, also as a level takes it away', () => {
    const ratingId = begin();
    level(ratingId, 3, 4);
    asked('leaveUndecided', { ratingId, item: 3, reason: 'Two views' });
    level(ratingId, 3, 6);
    const said = () => {
      const { undecided, scores } = view(ratingId);
      return [undecided[0]?.reason, scores.find(({ item }) => item === 3)?.quality];
    };
    const states = [
      [undefined, 6],
      ['Two views', undefined],
      [undefined, 4],
    ];
    expect(said()).toEqual(states[0]);
    for (const state of states.slice(1)) {
      expect(store.judgements.undo(ratingId)).toBe(true);
      expect(said()).toEqual(state);
    }
    for (const state of states.slice(0, 2).toReversed()) {
      expect(store.judgements.redo(ratingId)).toBe(true);
      expect(said()).toEqual(state);
    }
  });

  test('can be the overall, and can be taken back', () => {
    const ratingId = begin();
    asked('leaveUndecided', { ratingId, item: 0, reason: 'No view' });
    expect(openItems(ratingId)).toEqual([3, 7]);
    asked('leaveUndecided', { ratingId, item: 0, reason: null });
    expect(openItems(ratingId)).toEqual([3, 7, 0]);
    store.judgements.undo(ratingId);
    store.judgements.editOverall({ ratingId, adherence: 4, quality: 5 });
    expect(view(ratingId)).toMatchObject({ undecided: [], overall: { quality: 5 } });
  });

  test('is told in the history of the rating', () => {
    const ratingId = begin();
    asked('leaveUndecided', { ratingId, item: 3, reason: 'Two views' });
    expect(store.history.ofRating(ratingId)?.rows[0]).toMatchObject({
      noun: 'gap',
      before: { item: 3, reason: null },
      after: { item: 3, reason: 'Two views' },
    });
  });
});

test('what was agreed at the beginning, and who sits there, is passed by when something is undone', () => {
  const ratingId = begin();
  expect(view(ratingId)).toMatchObject({ canUndo: false, canRedo: false });
  level(ratingId, 3, 4);
  asked('setConsensusMembers', { ratingId, memberIds: [henrik.id, henrik.id] });
  expect(view(ratingId).members).toEqual([{ id: henrik.id, name: 'Henrik B.' }]);
  expect(store.judgements.undo(ratingId)).toBe(true);
  expect(view(ratingId)).toMatchObject({ canUndo: false, canRedo: true, members: [{ id: henrik.id }] });
});

test('a mark of a source is taken over as a mark of the consensus, and no other mark is', () => {
  const again = store.finishing.amend({ ratingId: secondId, reason: 'Marks' });
  secondId = again?.id ?? '';
  const mark = store.judgements.addMark(newMark(secondId, { note: 'Seen' }));
  submit(store, secondId);
  const ratingId = begin();
  expect(asked('takeOverMark', { ratingId, markId: mark.id })).toMatchObject({ ratingId, note: 'Seen' });
  asked('takeOverMark', { ratingId, markId: mark.id });
  expect(view(ratingId).marks).toHaveLength(1);
  store.judgements.undo(ratingId);
  expect(view(ratingId).marks).toEqual([]);
  const elsewhere = store.judgements.addMark(newMark(startRating(store).rating.id));
  expect(asked('takeOverMark', { ratingId, markId: elsewhere.id })).toBeUndefined();
});

describe('a meeting is finished', () => {
  test('only when every item has a score or is left undecided, and is locked then', () => {
    const ratingId = begin();
    expect(asked('finishConsensus', ratingId)).toEqual({ submitted: false, missing: [3, 7, 0] });
    level(ratingId, 3, 4);
    asked('leaveUndecided', { ratingId, item: 7, reason: 'Two views' });
    expect(asked('finishConsensus', ratingId)).toEqual({ submitted: false, missing: [0] });
    store.judgements.editOverall({ ratingId, adherence: 4, quality: 5 });
    expect(asked('finishConsensus', ratingId)).toEqual({ submitted: true });
    expect(view(ratingId)).toMatchObject({
      lock: 'submitted',
      undecided: [{ item: 7, reason: 'Two views' }],
    });
    expect(() => asked('leaveUndecided', { ratingId, item: 7, reason: null })).toThrow('submitted');
    expect(() => asked('setConsensusMembers', { ratingId, memberIds: [] })).toThrow('submitted');
    expect(store.results.ofSession(sessionId, leader)?.ratings.map(({ rating }) => rating.purpose)).toContain(
      'consensus',
    );
  });

  test('and not a row of the ratings that it came from is another than before', () => {
    const before = sourceRows();
    const ratingId = begin();
    level(ratingId, 3, 4);
    level(ratingId, 7, 4);
    asked('leaveUndecided', { ratingId, item: 0, reason: 'Two views' });
    store.judgements.undo(ratingId);
    store.judgements.redo(ratingId);
    asked('finishConsensus', ratingId);
    expect(view(ratingId).rating.submittedAt).not.toBeNull();
    expect(sourceRows()).toEqual(before);
  });

  test('and amended it is a meeting of the same ratings and people', () => {
    const ratingId = begin();
    for (const item of [3, 7, 0]) asked('leaveUndecided', { ratingId, item, reason: 'Two views' });
    asked('finishConsensus', ratingId);
    const before = view(ratingId);
    const again = store.finishing.amend({ ratingId, reason: 'Met again' });
    const after = view(again?.id ?? '');
    expect(after.sources).toEqual(before.sources);
    expect(after.members).toEqual(before.members);
    expect(after.undecided).toEqual(before.undecided);
    expect(after.lock).toBeUndefined();
    level(after.rating.id, 3, 4);
    expect(view(after.rating.id).undecided).toHaveLength(2);
    expect(view(ratingId).undecided).toHaveLength(3);
    expect(begin()).toBe(after.rating.id);
  });
});

test('a finished meeting is held again from other ratings, as its next version', () => {
  const ratingId = begin();
  expect(asked('beginConsensus', { ...meeting(), again: 'Too early' })).toMatchObject({ ratingId });
  for (const item of [3, 7, 0]) asked('leaveUndecided', { ratingId, item, reason: 'Two views' });
  asked('finishConsensus', ratingId);
  const berit = store.raters.add({ name: 'Berit', kind: 'supervisor' });
  const ratingIds = [secondId, rate(berit, { 3: 6, 0: 4 })];
  expect(asked('beginConsensus', { ...meeting(), again: 'Berit has rated', ratingIds: [secondId] })).toEqual({
    outcome: 'refused',
    why: 'tooFew',
  });
  const held = asked('beginConsensus', { ...meeting(), ratingIds, again: 'Berit has rated' });
  const { ratingId: next } = z.object({ ratingId: z.string() }).parse(held);
  expect(view(next)).toMatchObject({
    rating: { version: 2, amendReason: 'Berit has rated', submittedAt: null },
    undecided: [],
  });
  expect(view(next).sources.map((one) => one.ratingId)).toEqual(ratingIds);
  expect(openItems(next)).toEqual([]);
  expect(view(ratingId)).toMatchObject({ lock: 'submitted', undecided: [{}, {}, {}] });
});

describe('in the log', () => {
  const told = z.object({
    noun: z.string(),
    rating_id: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  });
  const tells = (noun: string) =>
    (everyRow(file).change ?? []).map((row) => told.parse(row)).filter((row) => row.noun === noun);

  test('a meeting stands with ids, and no names', () => {
    const ratingId = begin();
    asked('setConsensusMembers', { ratingId, memberIds: [henrik.id] });
    const rows = tells('consensus');
    expect(rows.map((row) => row.rating_id)).toEqual([ratingId, ratingId]);
    expect(JSON.parse(rows[0]?.after ?? '')).toMatchObject({
      sourceIds: [firstId, secondId],
      alike: expect.arrayContaining([1, 19]),
    });
    expect(JSON.stringify(rows)).not.toMatch(/Solveig|Henrik|Nora/);
  });

  test('nothing is left of it when the session is deleted', () => {
    const ratingId = begin();
    asked('leaveUndecided', { ratingId, item: 3, reason: 'Two views' });
    const what = { noun: 'session', id: sessionId } as const;
    const { asOf = 0 } = store.whatGoes(what, leader) ?? {};
    expect(store.deletions.delete(what, asOf, leader)).toEqual({ outcome: 'deleted' });
    const rows = everyRow(file);
    expect([rows.consensus_source, rows.consensus_member, rows.gap]).toEqual([[], [], []]);
    for (const { before, after } of [...tells('consensus'), ...tells('gap')]) {
      expect([before, after]).toEqual([null, null]);
    }
    expect(JSON.stringify(rows.change)).not.toContain('Two views');
  });
});
