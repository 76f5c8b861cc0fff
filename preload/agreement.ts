/** Agreement between raters, as the window asks for it and is shown it. */

import type { Mark, Purpose, Rater, Session } from '../db/model.ts';
import type { Found } from './bridge.ts';

/** Which sessions and raters are compared. What is null is not narrowed. */
export type AgreementScope = {
  /** The first and the last day, YYYY-MM-DD. */
  from: string | null;
  to: string | null;
  groupId: string | null;
  /** Only what belongs to this programme, or is rated for it. */
  programmeId: string | null;
  /** Only these sessions. */
  sessionIds: string[] | null;
  /** Only these raters; null for all but therapists who rate their own work. */
  raterIds: string[] | null;
  /** Null for the edition that most ratings follow. Editions are never joined. */
  edition: string | null;
};

/** A session that two or more of the chosen raters rated on their own. */
export type AgreementSession = Pick<Session, 'id' | 'date' | 'number' | 'groupId'> & { raterIds: string[] };
export type AgreementRater = Pick<Rater, 'id' | 'name' | 'kind'> & {
  /** How many sessions of the period and group they rated on their own. */
  sessions: number;
};

/** What is not compared, and why. Ratings count once for a rater of a session, whatever their versions. */
export type AgreementLeftOut = {
  /** Others' ratings were opened before submission. */
  opened: number;
  unsubmitted: number;
  consensus: number;
  /** They follow another edition of the scale. */
  otherEditions: number;
  /** Compared in the version from before others' ratings were seen; a later one is left out. */
  earlierVersion: number;
  /** Sessions that the viewer is rating, or may not see yet. */
  withheldSessions: number;
  /** Sessions of which only one rating is left. */
  oneRating: number;
};

export type AgreementBasis = {
  /** What the period, group, edition and raters leave; the chosen sessions are among them. */
  sessions: AgreementSession[];
  /** Of those, what is compared. */
  compared: { sessions: number; raterIds: string[]; ratings: number };
  raters: AgreementRater[];
  edition: { id: string; name: string } | undefined;
  /** The one with the most ratings first. */
  editions: { id: string; name: string; ratings: number }[];
  /** Groups with sessions that two or more have rated. */
  groupIds: string[];
  leftOut: AgreementLeftOut;
};

/** Why there is no number. */
export type AgreementReason =
  | 'tooFewSessions'
  | 'tooFewRaters'
  | 'noPairs'
  | 'noVariance'
  | 'noSessionVariance'
  | 'noResidualVariance'
  | 'outsideScale'
  | 'missingCells'
  | 'outOfReach'
  | 'notConverged'
  | 'degenerate';
type NoValue = { value: undefined; reason: AgreementReason };
export type AgreementValue = { value: number } | NoValue;
export type AgreementLimits =
  | { lower: number; upper: number }
  | { lower: undefined; upper: undefined; reason: AgreementReason };
/** With its 95 % interval. */
export type AgreementEstimate = AgreementValue & { limits: AgreementLimits };
type AgreementShare = AgreementValue & { count: number; of: number };

export type AgreementSide = 'quality' | 'adherence';
/** An item by its number, the overall as 0, or the mean over the items that a rater gave a level. */
export type AgreementMeasure = number | 'mean';
export type IccName = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)';
type KooLiBand = 'poor' | 'moderate' | 'good' | 'excellent';

/** One of the six intraclass correlations. */
export type AgreementIcc = AgreementEstimate & {
  mcGrawWong: 'ICC(1)' | 'ICC(A,1)' | 'ICC(C,1)' | 'ICC(k)' | 'ICC(A,k)' | 'ICC(C,k)';
  /** How many ratings the score is the mean of; a fraction where cells are missing. */
  raters: number;
  /** By the interval (Koo & Li 2016); undefined without one. */
  kooLi: { from: KooLiBand; to: KooLiBand } | undefined;
  /** By the number itself (Cicchetti 1994). */
  cicchetti: 'poor' | 'fair' | 'good' | 'excellent' | undefined;
};

/** How one rater of some sessions differs from the others of the same sessions, in scale points. */
export type AgreementSeverity = { raterId: string; n: number; difference: AgreementEstimate };

/** What a mean of so many raters would be worth. */
export type AgreementStep = {
  raters: number;
  /** Is the score itself right, whoever rates? */
  absolute: AgreementEstimate;
  /** Are the sessions in the right order? */
  relative: AgreementEstimate;
};

