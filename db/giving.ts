/** What is given to whom to rate. Nobody is given a session that they know: others' ratings of it may have been seen. */
import type { Assignments, ToRate } from './assignments.ts';
import type { Enrolment, Enrolments } from './enrolments.ts';
import type { NewProgrammeSession } from './model.ts';
import type { Db } from './open.ts';
import type { ProgrammeSessions } from './programmeSessions.ts';
import type { Programmes } from './programmes.ts';
import { shuffled } from './shuffled.ts';

/** Why nothing was given: nothing was changed then. */
type NotGiven = 'ended' | 'underWay' | 'passed' | 'noAttempts' | 'noSessions' | 'noStandard' | 'known';
export type GivenWork = { outcome: 'given'; sessions: number; leftOut: number } | { outcome: NotGiven };

type Parts = {
  programmes: Programmes;
  sessions: ProgrammeSessions;
  enrolments: Enrolments;
  assignments: Assignments;
};

export function giving(db: Db, { programmes, sessions, enrolments, assignments }: Parts) {
  const isNew = ({ raterId }: Enrolment, { sessionId }: ToRate) => !assignments.isKnown(raterId, sessionId);

  function give(
    enrolment: Enrolment,
    what: Parameters<Assignments['add']>[1],
    some: readonly ToRate[],
  ): GivenWork {
    const unknown = some.filter((one) => isNew(enrolment, one));
    if (unknown.length === 0) return { outcome: 'known' };
    assignments.add(enrolment.id, what, shuffled(unknown));
    return { outcome: 'given', sessions: unknown.length, leftOut: some.length - unknown.length };
  }

  const practiceOf = (programmeId: string): ToRate[] =>
    sessions
      .ofProgramme(programmeId)
      .filter(({ part }) => part === 'practice')
      .flatMap(withStandard);
  const givePractice = (enrolment: Enrolment) =>
    give(enrolment, { kind: 'practice', attempt: null }, practiceOf(enrolment.programmeId));

  return {
    /** Enrols a rater, or takes one back, with all practice that is new to the rater; false when enrolled already. */
    enrol: db.transaction((who: Pick<Enrolment, 'programmeId' | 'raterId'>): boolean => {
      const enrolment = enrolments.enrol(who);
      if (enrolment === undefined) return false;
      givePractice(enrolment);
      return true;
    }),

    /** Puts a session into a programme, and gives practice that can be compared to everybody who is enrolled. */
    put: db.transaction((put: NewProgrammeSession): boolean => {
      if (!sessions.put(put)) return false;
      if (put.part === 'practice') {
        for (const enrolment of enrolments.ofProgramme(put.programmeId)) {
          if (enrolment.endedAt === null) givePractice(enrolment);
        }
      }
      return true;
    }),

    /**
     * Gives the next set of test sessions; undefined when there is no such enrolment.
     * @param passed whether the last test was passed, and there is no need of another
     */
    test: db.transaction((enrolmentId: string, passed: boolean): GivenWork | undefined => {
      const enrolment = enrolments.find(enrolmentId);
      const programme = enrolment && programmes.find(enrolment.programmeId);
      if (enrolment === undefined || programme === undefined) return undefined;
      if (enrolment.endedAt !== null) return { outcome: 'ended' };
      const tests = assignments.ofEnrolment(enrolmentId).filter(({ kind }) => kind === 'test');
      if (tests.some(({ submittedAt }) => submittedAt === null)) return { outcome: 'underWay' };
      if (passed) return { outcome: 'passed' };
      // A certificate stays when the sessions of its test are deleted, and is of no later one.
      const taken = [...tests, ...enrolments.certificates(enrolmentId)].map((one) => one.attempt ?? 0);
      const attempt = Math.max(0, ...taken) + 1;
      if (attempt > programme.attempts) return { outcome: 'noAttempts' };
      const set = sessions.ofProgramme(programme.id).filter(({ testSet }) => testSet === attempt);
      if (set.length === 0) return { outcome: 'noSessions' };
      const asked = set.flatMap(withStandard);
      if (asked.length < set.length) return { outcome: 'noStandard' };
      return give(enrolment, { kind: 'test', attempt }, asked);
    }),

    /** Gives one session for a check; undefined when there is no such enrolment. */
    check: db.transaction(
      (enrolmentId: string, kind: 'check' | 'double', session: ToRate): GivenWork | undefined => {
        const enrolment = enrolments.find(enrolmentId);
        if (enrolment === undefined) return undefined;
        if (enrolment.endedAt !== null) return { outcome: 'ended' };
        return give(enrolment, { kind, attempt: null }, [session]);
      },
    ),
  };
}

const withStandard = ({
  sessionId,
  standardId,
}: {
  sessionId: string;
  standardId: string | null;
}): ToRate[] => (standardId === null ? [] : [{ sessionId, standardId }]);
