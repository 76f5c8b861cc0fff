/**
 * A consensus meeting: from two or more submitted ratings of a session by different raters, which never change, to a
 * rating of its own with the purpose 'consensus'. Decisions are changes of that rating like any other's.
 */
import { alikeIn } from './alike.ts';
import type { Viewer } from './blinding.ts';
import type { Changes } from './changes.ts';
import type { Judgements } from './judgements.ts';
import { latest } from './latest.ts';
import { type Candidate, candidates, isConsensus, refusalOf } from './meetingCandidates.ts';
import type { MeetingTables } from './meetingTables.ts';
import type { Edition, LeftUndecided, Mark, Rater, Rating } from './model.ts';
import type { Others } from './others.ts';
import type { Ratings } from './ratings.ts';

/** A meeting over a session, in its latest version. */
export type HeldMeeting = {
  ratingId: string;
  leaderId: string;
  leaderName: string;
  startedAt: string;
  submittedAt: string | null;
};

export type NewMeeting = {
  sessionId: string;
  ratingIds: readonly string[];
  memberIds: readonly string[];
  /** Why a finished one is held again; without it, that one is opened. */
  again: string | undefined;
  /** What all of the ratings marked. */
  shared: readonly Mark[];
};

/** Why no meeting was begun: nothing was changed then. */
export type NotBegun = {
  outcome: 'refused';
  /** `nobody` sits there who could lead it; `unseen`: the ratings may not be seen yet; `editions` differ. */
  why: 'nobody' | 'unseen' | 'tooFew' | 'notLocked' | 'editions';
};

type Parts = {
  log: Changes;
  tables: MeetingTables;
  ratings: Ratings;
  raters: { find: (id: string) => Rater | undefined };
  editions: { find: (id: string) => Pick<Edition, 'name' | 'items'> | undefined };
  judgements: Judgements;
  others: Pick<Others, 'sight'>;
  together: <T>(work: () => T) => T;
};

