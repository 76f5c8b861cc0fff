/** Two raters take the same test of three sessions: neither learns anything of the other, whatever is asked. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type BlindLibrary, blindLibrary } from './blindLibrary';
import { expect, test } from './program';

/** Sits down, and submits so many more sessions of the own test, each item with one level. */
const rate = (page: Page, raterId: string, level: number, count: number): Promise<string[]> =>
  page.evaluate(
    async ([who, quality, number]) => {
      const given = <Value>(answer: { ok: true; value: Value } | { ok: false }) => {
        if (!answer.ok) throw new Error('refused');
        return answer.value;
      };
      given(await window.api.chooseRater({ raterId: who }));
      const open = given(await window.api.work()).filter(({ submittedAt }) => submittedAt === null);
      const done: string[] = [];
      for (const { assignmentId } of open.slice(0, number)) {
        const ratingId = given(await window.api.beginWork(assignmentId))?.id ?? '';
        for (let item = 1; item <= 19; item += 1) {
          await window.api.editScore({ ratingId, item, adherence: quality, quality, note: 'a secret note' });
        }
        await window.api.editOverall({ ratingId, adherence: quality, quality });
        const moment = { item: 4, kind: 'intervention', atMs: 1000 + done.length, endMs: null } as const;
        await window.api.addMark({
          ...moment,
          ratingId,
          therapist: 'first',
          aspect: null,
          quality: null,
          note: '',
        });
        given(await window.api.submit({ ratingId, gaps: [] }));
        done.push(ratingId);
      }
      return done;
    },
    [raterId, level, count] as const,
  );

type Asked = Omit<BlindLibrary, 'raterIds'> & {
  viewerId: string;
  otherId: string;
  otherName: string;
  ratingIds: string[];
};

/** Asks for everything that another rater, or the standard, could be learnt from: what came of it, by call. */
const learnt = (page: Page, asked: Asked) =>
  page.evaluate(async ({ viewerId, otherId, otherName, ratingIds, enrolmentIds, sessionIds, ...rest }) => {
    const given = <Value>(answer: { ok: true; value: Value } | { ok: false }) => {
      if (!answer.ok) throw new Error('refused');
      return answer.value;
    };
    const { api } = window;
    given(await api.chooseRater({ raterId: viewerId }));
    const tells = (said: unknown) =>
      JSON.stringify(said ?? null).includes(otherId) ||
      JSON.stringify(said ?? null).includes('secret reason');
    const everything = {
      from: null,
      to: null,
      groupId: null,
      programmeId: rest.programmeId,
      sessionIds: null,
      raterIds: [viewerId, otherId],
      edition: null,
    };
    const inAll = { sought: '', groupId: null, waiting: false, from: 0, count: 50 };
    const found: Record<string, number> = {};
    const count = (name: string, is: boolean) => {
      found[name] = (found[name] ?? 0) + (is ? 1 : 0);
    };
    for (const ratingId of ratingIds) {
      count('rating', given(await api.rating(ratingId))?.outcome === 'open');
      count('history', given(await api.history({ ratingId })) !== undefined);
    }
    for (const sessionId of sessionIds) {
      count('results', tells(given(await api.results(sessionId))));
      count('session', tells(given(await api.session(sessionId))));
      count('showOthers', given(await api.showOthers(sessionId)).found);
      const two = { sessionId, first: viewerId, second: otherId, edition: null, toleranceMs: 10_000 };
      count('moments', given(await api.agreementMoments(two)) !== undefined);
      const goes = given(await api.whatGoes({ noun: 'session', id: sessionId }));
      count('whatGoes', goes?.ratings.some(({ raterName }) => raterName === otherName) ?? false);
    }
    for (const row of given(await api.sessions(inAll)).rows) count('rows', tells(row));
    count('search', given(await api.sessions({ ...inAll, sought: otherName })).total > 0);
    count('agreement', given(await api.agreementBasis(everything)).compared.sessions > 0);
    const therapist = { kind: 'therapist', therapistId: rest.therapistId } as const;
    count('progress', given(await api.progress(therapist)).ratings.length > 0);
    const table = given(await api.agreement({ runId: crypto.randomUUID(), scope: everything }));
    count('table', table.outcome === 'done' && table.sessions > 0);
    const pair = {
      scope: everything,
      measure: 0,
      side: 'quality',
      first: viewerId,
      second: otherId,
    } as const;
    count('pair', given(await api.agreementPair(pair)).points.length > 0);
    for (const { assignmentId } of given(await api.work())) {
      count('standardComparison', given(await api.standardComparison(assignmentId))?.outcome === 'open');
    }
    for (const enrolmentId of enrolmentIds) {
      const result = given(await api.attemptResult({ enrolmentId, attempt: 1 }));
      count('attemptResult', result?.outcome === 'over');
    }
    let page = given(await api.latestChanges({}));
    const changes = [...page.rows];
    while (page.next !== undefined) {
      page = given(await api.latestChanges({ before: page.next }));
      changes.push(...page.rows);
    }
    count(
      'latestChanges',
      changes.some(({ raterName, session }) => session !== undefined && raterName === otherName),
    );
    count('cohort', (given(await api.cohort(rest.programmeId)) ?? []).length > 0);
    return found;
  }, asked);

const nothing = {
  rating: 0,
  history: 0,
  results: 0,
  session: 0,
  showOthers: 0,
  moments: 0,
  whatGoes: 0,
  rows: 0,
  search: 0,
  agreement: 0,
  progress: 0,
  table: 0,
  pair: 0,
  standardComparison: 0,
  attemptResult: 0,
  latestChanges: 0,
  cohort: 0,
};

test('two raters of one test learn nothing of each other, or of the standard, until their own is over', async ({
  program,
}) => {
  const folder = join(program.folder, 'programme');
  const { raterIds, ...library } = await blindLibrary(folder);
  const { page } = await program.start({ switches: [`--library=${folder}`, '--demo'] });
  const [tove, nils] = raterIds;
  const toves = await rate(page, tove, 4, 2);
  const nilss = await rate(page, nils, 6, 2);
  const asTove = () =>
    learnt(page, { ...library, viewerId: tove, otherId: nils, otherName: 'Nils', ratingIds: nilss });
  const asNils = () =>
    learnt(page, { ...library, viewerId: nils, otherId: tove, otherName: 'Tove', ratingIds: toves });
  expect(await asTove()).toEqual(nothing);
  expect(await asNils()).toEqual(nothing);

  toves.push(...(await rate(page, tove, 4, 1)));
  expect(await asNils()).toEqual(nothing);
  // Hers is over: his two are open to her, and both her results.
  expect(await asTove()).toMatchObject({ rating: 2, history: 2, standardComparison: 3, attemptResult: 1 });

  nilss.push(...(await rate(page, nils, 6, 1)));
  const all = {
    rating: 3,
    history: 3,
    results: 3,
    session: 3,
    showOthers: 3,
    moments: 3,
    whatGoes: 3,
    rows: 3,
    search: 1,
    agreement: 1,
    progress: 1,
    table: 1,
    pair: 1,
    standardComparison: 3,
    // Supervisors who are done lead the programme.
    attemptResult: 2,
    latestChanges: 1,
    cohort: 1,
  };
  expect(await asTove()).toEqual(all);
  expect(await asNils()).toEqual(all);
});
