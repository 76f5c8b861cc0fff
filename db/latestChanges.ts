/** Read model of the log: who did what and when, newest first, page by page. What was changed is not in it. */

import { sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import type { Change } from './changes.ts';
import type { Noun, Rating } from './model.ts';
import type { Db } from './open.ts';

export type ToldChange = Pick<Change, 'id' | 'at' | 'noun'> & {
  /** `deleted` with all that hung on it; `forgotten`: only what the log told of it is gone. */
  what: 'added' | 'changed' | 'removed' | 'undone' | 'redone' | 'deleted' | 'forgotten';
  /** Undefined where nobody said who sat there, the rater is gone, or the viewer may not know yet. */
  raterName: string | undefined;
  /** The session it belongs to, and its day; undefined when it is gone, or the viewer may not know yet who rates it. */
  session: { id: string; date: string } | undefined;
  /** Its content is gone with a deletion. */
  erased: boolean;
};

export type LatestChanges = {
  /** Newest first. */
  rows: ToldChange[];
  /** Where the next page begins: give it as `before`; undefined when there is no more. */
  next: number | undefined;
};

type Row = Pick<Change, 'id' | 'at' | 'noun' | 'nounId' | 'action' | 'raterId'> & {
  raterName: string | null;
  sessionId: string | null;
  date: string | null;
  hadBefore: number;
  hasAfter: number;
  erases: number;
  erased: number;
};

const pageLength = 50;
const aboutRatings: ReadonlySet<Noun> = new Set([
  'rating',
  'mark',
  'score',
  'overall',
  'gap',
  'consensus',
  'feedback',
]);

export function latestChanges(
  db: Db,
  ratings: { ofSession: (sessionId: string) => Rating[] },
  work: BlindWork,
) {
  const select = db.prepare<[object], Row>(
    `select change.id, change.at, change.noun, change.noun_id as nounId, change.action,
       change.rater_id as raterId, rater.name as raterName, session.id as sessionId, session.date,
       change.before is not null as hadBefore, change.after is not null as hasAfter,
       change.erases is not null as erases, change.erased_by is not null as erased
     from change
     left join rater on rater.id = change.rater_id
     left join rating on rating.id = coalesce(change.rating_id, change.noun_id)
     left join recording on recording.id = change.noun_id
     left join session on session.id = coalesce(rating.session_id, recording.session_id, change.noun_id)
     where change.id < @before order by change.id desc limit @limit`,
  );

  return {
    /** @param before the `next` of the page before; the first page without */
    page(viewer: Viewer, before = Number.MAX_SAFE_INTEGER): LatestChanges {
      const rows = select.all({ before, limit: pageLength + 1 });
      const page = rows.slice(0, pageLength);
      const kept = work.of(viewer);
      const sights = new Map<string, boolean>();
      const isHidden = (sessionId: string): boolean => {
        const known = sights.get(sessionId);
        if (known !== undefined) return known;
        const hidden = sightOf(viewer, ratings.ofSession(sessionId), kept.has(sessionId)) === 'hidden';
        sights.set(sessionId, hidden);
        return hidden;
      };
      return {
        rows: page.map((row) => {
          // Who else rates a session is not known to somebody who rates it blind, nor how many there are, nor whether
          // they agreed on a standard: so neither is the session that it is about.
          const withheld =
            aboutRatings.has(row.noun) &&
            row.sessionId !== null &&
            row.raterId !== viewer?.id &&
            isHidden(row.sessionId);
          return {
            id: row.id,
            at: row.at,
            noun: row.noun,
            what: whatOf(row),
            raterName: withheld ? undefined : (row.raterName ?? undefined),
            session:
              withheld || row.sessionId === null || row.date === null
                ? undefined
                : { id: row.sessionId, date: row.date },
            erased: row.erased === 1,
          };
        }),
        next: rows.length > pageLength ? page.at(-1)?.id : undefined,
      };
    },
  };
}

function whatOf({ action, hadBefore, hasAfter, erases }: Row): ToldChange['what'] {
  if (erases === 1) return hadBefore === 1 ? 'deleted' : 'forgotten';
  if (action !== 'do') return action === 'undo' ? 'undone' : 'redone';
  if (hadBefore === 0 && hasAfter === 1) return 'added';
  return hadBefore === 1 && hasAfter === 0 ? 'removed' : 'changed';
}
