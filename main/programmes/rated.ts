/** What was rated for a programme, beside what it is compared with. */
import type { Work } from '../../db/assignments.ts';
import type { Store } from '../../db/store.ts';
import type { Programme, RuleResult, SessionFigures } from '../../preload/api.ts';
import {
  allMet,
  type Counting,
  type RatedAgainst,
  ruleResults,
  sessionFigures,
} from '../certification/index.ts';
import type { Attempt } from './tests.ts';

/** Work that is submitted and has something to be compared with. */
export type Comparable = Work & { ratingId: string; submittedAt: string; standardId: string };

export const isComparable = (work: Work): work is Comparable =>
  work.ratingId !== null && work.submittedAt !== null && work.standardId !== null;

export type Rated = ReturnType<typeof rated>;

export function rated(store: Pick<Store, 'agreement' | 'editions'>) {
  const countingOf = ({ editionId, dimension }: Programme): Counting => {
    const items = store.editions.find(editionId)?.items ?? [];
    return {
      dimension,
      adherenceItems: new Set(items.filter((one) => one.takesAdherence).map(({ item }) => item)),
    };
  };
  const against = ({ sessionId, submittedAt, ratingId, standardId }: Comparable): RatedAgainst => ({
    sessionId,
    submittedAt,
    own: store.agreement.levels(ratingId),
    standard: store.agreement.levels(standardId),
  });
  const rulesOf = (programme: Programme, { sessions }: Attempt): RuleResult[] =>
    ruleResults(sessions.filter(isComparable).map(against), programme.rules, countingOf(programme));

  return {
    countingOf,
    against,
    rulesOf,
    figures: (programme: Programme, work: Comparable): SessionFigures =>
      sessionFigures(against(work), countingOf(programme)),
    /** Of an attempt that is over. */
    isPassed: (programme: Programme, attempt: Attempt): boolean => allMet(rulesOf(programme, attempt)),
  };
}
