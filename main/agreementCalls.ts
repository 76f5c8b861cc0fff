/** What can be asked of agreement between raters while a library is open. */
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { ComparedRating } from '../db/agreement.ts';
import type { Viewer } from '../db/blinding.ts';
import type { Store } from '../db/store.ts';
import type { AgreementApi, AgreementPair, AgreementProgress, AgreementScope } from '../preload/api.ts';
import {
  blandAltman,
  cellAt,
  type Judgements,
  levelsOf,
  measuresInCells,
  occasionAgreement,
  pairAgreement,
  sides,
  tableOfAny,
} from './agreement/index.ts';
import { type Choice, chosenRatings } from './agreementChoice.ts';
import type { AgreementWork, MomentsDone, TableDone } from './agreementWorker.ts';
import { inWorker } from './inWorker.ts';
import { type Calls, call } from './ipc.ts';
import { id } from './shapes.ts';

/** So many sessions and raters one may name: as many as a library has. */
const someIds = z.array(id).max(20_000).nullable();
const day = z.iso.date().nullable();
const scope = z.strictObject({
  from: day,
  to: day,
  groupId: id.nullable(),
  programmeId: id.nullable(),
  sessionIds: someIds,
  raterIds: someIds,
  edition: z.string().min(1).max(200).nullable(),
});
const runId = id;
const side = z.enum(sides);
const measure = z.union([
  z
    .int()
    .min(0)
    .max(measuresInCells - 1),
  z.literal('mean'),
]);

/** The number of samples that percentile limits need, and where their chance begins: the same limits every time. */
const samples = 2000;
const seed = 20_261_121;
/** Ratings that are read at a time: others' questions are answered in between. */
const atATime = 100;

type Options = {
  store: Store;
  viewer: () => Viewer;
  onProgress: (progress: AgreementProgress) => void;
};

export function agreementCalls({ store, viewer, onProgress }: Options) {
  const runs = new Map<string, AbortController>();
  const choiceOf = (asked: AgreementScope): Choice =>
    chosenRatings(store.agreement.of(viewer()), asked, {
      raters: store.raters.all(),
      editions: store.editions.all(),
      programme: asked.programmeId === null ? undefined : store.programmeSessions.ids(asked.programmeId),
    });
  const nameOf = (raterId: string) => store.raters.find(raterId)?.name ?? '';

  async function judgementsOf({ sessions, raterIds, ratings }: Choice): Promise<Judgements> {
    const sessionIds = sessions.map(({ id: sessionId }) => sessionId);
    const cells = new Int8Array(sessionIds.length * raterIds.length * sides.length * measuresInCells).fill(
      -1,
    );
    const rowOf = new Map(sessionIds.map((sessionId, at) => [sessionId, at]));
    const columnOf = new Map(raterIds.map((raterId, at) => [raterId, at]));
    for (let from = 0; from < ratings.length; from += atATime) {
      await setImmediate();
      for (const rating of ratings.slice(from, from + atATime)) {
        const [row, column] = [rowOf.get(rating.sessionId), columnOf.get(rating.raterId)];
        if (row !== undefined && column !== undefined) write(cells, raterIds.length, row, column, rating);
      }
    }
    return { sessionIds, raterIds, cells };
  }

  function write(cells: Int8Array, raters: number, row: number, column: number, rating: ComparedRating) {
    const levels = store.agreement.levels(rating.ratingId);
    for (const one of sides) {
      const at = cellAt(raters, row, column, one);
      levels[one].forEach((level, index) => {
        cells[at + index] = level ?? (levels.noOccasion.includes(index) ? 0 : -1);
      });
    }
  }

  const calls = {
    agreementBasis: call(scope, (asked) => choiceOf(asked).basis),

    agreement: call(z.strictObject({ runId, scope }), async ({ runId: run, scope: asked }) => {
      const ending = new AbortController();
      runs.get(run)?.abort();
      runs.set(run, ending);
      const { signal } = ending;
      try {
        const choice = choiceOf(asked);
        const table = await judgementsOf(choice);
        const rows = await inWorker<TableDone, Omit<AgreementProgress, 'runId'>>(
          'agreementWorker',
          { table, seed, samples } satisfies AgreementWork,
          { signal, onProgress: (progress) => onProgress({ runId: run, ...progress }) },
        );
        return {
          outcome: 'done' as const,
          samples,
          seed,
          sessions: choice.sessions.length,
          raters: choice.raterIds.map((raterId) => ({ id: raterId, name: nameOf(raterId) })),
          rows,
        };
      } catch (error) {
        if (signal.aborted) return { outcome: 'cancelled' as const };
        throw error;
      } finally {
        if (runs.get(run) === ending) runs.delete(run);
      }
    }),
    cancelAgreement: call(runId, (run) => {
      const found = runs.get(run);
      found?.abort();
      return { found: found !== undefined };
    }),

    agreementPair: call(
      z.strictObject({ scope, measure, side, first: id, second: id }),
      async ({ scope: asked, first, second, ...score }): Promise<AgreementPair> => {
        const both = choiceOf({ ...asked, raterIds: [first, second] });
        // The first is asked for first, whatever their names.
        const judged = await judgementsOf({ ...both, raterIds: [first, second] });
        const table = tableOfAny(judged, score.measure, score.side);
        const { table: levels } = levelsOf(table);
        const column = (at: number) => levels.map((row) => row[at] ?? null);
        const { points, bias, sd, lower, upper, n, missing } = blandAltman(column(0), column(1));
        const { exact, within1 } = pairAgreement(column(0), column(1));
        const compared = judged.sessionIds.filter((_, at) => levels[at]?.every((level) => level !== null));
        return {
          n,
          missing,
          noOccasion: occasionAgreement(table).different,
          points: points.map((point, at) => ({ ...point, sessionId: compared[at] ?? '' })),
          bias,
          sd,
          lower,
          upper,
          exact,
          within1,
        };
      },
    ),

    agreementMoments: call(
      z.strictObject({
        sessionId: id,
        first: id,
        second: id,
        edition: scope.shape.edition,
        toleranceMs: z.int().min(0).max(600_000),
      }),
      async ({ sessionId, first, second, edition, toleranceMs }) => {
        const { ratings } = choiceOf({
          from: null,
          to: null,
          groupId: null,
          programmeId: null,
          sessionIds: [sessionId],
          raterIds: [first, second],
          edition,
        });
        const [one, other] = [first, second].map((raterId) => ratings.find((own) => own.raterId === raterId));
        if (one === undefined || other === undefined) return undefined;
        const marksOf = ({ ratingId }: ComparedRating) => store.judgements.ofRating(ratingId).marks;
        const found = await inWorker<MomentsDone>('agreementWorker', {
          marks: { first: marksOf(one), second: marksOf(other) },
          toleranceMs,
          durationMs: store.recordings.ofSession(sessionId)?.durationMs ?? null,
        } satisfies AgreementWork);
        const by = ({ raterId, purpose }: ComparedRating) => ({
          raterId,
          raterName: nameOf(raterId),
          purpose,
        });
        return { first: by(one), second: by(other), ...found };
      },
    ),
  } satisfies Calls<AgreementApi>;

  return {
    calls,
    /** Ends what is still running. */
    stop(): void {
      for (const ending of runs.values()) ending.abort();
    },
  };
}
