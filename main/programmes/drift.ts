/** Certified raters after their certificate: how far they drift, and who is to be checked next. */
import type { Work } from '../../db/assignments.ts';
import type { Viewer } from '../../db/blinding.ts';
import type { EnrolledRater, IssuedCertificate } from '../../db/enrolments.ts';
import type { Store } from '../../db/store.ts';
import type { CohortPoint, Drift, DriftPoint, Programme } from '../../preload/api.ts';
import {
  alarmLimits,
  checkDue,
  cohortByQuarter,
  doubled,
  runningFigures,
  worthPractising,
} from '../certification/index.ts';
import type { Certified } from './certified.ts';
import { namedSession } from './named.ts';
import { isComparable, type Rated } from './rated.ts';
import { attemptsOf, isOver } from './tests.ts';

type Options = { store: Store; viewer: () => Viewer; rated: Rated; certified: Certified };
/** A rater who holds a certificate, or held one. */
type Holder = EnrolledRater & { certificate: IssuedCertificate };
type Sees = (work: Work) => boolean;

export type Drifting = ReturnType<typeof drifting>;

export function drifting({ store, viewer, rated, certified }: Options) {
  const isCheck = ({ kind }: Work) => kind === 'check' || kind === 'double';

  /** Nothing is told of sessions that the viewer is still to rate. Asked once for each answer, however many they are. */
  function seeing(): Sees {
    const sight = store.others.sights(viewer());
    return ({ sessionId }) => sight(sessionId) !== 'hidden';
  }

  const checksOf = (enrolmentId: string, sees: Sees) =>
    store.assignments.ofEnrolment(enrolmentId).filter(isCheck).filter(sees).filter(isComparable);

  function pointsOf(programme: Programme, enrolmentId: string, sees: Sees): DriftPoint[] {
    return runningFigures(
      checksOf(enrolmentId, sees).map((work) => ({
        ...rated.figures(programme, work),
        kind: work.kind === 'double' ? ('double' as const) : ('check' as const),
        session: namedSession(store, work.sessionId),
        otherName: work.kind === 'double' ? raterOf(work.standardId) : null,
      })),
    );
  }
  function raterOf(ratingId: string): string | null {
    const rating = store.ratings.find(ratingId);
    return (rating && store.raters.find(rating.raterId)?.name) ?? null;
  }

  function holdersOf(programmeId: string): Holder[] {
    return store.enrolments.ofProgramme(programmeId).flatMap((enrolment) => {
      const certificate = certified.lastCertificate(enrolment.id);
      return certificate === undefined || enrolment.endedAt !== null ? [] : [{ ...enrolment, certificate }];
    });
  }

  /** What others rated alone that another of the certified raters could rate as well, newest session first. */
  function aloneSince({ editionId }: Programme, { raterId, certificate }: Holder) {
    const rows = store.ratedAlone.byRater({ raterId, editionId, since: certificate.issuedAt });
    return rows.filter((row, at) => rows.findIndex((other) => other.sessionId === row.sessionId) === at);
  }

  /** What is looked up of everybody for each: read once. */
  function lookedUp(holders: readonly Holder[]) {
    return new Map(
      holders.map(({ id, raterId }) => [
        raterId,
        {
          isValid: certified.validCertificate(id) !== undefined,
          asked: new Set(store.assignments.ofEnrolment(id).map(({ sessionId }) => sessionId)),
          known: store.assignments.knownTo(raterId),
        },
      ]),
    );
  }

  function driftOf(
    programme: Programme,
    holder: Holder,
    holders: readonly Holder[],
    known: ReturnType<typeof lookedUp>,
    sees: Sees,
  ): Drift {
    const others = holders.filter(({ raterId }) => raterId !== holder.raterId);
    const valid = others.filter(({ raterId }) => known.get(raterId)?.isValid);
    const otherIds = new Set(others.map(({ raterId }) => raterId));
    const points = pointsOf(programme, holder.id, sees);
    const alone = aloneSince(programme, holder);
    const { editionId } = programme;
    const isDoubled = (sessionId: string) =>
      store.ratedAlone.ofSession({ sessionId, editionId }).some(({ raterId }) => otherIds.has(raterId));
    const twice = new Set(alone.map(({ sessionId }) => sessionId).filter(isDoubled));
    const isAsked = (sessionId: string) =>
      others.some(({ raterId }) => known.get(raterId)?.asked.has(sessionId));
    return {
      rater: { id: holder.raterId, name: holder.raterName },
      enrolmentId: holder.id,
      points,
      alarm: points.at(-1)?.running.alarm ?? false,
      limits: alarmLimits,
      practise: worthPractising(checksOf(holder.id, sees).map(rated.against), rated.countingOf(programme)),
      doubled: doubled(
        alone.map(({ sessionId }) => sessionId),
        twice,
      ),
      checkDue:
        certified.validCertificate(holder.id) === undefined
          ? null
          : checkDue(holder.certificate.issuedAt, points),
      toDouble: alone
        .filter(({ sessionId }) => !twice.has(sessionId) && !isAsked(sessionId))
        .map(({ sessionId }) => ({
          session: namedSession(store, sessionId),
          raterIds: valid
            .map(({ raterId }) => raterId)
            .filter((raterId) => !known.get(raterId)?.known.has(sessionId)),
        }))
        .filter(({ raterIds }) => raterIds.length > 0),
      toCheck: store.programmeSessions
        .ofProgramme(programme.id)
        .filter(({ standardId }) => standardId !== null)
        .filter(({ sessionId }) => !known.get(holder.raterId)?.known.has(sessionId))
        .toSorted((a, b) => Number(b.part === 'check') - Number(a.part === 'check'))
        .map(({ sessionId }) => namedSession(store, sessionId)),
    };
  }

  return {
    /** Tells of each enrolment in a programme whether its rater drifts too far. */
    alarming(programme: Programme): (enrolmentId: string) => boolean {
      const sees = seeing();
      return (enrolmentId) => pointsOf(programme, enrolmentId, sees).at(-1)?.running.alarm ?? false;
    },

    /** Of who holds a certificate, or held one, in order of name. */
    ofProgramme(programme: Programme): Drift[] {
      const holders = holdersOf(programme.id);
      const [known, sees] = [lookedUp(holders), seeing()];
      return holders.map((holder) => driftOf(programme, holder, holders, known, sees));
    },

    /** The rating that a double coding of a session is compared with: another certified rater's, the earliest. */
    toCompareWith(programme: Programme, sessionId: string, raterId: string): string | undefined {
      return holdersOf(programme.id)
        .filter((holder) => holder.raterId !== raterId)
        .flatMap((holder) => aloneSince(programme, holder))
        .filter((alone) => alone.sessionId === sessionId)
        .toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1))
        .at(0)?.ratingId;
    },

    /** Every rating that is compared with a standard, by the quarter in which it was submitted. */
    cohort(programme: Programme): CohortPoint[] {
      const sees = seeing();
      return cohortByQuarter(
        store.enrolments.ofProgramme(programme.id).flatMap(({ id, raterId }) => {
          const work = store.assignments.ofEnrolment(id);
          const open = new Set(
            attemptsOf(work)
              .filter((attempt) => !isOver(attempt))
              .map(({ attempt }) => attempt),
          );
          return work
            .filter(sees)
            .filter(({ kind, attempt }) => kind !== 'double' && (attempt === null || !open.has(attempt)))
            .filter(isComparable)
            .map((one) => ({ raterId, figures: rated.figures(programme, one) }));
        }),
      );
    },
  };
}