export function consensus({ log, tables, ratings, raters, editions, judgements, others, together }: Parts) {
  const nameOf = (raterId: string): string => raters.find(raterId)?.name ?? '';
  const find = (ratingId: string): Rating | undefined => {
    const rating = ratings.find(ratingId);
    return rating !== undefined && isConsensus(rating) ? rating : undefined;
  };

  const { candidate, inOrder, candidatesOf } = candidates({ raters, editions });

  function append(ratingId: string, before: object | undefined, after: object): void {
    const raterId = ratings.find(ratingId)?.raterId;
    log.append({ noun: 'consensus', nounId: ratingId, ratingId, ...(raterId && { raterId }), before, after });
  }

  function begin(meeting: NewMeeting, viewer: Viewer) {
    const { sessionId, ratingIds, memberIds, again, shared } = meeting;
    const refused = (why: NotBegun['why']): NotBegun => ({ outcome: 'refused', why });
    if (viewer === undefined || !leads(viewer)) return refused('nobody');
    const versions = ratings.ofSession(sessionId);
    if (versions.length === 0 || others.sight(sessionId, viewer) !== 'open') return refused('unseen');
    const own = latest(versions.filter((one) => one.raterId === viewer.id && isConsensus(one)))[0];
    if (own !== undefined && (own.submittedAt === null || again === undefined)) {
      return { outcome: 'begun' as const, ratingId: own.id };
    }
    const asked = new Set(ratingIds);
    const chosen = candidatesOf(versions).filter(({ ratingId }) => asked.has(ratingId));
    const why = refusalOf(chosen, asked);
    if (why !== undefined) return refused(why);
    const scaleEdition = chosen[0]?.editionId ?? '';
    const next = own && again !== undefined ? ratings.nextVersion(own, again, scaleEdition) : undefined;
    const { id } = next ?? ratings.beginConsensus({ sessionId, raterId: viewer.id, scaleEdition });
    const sourceIds = chosen.map(({ ratingId }) => ratingId);
    tables.putSources(id, sourceIds);
    tables.putMembers(id, [...new Set(memberIds)]);
    const said = sourceIds.map((sourceId) => judgements.ofRating(sourceId));
    const alike = alikeIn(said, editions.find(scaleEdition)?.items ?? []);
    const ofSources = shared.filter(({ ratingId }) => asked.has(ratingId));
    judgements.put(id, { ...alike, marks: ofSources });
    // What was agreed at once can be read in the ratings that it came from.
    append(id, undefined, {
      sourceIds,
      memberIds: tables.members(id),
      alike: [...alike.scores.map(({ item }) => item), ...(alike.overall === undefined ? [] : [0])],
      markIds: ofSources.map((mark) => mark.id),
    });
    return { outcome: 'begun' as const, ratingId: id };
  }

  return {
    /** The consensus with this id; undefined when there is none. */
    find,
    candidate,

    /** Undefined when others' ratings of the session may not be seen. */
    choice(sessionId: string, viewer: Viewer) {
      const versions = ratings.ofSession(sessionId);
      if (others.sight(sessionId, viewer) !== 'open') return undefined;
      return {
        candidates: candidatesOf(versions),
        meetings: latest(versions.filter(isConsensus))
          .map(({ id, raterId, startedAt, submittedAt }) => ({
            ratingId: id,
            leaderId: raterId,
            leaderName: nameOf(raterId),
            startedAt,
            submittedAt,
          }))
          .toReversed(),
      };
    },

    /**
     * Opens the viewer's own meeting over a session, or begins one; held again, it is its next version. What all sources say alike is agreed at once, and
     * what all of them marked is taken over.
     */
    begin: (meeting: NewMeeting, viewer: Viewer) => together(() => begin(meeting, viewer)),

    /** In order of submission. */
    sources: (ratingId: string): Candidate[] =>
      inOrder(
        tables
          .sources(ratingId)
          .flatMap((id) => ratings.find(id) ?? [])
          .map(candidate),
      ),

    /** In order of name. */
    members: (ratingId: string): Pick<Rater, 'id' | 'name'>[] =>
      tables
        .members(ratingId)
        .map((id) => ({ id, name: nameOf(id) }))
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),

    /**
     * Puts the whole list; false when there is no such consensus.
     * @throws Refused when it is submitted
     */
    setMembers: (ratingId: string, memberIds: readonly string[]): boolean =>
      together(() => {
        if (find(ratingId) === undefined) return false;
        ratings.mustBeOpen(ratingId);
        const before = tables.members(ratingId);
        const after = [...new Set(memberIds)].sort();
        if (after.join() === before.join()) return true;
        tables.putMembers(ratingId, after);
        append(ratingId, { memberIds: before }, { memberIds: after });
        return true;
      }),

    /** False when there is no such consensus. */
    leaveUndecided(left: LeftUndecided): boolean {
      if (find(left.ratingId) === undefined) return false;
      judgements.leaveUndecided(left);
      return true;
    },

    /**
     * A mark at the moment of one of the sources', new unless it was taken over before; undefined when it is none of
     * theirs.
     * @throws Refused when the consensus is submitted
     */
    takeOver(ratingId: string, markId: string): Mark | undefined {
      const found = judgements.mark(markId);
      if (found === undefined || !tables.sources(ratingId).includes(found.ratingId)) return undefined;
      const { id: _, ...mark } = found;
      const taken = judgements.ofRating(ratingId).marks.find((one) => isSame(one, found));
      return taken ?? judgements.addMark({ ...mark, ratingId });
    },
  };
}

/** Whether both mark the same moment in the same way. */
const isSame = (one: Mark, other: Mark): boolean =>
  one.item === other.item &&
  one.kind === other.kind &&
  one.atMs === other.atMs &&
  one.endMs === other.endMs &&
  one.therapist === other.therapist;

/** Who may lead a meeting. */
const leads = ({ kind }: Pick<Rater, 'kind'>): boolean => kind === 'supervisor' || kind === 'expert';
