/** Read model of a rating's history: every change of all its versions, newest first, page by page. */
import type { Change } from './changes.ts';
import {
  type Decision,
  decision,
  type Mark,
  mark,
  type Overall,
  overall,
  type Phase,
  phases,
  type Score,
  score,
} from './model.ts';
import type { Db } from './open.ts';
import type { Ratings, Version } from './ratings.ts';

type Told<Noun extends string, T> = { noun: Noun; before: T | null; after: T | null };

export type HistoryRow = Pick<Change, 'id' | 'at' | 'action'> & {
  version: number;
  raterName: string;
} & (
    | Told<'mark', Mark>
    | Told<'score', Score>
    | Told<'overall', Overall>
    /** An item of a consensus that was left undecided, or is not any more. */
    | Told<'gap', Decision>
    /** The whole list of the session's phases. */
    | Told<'phase', Phase[]>
  );

export type History = {
  /** Newest first. */
  versions: Version[];
  /** Newest first. */
  rows: HistoryRow[];
  /** Where the next page begins: give it as `before`; undefined when there is no more. */
  next: number | undefined;
};

type Row = Pick<Change, 'id' | 'at' | 'action' | 'noun' | 'before' | 'after'> & { raterName: string | null };

const pageLength = 200;

export function history(db: Db, ratings: Ratings) {
  const select = db.prepare<[object], Row>(
    `select change.id, change.at, change.action, change.noun, change.before, change.after,
       rater.name as raterName
     from change left join rater on rater.id = change.rater_id
     where change.rating_id = @ratingId and change.id < @before
       and change.noun in ('mark', 'score', 'overall', 'gap', 'phase')
     order by change.id desc limit @limit`,
  );

  return {
    /** @param before the `next` of the page before; the first page without */
    ofRating(ratingId: string, before = Number.MAX_SAFE_INTEGER): History | undefined {
      const rating = ratings.find(ratingId);
      if (rating === undefined) return undefined;
      const versions = ratings.versions(rating);
      const rows: HistoryRow[] = [];
      // One more than a page tells whether there is another.
      for (const { id, version } of versions) {
        const limit = pageLength + 1 - rows.length;
        if (limit > 0) {
          rows.push(...select.all({ ratingId: id, before, limit }).map((row) => told(row, version)));
        }
      }
      return {
        versions,
        rows: rows.slice(0, pageLength),
        next: rows.length > pageLength ? rows[pageLength - 1]?.id : undefined,
      };
    },
  };
}

function told({ raterName, noun, before, after, ...row }: Row, version: number): HistoryRow {
  const known = { ...row, version, raterName: raterName ?? '' };
  const read = <T>(shape: { parse: (value: unknown) => T }, json: string | null): T | null =>
    json === null ? null : shape.parse(JSON.parse(json));
  if (noun === 'mark') return { ...known, noun, before: read(mark, before), after: read(mark, after) };
  if (noun === 'score') return { ...known, noun, before: read(score, before), after: read(score, after) };
  if (noun === 'overall')
    return { ...known, noun, before: read(overall, before), after: read(overall, after) };
  if (noun === 'gap') return { ...known, noun, before: read(decision, before), after: read(decision, after) };
  if (noun === 'phase') return { ...known, noun, before: read(phases, before), after: read(phases, after) };
  throw new Error(`the history does not tell of a ${noun}`);
}
