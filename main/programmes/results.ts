/** What came of work in a programme: a test that is over, and a rating beside its standard. */
import type { Viewer } from '../../db/blinding.ts';
import type { Store } from '../../db/store.ts';
import type { AttemptResult, Programme, StandardComparison } from '../../preload/api.ts';
import type { AgreementWork, MomentsDone } from '../agreementWorker.ts';
import { allMet, inOrderRated, itemFigures } from '../certification/index.ts';
import { inWorker } from '../inWorker.ts';
import type { Access } from './access.ts';
import type { Certified } from './certified.ts';
import { namedSession } from './named.ts';
import { type Comparable, isComparable, type Rated } from './rated.ts';
import { type Attempt, attemptsOf, isOver } from './tests.ts';

type Options = {
  store: Store;
  viewer: () => Viewer;
  access: Access;
  rated: Rated;
  certified: Certified;
};

const hidden = { outcome: 'hidden' } as const;
/** Marks so far apart are still the same moment. */
const toleranceMs = 10_000;

export function results({ store, viewer, access, rated, certified }: Options) {
  const nameOf = (raterId: string) => store.raters.find(raterId)?.name ?? '';

  function resultOf(programme: Programme, raterId: string, attempt: Attempt): AttemptResult {
    const work = attempt.sessions.filter(isComparable);
    const rules = rated.rulesOf(programme, attempt);
    const submitted = attempt.sessions.flatMap(({ submittedAt }) => submittedAt ?? []).toSorted();
    return {
      outcome: 'over',
      programmeId: programme.id,
      attempt: attempt.attempt,
      raterName: nameOf(raterId),
      startedAt: attempt.sessions[0]?.assignedAt ?? '',
      endedAt: submitted.at(-1) ?? '',
      passed: allMet(rules),
      rules,
      sessions: inOrderRated(
        work.map((one) => ({
          ...rated.figures(programme, one),
          session: namedSession(store, one.sessionId),
          assignmentId: one.id,
        })),
      ),
      items: itemFigures(work.map(rated.against), rated.countingOf(programme)),
    };
  }

  /** Of a standard, and of a rating: what somebody said, and when. */
  function saidBy(ratingId: string) {
    const { scores, overall } = store.judgements.ofRating(ratingId);
    return { levels: store.agreement.levels(ratingId), scores, overallNote: overall.note };
  }

  async function momentsOf({ ratingId, standardId, sessionId }: Comparable) {
    const marksOf = (id: string) => store.judgements.ofRating(id).marks;
    const found = await inWorker<MomentsDone>('agreementWorker', {
      marks: { first: marksOf(ratingId), second: marksOf(standardId) },
      toleranceMs,
      durationMs: store.recordings.ofSession(sessionId)?.durationMs ?? null,
    } satisfies AgreementWork);
    const by = (id: string) => {
      const rating = store.ratings.find(id);
      const raterId = rating?.raterId ?? '';
      return { raterId, raterName: nameOf(raterId), purpose: rating?.purpose ?? 'training' };
    };
    return { first: by(ratingId), second: by(standardId), ...found };
  }

  return {
    /** For its own rater and for who leads, once it is over; not for who is to rate one of its sessions. */
    attempt(asked: { enrolmentId: string; attempt: number }): AttemptResult | typeof hidden | undefined {
      const seen = access.seenEnrolment(asked.enrolmentId);
      const attempt = attemptsOf(store.assignments.ofEnrolment(asked.enrolmentId)).find(
        (one) => one.attempt === asked.attempt,
      );
      if (seen === undefined || attempt === undefined) return undefined;
      const isHidden = attempt.sessions.some(
        ({ sessionId }) => !seen.isOwn && store.others.sight(sessionId, viewer()) === 'hidden',
      );
      if (!isOver(attempt) || isHidden) return hidden;
      return resultOf(seen.programme, seen.enrolment.raterId, attempt);
    },

    /** Once others' ratings of the session are open to the viewer. A double coding has no standard. */
    async comparison(assignmentId: string): Promise<StandardComparison | typeof hidden | undefined> {
      const work = store.assignments.find(assignmentId);
      const seen = work && access.seenEnrolment(work.enrolmentId);
      if (work === undefined || seen === undefined) return undefined;
      // Before it is submitted a double coding looks like any check.
      if (work.submittedAt === null || store.others.sight(work.sessionId, viewer()) !== 'open') return hidden;
      const standard = work.standardId === null ? undefined : store.standards.find(work.standardId);
      if (work.kind === 'double' || !isComparable(work) || standard === undefined) return undefined;
      const moments = await momentsOf(work);
      return {
        outcome: 'open',
        programmeId: seen.programme.id,
        session: namedSession(store, work.sessionId),
        own: {
          rating: { id: work.ratingId, raterId: work.raterId },
          raterName: nameOf(work.raterId),
          levels: store.agreement.levels(work.ratingId),
        },
        standard: { ...standard, ...saidBy(work.standardId) },
        figures: rated.figures(seen.programme, work),
        moments,
      };
    },

    /** The last attempt of an enrolment, when it is over and passed, with everything that it was computed from. */
    passed(enrolmentId: string) {
      const enrolment = store.enrolments.find(enrolmentId);
      const programme = enrolment && store.programmes.find(enrolment.programmeId);
      if (enrolment === undefined || programme === undefined) return undefined;
      const attempt = certified.passedAttempt(programme, enrolmentId);
      if (attempt === undefined) return undefined;
      const work = attempt.sessions.filter(isComparable);
      const result = resultOf(programme, enrolment.raterId, attempt);
      return {
        programmeId: programme.id,
        programme,
        editionName: store.editions.find(programme.editionId)?.name ?? '',
        result,
        /** In the order of the result's sessions. */
        tested: result.sessions.flatMap(({ assignmentId }) => {
          const one = work.find(({ id }) => id === assignmentId);
          const standard = one && store.standards.find(one.standardId);
          if (one === undefined || standard === undefined) return [];
          const ratedBy = (ratingId: string) => ({ ratingId, levels: store.agreement.levels(ratingId) });
          return [
            {
              sessionId: one.sessionId,
              own: ratedBy(one.ratingId),
              standard: { ...standard, ...ratedBy(one.standardId) },
            },
          ];
        }),
      };
    },
  };
}
