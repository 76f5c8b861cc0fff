import type { Changes } from './changes.ts';
import type { Rating } from './model.ts';
import type { Db } from './open.ts';
import { Refused } from './refused.ts';
import { scaleEdition } from './scale.ts';

/** One of the versions of a rating: each amendment makes another. */
export type Version = Pick<Rating, 'id' | 'version' | 'startedAt' | 'submittedAt' | 'amendReason'>;
export type Ratings = ReturnType<typeof ratings>;

const columns = `id, session_id as sessionId, rater_id as raterId, purpose,
  scale_edition as scaleEdition, started_at as startedAt, position_ms as positionMs, version,
  amend_reason as amendReason, submitted_at as submittedAt, saw_others_at as sawOthersAt`;

export function ratings(db: Db, log: Changes, newId: () => string, now: () => Date) {
  const insert = db.prepare(
    `insert into rating (id, session_id, rater_id, purpose, scale_edition, started_at, position_ms,
       version, amend_reason, saw_others_at)
     values (@id, @sessionId, @raterId, @purpose, @scaleEdition, @startedAt, @positionMs,
       @version, @amendReason, @sawOthersAt)`,
  );
  const select = db.prepare<[string], Rating>(`select ${columns} from rating where id = ?`);
  const selectAskedEdition = db.prepare<[object], { id: string }>(
    `select programme.edition_id as id
     from assignment a join enrolment e on e.id = a.enrolment_id
     join programme on programme.id = e.programme_id
     where a.session_id = @sessionId and e.rater_id = @raterId
       and @purpose = case a.kind when 'practice' then 'training' else 'certification' end
     order by e.ended_at is not null, a.assigned_at desc limit 1`,
  );
  const selectEdition = db.prepare<[], { id: string }>(`select id from edition where in_use = 1`);
  const selectSame = db.prepare<[object], Rating>(
    `select ${columns} from rating
     where session_id = @sessionId and rater_id = @raterId and purpose = @purpose
     order by version desc limit 1`,
  );
  const selectVersions = db.prepare<[object], Version>(
    `select id, version, started_at as startedAt, submitted_at as submittedAt, amend_reason as amendReason
     from rating where session_id = @sessionId and rater_id = @raterId and purpose = @purpose
     order by version desc`,
  );
  const selectOfSession = db.prepare<[string], Rating>(
    `select ${columns} from rating where session_id = ? order by started_at, id`,
  );
  const updateState = db.prepare(
    `update rating set submitted_at = @submittedAt, saw_others_at = @sawOthersAt where id = @id`,
  );
  const updatePosition = db.prepare(`update rating set position_ms = ? where id = ?`);

  return {
    /** Opens the one rating of a session by a rater for a purpose, and makes it when it is the first time. */
    begin: db.transaction((fields: Pick<Rating, 'sessionId' | 'raterId' | 'purpose'>): Rating => {
      const known = selectSame.get(pick(fields));
      if (known !== undefined) return known;
      const rating: Rating = {
        id: newId(),
        ...fields,
        // It keeps the edition it begins with: of the programme that asks for it, or the one in use.
        scaleEdition: (selectAskedEdition.get(pick(fields)) ?? selectEdition.get())?.id ?? scaleEdition,
        startedAt: now().toISOString(),
        positionMs: 0,
        version: 1,
        amendReason: null,
        submittedAt: null,
        sawOthersAt: null,
      };
      insert.run(rating);
      log.append({
        noun: 'rating',
        nounId: rating.id,
        raterId: rating.raterId,
        after: rating,
      });
      return rating;
    }),

    /**
     * Begins a consensus: in sight of others' ratings from its first moment on, and by the edition that they follow.
     * Its rater must have none of the session.
     */
    beginConsensus: db.transaction(
      (fields: Pick<Rating, 'sessionId' | 'raterId' | 'scaleEdition'>): Rating => {
        const at = now().toISOString();
        const rating: Rating = {
          id: newId(),
          ...fields,
          purpose: 'consensus',
          startedAt: at,
          positionMs: 0,
          version: 1,
          amendReason: null,
          submittedAt: null,
          sawOthersAt: at,
        };
        insert.run(rating);
        log.append({ noun: 'rating', nounId: rating.id, raterId: rating.raterId, after: rating });
        return rating;
      },
    ),

    find: (id: string): Rating | undefined => select.get(id),

    /** Every version of every rating of a session. */
    ofSession: (sessionId: string): Rating[] => selectOfSession.all(sessionId),

    /** The versions of one rating, newest first. */
    versions: (rating: Pick<Rating, 'sessionId' | 'raterId' | 'purpose'>): Version[] =>
      selectVersions.all(pick(rating)),

    /** @throws Refused when the rating is submitted, and so locked */
    mustBeOpen(id: string): void {
      if ((select.get(id)?.submittedAt ?? null) !== null) throw new Refused('submitted');
    },

    /** Keeps when a rating was submitted, and when others' ratings were shown to its rater. */
    update(before: Rating, state: Partial<Pick<Rating, 'submittedAt' | 'sawOthersAt'>>): void {
      const after = { ...before, ...state };
      updateState.run(after);
      log.append({ noun: 'rating', nounId: before.id, raterId: before.raterId, before, after });
    },

    /**
     * The version after a submitted one, still empty; undefined when there is a later one already.
     * A submitted rating lies open beside the others: the new version counts as made in sight of them.
     */
    nextVersion: db.transaction((before: Rating, amendReason: string, scaleEdition = before.scaleEdition) => {
      if (selectSame.get(pick(before))?.id !== before.id) return undefined;
      const at = now().toISOString();
      const others = selectOfSession.all(before.sessionId).some(({ raterId }) => raterId !== before.raterId);
      const rating: Rating = {
        ...before,
        id: newId(),
        startedAt: at,
        version: before.version + 1,
        scaleEdition,
        amendReason,
        submittedAt: null,
        sawOthersAt: before.sawOthersAt ?? (others ? at : null),
      };
      insert.run(rating);
      log.append({ noun: 'rating', nounId: rating.id, raterId: rating.raterId, after: rating });
      return rating;
    }),

    /** Remembers where the rater was. Not a judgement, so not in the log. */
    keepPosition(id: string, positionMs: number): void {
      updatePosition.run(positionMs, id);
    },
  };
}

/** Statements refuse names that they do not know. */
const pick = ({ sessionId, raterId, purpose }: Pick<Rating, 'sessionId' | 'raterId' | 'purpose'>) => ({
  sessionId,
  raterId,
  purpose,
});
