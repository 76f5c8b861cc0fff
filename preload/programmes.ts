/** Training programmes: what the window may ask of them and is shown. */
import type { GivenWork } from '../db/giving.ts';
import type { Levels } from '../db/levels.ts';
import type {
  Dimension,
  NewProgrammeSession,
  PassRules,
  Programme,
  ProgrammePart,
  ProgrammeSettings,
  Rater,
  Rating,
  Score,
} from '../db/model.ts';
import type { NamedSession } from '../db/programmeSessions.ts';
import type { StandardBy } from '../db/standards.ts';
import type { AgreementEstimate, AgreementLimits, AgreementMoments, AgreementSide } from './agreement.ts';

export type { Dimension, PassRules, Programme, ProgrammePart, ProgrammeSettings, StandardBy };

export type ProgrammeSession = {
  session: NamedSession;
  part: ProgrammePart;
  /** Of a test session: for which attempt, 1 to 9. */
  testSet: number | null;
  standard: StandardBy | null;
  hasRecording: boolean;
  /** How many raters have it to rate, or have rated it for the programme. */
  assigned: number;
};

/** A session that has ratings which could be its standard. */
export type StandardChoice = { session: NamedSession; ratings: (StandardBy & { editionId: string })[] };

/**
 * What the viewer is in a programme. `leads`: sees and changes all of it: a supervisor or expert with no work in it
 * that is not done. `rates`: is enrolled, and sees the own work and results. `none`: sees that it is there.
 */
export type ProgrammeRole = 'leads' | 'rates' | 'none';

export type ProgrammeRow = Pick<Programme, 'id' | 'name'> & {
  role: ProgrammeRole;
  practice: number;
  test: number;
  enrolled: number;
  certified: number;
};

/** One thing to rate, in the order that was drawn for this rater. */
export type WorkItem = {
  assignmentId: string;
  programmeId: string;
  programmeName: string;
  /** `check` also for a double coding: the rater is not told which it is. */
  kind: 'practice' | 'test' | 'check';
  attempt: number | null;
  position: number;
  session: NamedSession;
  hasRecording: boolean;
  ratingId: string | null;
  itemsDone: number;
  submittedAt: string | null;
  /** Practice that is submitted can be compared; a test once all of it is. */
  comparable: boolean;
};

export type TestState =
  /** `given`: so many of so many sessions are submitted. */
  | { attempt: number; state: 'given'; done: number; of: number; givenAt: string }
  | { attempt: number; state: 'passed' | 'failed'; done: number; of: number; endedAt: string };

export type Enrolled = {
  enrolmentId: string;
  rater: Pick<Rater, 'id' | 'name' | 'kind'>;
  enrolledAt: string;
  endedAt: string | null;
  practice: { done: number; of: number };
  /** In order of attempt. */
  tests: TestState[];
  /** The last certificate. */
  certificate: { id: string; issuedAt: string; validUntil: string } | null;
  /** Passed, and no certificate was issued for it. */
  certificateDue: boolean;
  checks: { given: number; done: number; lastAt: string | null };
  alarm: boolean;
};

export type ProgrammeView = {
  programme: Programme;
  role: ProgrammeRole;
  editionName: string;
  /** Rules and sets stay as they are once a test was given. */
  testsGiven: boolean;
  /** Empty unless the viewer leads. */
  sessions: ProgrammeSession[];
  /** All for who leads, the own for who rates. */
  enrolments: Enrolled[];
};

/** What was given, or why nothing was: nothing was changed then. */
export type Given = GivenWork | { outcome: 'notYours' };

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

type Hidden = { outcome: 'hidden' };

export interface ProgrammesApi {
  programmes(): Promise<ProgrammeRow[]>;
  /** What the viewer is to rate, over all programmes, in order; also what is done. */
  work(): Promise<WorkItem[]>;
  /** Undefined when there is none, or it is not the viewer's to see. */
  programme(id: string): Promise<ProgrammeView | undefined>;
  /** Undefined when nobody who could lead it sits there. */
  addProgramme(settings: ProgrammeSettings): Promise<Programme | undefined>;
  /** False when the viewer does not lead it, or rules would change after a test was given. */
  editProgramme(programme: ProgrammeSettings & { id: string }): Promise<{ done: boolean }>;
  /** With enrolments, results and certificates; the ratings stay. */
  removeProgramme(id: string): Promise<{ done: boolean }>;
  /** Sessions with locked ratings of the programme's edition that could be standards. */
  standardChoices(programmeId: string): Promise<StandardChoice[]>;
  /** Adds a session, or changes its part or standard; false once it is assigned to somebody. */
  putProgrammeSession(session: NewProgrammeSession): Promise<{ done: boolean }>;
  removeProgrammeSession(session: { programmeId: string; sessionId: string }): Promise<{ done: boolean }>;
  /** Enrols a rater, or takes one back who left, and assigns the practice sessions in a random order. */
  enrol(who: { programmeId: string; raterId: string }): Promise<{ done: boolean }>;
  /** Nothing of what was rated is lost. */
  endEnrolment(enrolmentId: string): Promise<{ done: boolean }>;
  /** Assigns the next set of test sessions in a random order. */
  giveTest(enrolmentId: string): Promise<Given>;
  /** Assigns one session for a check: a standard session, or one that another certified rater has rated. */
  giveCheck(check: { enrolmentId: string; sessionId: string; kind: 'check' | 'double' }): Promise<Given>;
  /** Opens the rating of an own assignment; undefined when it is not the viewer's. */
  beginWork(assignmentId: string): Promise<Rating | undefined>;
  /** Own work beside the standard, once it may be seen. */
  standardComparison(assignmentId: string): Promise<StandardComparison | Hidden | undefined>;
  attemptResult(asked: { enrolmentId: string; attempt: number }): Promise<AttemptResult | Hidden | undefined>;
  /** Of the certified raters; undefined unless the viewer leads. */
  drift(programmeId: string): Promise<Drift[] | undefined>;
  cohort(programmeId: string): Promise<CohortPoint[] | undefined>;
}
