/** Raters beside the standard: one rating, a test, and what follows a certificate. */
import type { Levels } from '../db/levels.ts';
import type { Rater, Rating, Score } from '../db/model.ts';
import type { NamedSession } from '../db/programmeSessions.ts';
import type { StandardBy } from '../db/standards.ts';
import type { AgreementEstimate, AgreementLimits, AgreementMoments, AgreementSide } from './agreement.ts';

/** Count of item ratings, and their share, 0 to 1; undefined without any. */
export type Within1 = { count: number; of: number; share: number | undefined; limits: AgreementLimits };

/** How one rating of a session compares with the standard, or with another rater's. */
export type SessionFigures = {
  sessionId: string;
  submittedAt: string;
  /** Of item ratings. 'No occasion' on one side only, and what the rater left out, count as further away. */
  within1: Within1;
  /** Mean of own minus standard over items that both gave a level, in points. */
  bias: number | undefined;
  /** Items that both gave a level, for each side that counts. */
  pairs: number;
  /** Only one found an occasion. */
  occasion: number;
  /** The rater gave no level and no 'no occasion', and the standard did. */
  leftOut: number;
  /** Own minus standard of the overall, for each side that counts; undefined where one is missing. */
  overall: { side: AgreementSide; difference: number | undefined }[];
};

export type RuleResult =
  | { rule: 'within1'; met: boolean; percent: number; sessions: number; longest: number }
  /** `n`: sessions. */
  | { rule: 'bias'; met: boolean; most: number; bias: AgreementEstimate; n: number }
  /** `n`: item ratings that both gave a level. */
  | { rule: 'icc'; met: boolean; least: number; icc: AgreementEstimate; n: number }
  /** Of the overalls that the standards have, for each side that counts. */
  | { rule: 'overallWithin1'; met: boolean; count: number; of: number }
  | { rule: 'fewestSessions'; met: boolean; fewest: number; count: number };

/** An item over the sessions of an attempt, for each side that counts; furthest from the standard first. */
export type ItemFigures = {
  item: number;
  side: AgreementSide;
  /** Sessions with a standard for it, and something to compare. */
  n: number;
  within1: number;
  /** Own minus standard, in points, over levels that both gave. */
  bias: number | undefined;
  occasion: number;
  /** Worth practising: most often, or furthest, away. */
  practise: boolean;
};

export type AttemptResult = {
  outcome: 'over';
  programmeId: string;
  attempt: number;
  raterName: string;
  startedAt: string;
  endedAt: string;
  passed: boolean;
  rules: RuleResult[];
  /** In the order in which they were rated. */
  sessions: (SessionFigures & { session: NamedSession; assignmentId: string })[];
  items: ItemFigures[];
};

/** A rating beside the standard, with the moments of both. */
export type StandardComparison = {
  outcome: 'open';
  programmeId: string;
  session: NamedSession;
  own: { rating: Pick<Rating, 'id' | 'raterId'>; raterName: string; levels: Levels };
  standard: StandardBy & { levels: Levels; scores: Score[]; overallNote: string };
  figures: SessionFigures;
  /** First is the own rating, second the standard. */
  moments: AgreementMoments;
};

/** A check of a certified rater: against a standard, or against another rater. */
export type DriftPoint = SessionFigures & {
  kind: 'check' | 'double';
  session: NamedSession;
  /** The other rater of a double coding. */
  otherName: string | null;
  /** Over the last five checks up to this one, or as many as there are. */
  running: { n: number; bias: number | undefined; within1: Within1; alarm: boolean };
};

export type Drift = {
  rater: Pick<Rater, 'id' | 'name'>;
  enrolmentId: string;
  /** Oldest first. */
  points: DriftPoint[];
  alarm: boolean;
  /** Beyond so many points either way, or under so many per cent, there is an alarm. */
  limits: { bias: number; percent: number };
  /** Items worth practising after the last five checks. */
  practise: ItemFigures[];
  /** Of `of` sessions rated alone since the certificate, another rated so many alone as well. */
  doubled: { sessions: number; of: number; percent: number | undefined };
  /** The day by which the next standard session is due: a quarter after the last, or after the certificate. */
  checkDue: string | null;
  /** Sessions that another could double-code, newest first, and who is free to. */
  toDouble: { session: NamedSession; raterIds: string[] }[];
  /** Standard sessions this rater has not rated. */
  toCheck: NamedSession[];
};

/** Agreement of the cohort with the standard in one quarter. */
export type CohortPoint = {
  /** The first day of the quarter. */
  from: string;
  raters: number;
  ratings: number;
  within1: Within1;
  /** Mean difference from the standard, the mean over ratings, in points. */
  bias: AgreementEstimate;
};
