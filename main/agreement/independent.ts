/** Which ratings agreement is computed from: those each rater made alone. */
import type { Rating } from '../../db/model.ts';
import type { Cell } from './table.ts';

type Made = Pick<Rating, 'sessionId' | 'raterId' | 'purpose' | 'submittedAt' | 'sawOthersAt'>;

export type Independent<R> = {
  /** One for each session and rater: the last that was submitted before others' ratings were seen. */
  used: R[];
  /** Left out, as sessions x raters: said beside every number. */
  leftOut: {
    /** Others' ratings were opened before submission, and no earlier version stands. */
    opened: number;
    unsubmitted: number;
    /** Agreed on together: never a judgement of its own. */
    consensus: number;
  };
};

/** @param ratings all versions, in any order */
export function independentRatings<R extends Made>(ratings: readonly R[]): Independent<R> {
  const consensus = ratings.filter(({ purpose }) => purpose === 'consensus');
  const own = ratings.filter(({ purpose }) => purpose !== 'consensus');
  const used: R[] = [];
  let opened = 0;
  let unsubmitted = 0;
  for (const versions of Map.groupBy(own, cellOf).values()) {
    const submitted = versions.filter(({ submittedAt }) => submittedAt !== null);
    const alone = submitted.filter(({ sawOthersAt }) => sawOthersAt === null);
    const last = alone.toSorted((a, b) => ((a.submittedAt ?? '') < (b.submittedAt ?? '') ? -1 : 1)).at(-1);
    if (last !== undefined) used.push(last);
    else if (submitted.length > 0) opened += 1;
    else unsubmitted += 1;
  }
  return { used, leftOut: { opened, unsubmitted, consensus: Map.groupBy(consensus, cellOf).size } };
}

const cellOf = ({ sessionId, raterId }: Pick<Made, 'sessionId' | 'raterId'>): string =>
  `${sessionId} ${raterId}`;

export type Judged = { sessionId: string; raterId: string; cell: Cell };

/** Judgements as the table all statistics take, with the ids of its rows and columns in order of appearance. */
export function tableOf(judged: readonly Judged[]): {
  sessions: string[];
  raters: string[];
  table: Cell[][];
} {
  const sessions = [...new Set(judged.map(({ sessionId }) => sessionId))];
  const raters = [...new Set(judged.map(({ raterId }) => raterId))];
  const cells = new Map(judged.map((one) => [cellOf(one), one.cell]));
  const table = sessions.map((sessionId) =>
    raters.map((raterId) => cells.get(cellOf({ sessionId, raterId })) ?? null),
  );
  return { sessions, raters, table };
}
