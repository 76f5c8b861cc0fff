/** Programmes and who is where in them, as lists and the overview show it. */
import type { ListedWork } from '../../db/assignments.ts';
import type { Viewer } from '../../db/blinding.ts';
import type { EnrolledRater } from '../../db/enrolments.ts';
import type { PutSession } from '../../db/programmeSessions.ts';
import type { Store } from '../../db/store.ts';
import type {
  Enrolled,
  Programme,
  ProgrammeRow,
  ProgrammeSession,
  ProgrammeView,
  WorkItem,
} from '../../preload/api.ts';
import type { Access } from './access.ts';
import type { Certified } from './certified.ts';
import type { Drifting } from './drift.ts';
import type { Rated } from './rated.ts';
import { attemptsOf, testStateOf } from './tests.ts';

type Options = {
  store: Store;
  viewer: () => Viewer;
  access: Access;
  rated: Rated;
  certified: Certified;
  drifting: Pick<Drifting, 'alarming'>;
};

export function overview({ store, viewer, access, rated, certified, drifting }: Options) {
  function enrolled(
    programme: Programme,
    enrolment: EnrolledRater,
    isAlarming: (enrolmentId: string) => boolean,
  ): Enrolled {
    const { id, raterId, raterName, raterKind, enrolledAt, endedAt } = enrolment;
    const work = store.assignments.ofEnrolment(id);
    const practice = work.filter(({ kind }) => kind === 'practice');
    const checks = work.filter(({ kind }) => kind === 'check' || kind === 'double');
    const checkedAt = checks.flatMap(({ submittedAt }) => submittedAt ?? []).toSorted();
    const tests = attemptsOf(work).map((attempt) =>
      testStateOf(attempt, (over) => rated.isPassed(programme, over)),
    );
    const certificate = certified.lastCertificate(id);
    const last = tests.at(-1);
    return {
      enrolmentId: id,
      rater: { id: raterId, name: raterName, kind: raterKind },
      enrolledAt,
      endedAt,
      practice: { done: practice.filter(isDone).length, of: practice.length },
      tests,
      certificate: certificate
        ? { id: certificate.id, issuedAt: certificate.issuedAt, validUntil: certificate.validUntil }
        : null,
      certificateDue: last?.state === 'passed' && certificate?.attempt !== last.attempt,
      checks: { given: checks.length, done: checkedAt.length, lastAt: checkedAt.at(-1) ?? null },
      alarm: isAlarming(id),
    };
  }

  function sessionOf(put: PutSession, kept: ReadonlySet<string>): ProgrammeSession {
    const { sessionId, date, number, groupId, part, testSet, standardId, hasRecording, assigned } = put;
    const standard = standardId === null ? undefined : store.standards.find(standardId);
    // Who set a standard is told to nobody who is still to be compared with it.
    const shown = standard && kept.has(sessionId) ? { ...standard, names: [] } : standard;
    return {
      session: { id: sessionId, date, number, groupId },
      part,
      testSet,
      standard: shown ?? null,
      hasRecording,
      assigned,
    };
  }

  return {
    rows: (): ProgrammeRow[] =>
      store.programmes.all().map(({ id, name }) => {
        const sessions = store.programmeSessions.ofProgramme(id);
        const active = store.enrolments.ofProgramme(id).filter(({ endedAt }) => endedAt === null);
        return {
          id,
          name,
          role: access.roleIn(id),
          practice: sessions.filter(({ part }) => part === 'practice').length,
          test: sessions.filter(({ part }) => part === 'test').length,
          enrolled: active.length,
          certified: active.filter((one) => certified.validCertificate(one.id) !== undefined).length,
        };
      }),

    view(id: string): ProgrammeView | undefined {
      const programme = store.programmes.find(id);
      const role = access.roleIn(id);
      if (programme === undefined || role === 'none') return undefined;
      const who = viewer();
      const kept = store.blindWork.of(who);
      const isAlarming = drifting.alarming(programme);
      return {
        programme,
        role,
        editionName: store.editions.find(programme.editionId)?.name ?? '',
        testsGiven: store.programmes.testsGiven(id),
        sessions:
          role === 'leads' ? store.programmeSessions.ofProgramme(id).map((put) => sessionOf(put, kept)) : [],
        enrolments: store.enrolments
          .ofProgramme(id)
          .filter(({ raterId }) => role === 'leads' || raterId === who?.id)
          .map((one) => enrolled(programme, one, isAlarming)),
      };
    },

    /** What is left of an enrolment that has ended is nobody's work any more. */
    work(): WorkItem[] {
      const who = viewer();
      const all = who === undefined ? [] : store.assignments.ofRater(who.id);
      return all.filter((one) => !one.ended || one.submittedAt !== null).map((one) => itemOf(one, all));
    },
  };
}

const isDone = ({ submittedAt }: { submittedAt: string | null }): boolean => submittedAt !== null;

function itemOf(work: ListedWork, all: readonly ListedWork[]): WorkItem {
  const { enrolmentId, sessionId, kind, attempt, date, number, groupId } = work;
  const test = all.filter((one) => one.enrolmentId === enrolmentId && one.attempt === attempt);
  const comparable =
    work.standardId !== null && (kind === 'practice' ? isDone(work) : kind === 'test' && test.every(isDone));
  return {
    assignmentId: work.id,
    programmeId: work.programmeId,
    programmeName: work.programmeName,
    kind: kind === 'double' ? 'check' : kind,
    attempt,
    position: work.position,
    session: { id: sessionId, date, number, groupId },
    hasRecording: work.hasRecording,
    ratingId: work.ratingId,
    itemsDone: work.itemsDone,
    submittedAt: work.submittedAt,
    comparable,
  };
}
