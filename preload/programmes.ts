/** Training programmes: what the window may ask of them and is shown. */
import type { GivenWork } from '../db/giving.ts';
import type {
  Dimension,
  NewProgrammeSession,
  PassRules,
  Programme,
  ProgrammePart,
  ProgrammeSettings,
  Rater,
  Rating,
} from '../db/model.ts';
import type { NamedSession } from '../db/programmeSessions.ts';
import type { StandardBy } from '../db/standards.ts';
import type { Done } from './bridge.ts';
import type { AttemptResult, CohortPoint, Drift, StandardComparison } from './certification.ts';

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
  editProgramme(programme: ProgrammeSettings & { id: string }): Promise<Done>;
  /** With enrolments, results and certificates; the ratings stay. */
  removeProgramme(id: string): Promise<Done>;
  /** Sessions with locked ratings of the programme's edition that could be standards. */
  standardChoices(programmeId: string): Promise<StandardChoice[]>;
  /** Adds a session, or changes its part or standard; false once it is assigned to somebody. */
  putProgrammeSession(session: NewProgrammeSession): Promise<Done>;
  removeProgrammeSession(session: { programmeId: string; sessionId: string }): Promise<Done>;
  /** Enrols a rater, or takes one back who left, and assigns the practice sessions in a random order. */
  enrol(who: { programmeId: string; raterId: string }): Promise<Done>;
  /** Nothing of what was rated is lost. */
  endEnrolment(enrolmentId: string): Promise<Done>;
  /** Assigns the next set of test sessions in a random order. */
  giveTest(enrolmentId: string): Promise<Given>;
  /** Assigns one session for a check: a standard session, or one that another certified rater has rated. */
  giveCheck(check: { enrolmentId: string; sessionId: string; kind: 'check' | 'double' }): Promise<Given>;
  /**
   * Opens the rating of an own assignment; undefined when it is not the viewer's, or an earlier session of the same test
   * comes first.
   */
  beginWork(assignmentId: string): Promise<Rating | undefined>;
  /** Own work beside the standard, once it may be seen. */
  standardComparison(assignmentId: string): Promise<StandardComparison | Hidden | undefined>;
  attemptResult(asked: { enrolmentId: string; attempt: number }): Promise<AttemptResult | Hidden | undefined>;
  /** Of the certified raters; undefined unless the viewer leads. */
  drift(programmeId: string): Promise<Drift[] | undefined>;
  cohort(programmeId: string): Promise<CohortPoint[] | undefined>;
}
