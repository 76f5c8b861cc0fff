/** A consensus meeting over a session, as the window asks for it and is shown it. */
import type { HeldMeeting, NotBegun } from '../db/consensus.ts';
import type { Candidate } from '../db/meetingCandidates.ts';
import type { Edition, Gap, Mark, Overall, Rater, Rating, Score, Session } from '../db/model.ts';
import type { Withheld } from '../db/openRating.ts';
import type { Refusal } from '../db/refused.ts';
import type { Found } from './bridge.ts';

export type ConsensusCandidate = Candidate;

export type ConsensusChoice = {
  /** In order of submission; the latest submitted version of each. */
  candidates: ConsensusCandidate[];
  /** Meetings over this session, newest first. */
  meetings: HeldMeeting[];
};

/** One of the ratings a meeting started from: it never changes here. */
export type ConsensusSource = ConsensusCandidate & {
  scores: Score[];
  overall: Overall;
  /** In order of time. */
  marks: Mark[];
  gaps: Gap[];
};

export type ConsensusView = {
  outcome: 'open';
  rating: Rating;
  edition: Pick<Edition, 'id' | 'name' | 'items'>;
  session: Session;
  /** In order of submission. */
  sources: ConsensusSource[];
  /** Who sat at the table. */
  members: Pick<Rater, 'id' | 'name'>[];
  /** What was agreed on; a score's note is the reason. */
  scores: Score[];
  overall: Overall;
  /** The moments that were taken over. */
  marks: Mark[];
  /** Items that are left undecided, 0 the overall, and why. */
  undecided: Gap[];
  canUndo: boolean;
  canRedo: boolean;
  /** Why it cannot be changed; undefined when it can. */
  lock: Refusal | undefined;
};

/** Decisions themselves are `editScore`, `editOverall`, `removeMark`, `undo` and `redo` of the consensus rating. */
export interface ConsensusApi {
  /** What a meeting over a session can start from; undefined when there is no such session, or it may not be seen. */
  consensusChoice(sessionId: string): Promise<ConsensusChoice | undefined>;
  /**
   * Opens the viewer's own meeting over a session, or begins one: what all sources say alike is agreed at once, and
   * moments that all of them marked are taken over. `again`: why a finished one is held again, from these ratings, as
   * its next version; without it, that one is opened.
   */
  beginConsensus(meeting: {
    sessionId: string;
    ratingIds: string[];
    memberIds: string[];
    again?: string | undefined;
  }): Promise<{ outcome: 'begun'; ratingId: string } | NotBegun>;
  /** Undefined when there is no such consensus. */
  consensus(ratingId: string): Promise<ConsensusView | Withheld | undefined>;
  /** Who sits at the table: the whole list. */
  setConsensusMembers(members: { ratingId: string; memberIds: string[] }): Promise<Found>;
  /** Leaves an item (0: the overall) undecided, for a reason, and without a score; null takes that back. */
  leaveUndecided(item: { ratingId: string; item: number; reason: string | null }): Promise<Found>;
  /** Takes a mark of a source over into the consensus. */
  takeOverMark(mark: { ratingId: string; markId: string }): Promise<Mark | undefined>;
  /** Locks the consensus, with what is undecided. `missing`: items about which nothing was said. */
  finishConsensus(
    ratingId: string,
  ): Promise<{ submitted: true } | { submitted: false; missing: number[] } | undefined>;
}
