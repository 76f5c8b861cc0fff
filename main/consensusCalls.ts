/** What can be asked of consensus meetings while a library is open. */
import { z } from 'zod';
import { amendment, leftUndecided } from '../db/model.ts';
import type { Store } from '../db/store.ts';
import type { ConsensusApi, ConsensusSource } from '../preload/api.ts';
import { type Calls, call } from './ipc.ts';
import { id } from './shapes.ts';
import { sharedMarks } from './sharedMarks.ts';
import type { viewers } from './viewers.ts';

/** So many may sit at one table, and so many ratings lie on it. */
const people = z.array(id).max(200);

type Options = { store: Store; people: Pick<ReturnType<typeof viewers>, 'viewer' | 'ownRating'> };

export function consensusCalls({ store, people: { viewer, ownRating } }: Options) {
  const { consensus, judgements, finishing } = store;

  function source(one: Omit<ConsensusSource, 'scores' | 'overall' | 'marks' | 'gaps'>): ConsensusSource {
    const { scores, overall, marks } = judgements.ofRating(one.ratingId);
    return { ...one, scores, overall, marks, gaps: finishing.gaps(one.ratingId) };
  }

  return {
    consensusChoice: call(id, (sessionId) =>
      store.sessions.find(sessionId) === undefined ? undefined : consensus.choice(sessionId, viewer()),
    ),

    beginConsensus: call(
      z.strictObject({
        sessionId: id,
        ratingIds: people,
        memberIds: people,
        again: amendment.shape.reason.optional(),
      }),
      (meeting) => {
        const { candidates = [] } = consensus.choice(meeting.sessionId, viewer()) ?? {};
        const chosen = candidates.filter(({ ratingId }) => meeting.ratingIds.includes(ratingId));
        const shared = sharedMarks(chosen.map(({ ratingId }) => judgements.ofRating(ratingId).marks));
        return consensus.begin({ ...meeting, again: meeting.again, shared }, viewer());
      },
    ),

    consensus: call(id, (ratingId) => {
      const found = consensus.find(ratingId);
      const session = found && store.sessions.find(found.sessionId);
      if (found === undefined || session === undefined) return undefined;
      const sight = store.others.sight(session.id, viewer());
      // It shows others' ratings: also its own leader may be in the middle of one that is to be independent.
      if (sight !== 'open') {
        const raterName = store.raters.find(found.raterId)?.name ?? '';
        return { outcome: sight, sessionId: session.id, raterName };
      }
      const view = store.openRatings.read(ratingId, viewer());
      if (view?.outcome !== 'open') return view;
      const { outcome, rating, edition, scores, overall, marks, gaps, canUndo, canRedo, lock } = view;
      return {
        outcome,
        rating,
        edition,
        session,
        sources: consensus.sources(ratingId).map(source),
        members: consensus.members(ratingId),
        scores,
        overall,
        marks,
        undecided: gaps,
        canUndo,
        canRedo,
        lock,
      };
    }),

    setConsensusMembers: call(
      z.strictObject({ ratingId: id, memberIds: people }),
      ownRating(({ ratingId, memberIds }) => ({ found: consensus.setMembers(ratingId, memberIds) })),
    ),
    leaveUndecided: call(
      leftUndecided,
      ownRating((left) => ({ found: consensus.leaveUndecided(left) })),
    ),
    takeOverMark: call(
      z.strictObject({ ratingId: id, markId: id }),
      ownRating(({ ratingId, markId }) => consensus.takeOver(ratingId, markId)),
    ),
    finishConsensus: call(id, (ratingId) =>
      ownRating(() =>
        consensus.find(ratingId) === undefined
          ? undefined
          : finishing.submit({ ratingId, gaps: finishing.gaps(ratingId) }),
      )({ ratingId }),
    ),
  } satisfies Calls<ConsensusApi>;
}