/** One score of the scale over the compared sessions. */
export type AgreementRow = {
  measure: AgreementMeasure;
  side: AgreementSide;
  /** Sessions with two ratings or more of this score. */
  n: number;
  /** Raters with any rating of it. */
  k: number;
  /** Cells of sessions by raters without a rating. */
  missing: number;
  ratersPerSession: number;
  /** Sessions that one rater alone gave a level. */
  oneRaterSessions: number;
  method: 'anova' | 'reml';
  limitsBy: 'exact' | 'approximate';
  iccs: Record<IccName, AgreementIcc>;
  components:
    | {
        value: { session: number; rater: number; residual: number };
        setToZero: readonly ('session' | 'rater')[];
      }
    | NoValue;
  exact: AgreementShare & { limits: AgreementLimits };
  within1: AgreementShare & { limits: AgreementLimits };
  mean: AgreementValue;
  sd: AgreementEstimate;
  /** So little spread that an intraclass correlation says little about the raters. */
  smallSpread: boolean;
  ac2: AgreementEstimate;
  /** Of ICC(A,1), by resampling sessions; only for a complete table. */
  resampledIcc: AgreementLimits;
  /** Each rater against the others; in the order of the table's raters. */
  severities: AgreementSeverity[];
  /** The rater who is furthest from the others, clearly if anybody is; of two raters the one who rates higher. */
  bias: AgreementSeverity | undefined;
  occasion: {
    bothRated: number;
    bothNoOccasion: number;
    /** Pairs in which one found no occasion, and the other rated. */
    different: number;
    agreement: AgreementShare & { limits: AgreementLimits };
    ac1: AgreementEstimate;
    /** The sessions of these pairs. */
    sessions: { sessionId: string; noOccasion: string[]; rated: string[] }[];
  };
  steps: AgreementStep[];
};

export type AgreementTable = {
  outcome: 'done';
  /** Samples of the bootstrap, and the seed they can be drawn again with. */
  samples: number;
  seed: number;
  sessions: number;
  raters: Pick<AgreementRater, 'id' | 'name'>[];
  /** Of each side the mean over items, the overall, and the 19 items. */
  rows: AgreementRow[];
};

/** Two raters, one score. */
export type AgreementPair = {
  n: number;
  /** Sessions that only one of them gave a level. */
  missing: number;
  /** Of those, one found no occasion and the other rated. */
  noOccasion: number;
  points: { sessionId: string; mean: number; difference: number }[];
  /** First minus second, in scale points. */
  bias: AgreementEstimate;
  sd: AgreementValue;
  /** Between which about 95 % of the differences lie. */
  lower: AgreementEstimate;
  upper: AgreementEstimate;
  exact: AgreementShare;
  within1: AgreementShare;
};

type MarkedBy = { raterId: string; raterName: string; purpose: Purpose };
type MarkPair = {
  first: Mark;
  second: Mark;
  /** Start of the second after the first; negative: before. */
  laterMs: number;
};

/** Which marks of two raters are the same moment. */
export type AgreementMoments = {
  first: MarkedBy;
  second: MarkedBy;
  both: MarkPair[];
  otherItem: MarkPair[];
  onlyFirst: Mark[];
  onlySecond: Mark[];
  /** Of all moments that either marked, what both did with the same item. */
  agreement: AgreementValue;
  f1: AgreementValue;
  f1AnyItem: AgreementValue;
  /** Beyond chance: with 'no match' as a category, and of the matched alone. */
  kappa: AgreementValue;
  kappaOfMatched: AgreementValue;
  /** Over stretches of so many milliseconds, marked or not. */
  timeUnits: { kappa: AgreementValue; units: number; unitMs: number };
};

/** How far a run is: samples drawn, of all. */
export type AgreementProgress = { runId: string; done: number; of: number };

/** How far raters agree. */
export interface AgreementApi {
  /** Which sessions and raters a choice leaves to compare, and what is left out. */
  agreementBasis(scope: AgreementScope): Promise<AgreementBasis>;
  /**
   * How far raters agree, over every score; seconds of work, told by `agreementProgress` and ended by
   * `cancelAgreement`. `runId` is a UUID of the window's own.
   */
  agreement(request: {
    runId: string;
    scope: AgreementScope;
  }): Promise<AgreementTable | { outcome: 'cancelled' }>;
  cancelAgreement(runId: string): Promise<Found>;
  /** Two raters on one score, session by session. */
  agreementPair(request: {
    scope: AgreementScope;
    measure: AgreementMeasure;
    side: AgreementSide;
    first: string;
    second: string;
  }): Promise<AgreementPair>;
  /** Which marks of two raters of a session are the same moment; undefined when it has no such ratings. */
  agreementMoments(request: {
    sessionId: string;
    first: string;
    second: string;
    edition: string | null;
    /** How far apart two moments may be, 0 to 600,000. */
    toleranceMs: number;
  }): Promise<AgreementMoments | undefined>;
}
