/** How far enrolled raters are: tests, certificates, checks. */
import type { IssuedCertificate } from '../../db/enrolments.ts';
import type { Store } from '../../db/store.ts';
import type { Programme } from '../../preload/api.ts';
import { dayOf } from '../days.ts';
import type { Rated } from './rated.ts';
import { type Attempt, attemptsOf, isOver } from './tests.ts';

type Options = { store: Pick<Store, 'assignments' | 'enrolments'>; rated: Rated; now: () => Date };

export type Certified = ReturnType<typeof certified>;

export function certified({ store, rated, now }: Options) {
  const isValid = ({ validUntil }: IssuedCertificate): boolean => validUntil >= dayOf(now());
  const lastCertificate = (enrolmentId: string): IssuedCertificate | undefined =>
    store.enrolments.certificates(enrolmentId).at(-1);

  /** The last attempt, when it is over and passed. */
  function passedAttempt(programme: Programme, enrolmentId: string): Attempt | undefined {
    const last = attemptsOf(store.assignments.ofEnrolment(enrolmentId)).at(-1);
    return last !== undefined && isOver(last) && rated.isPassed(programme, last) ? last : undefined;
  }

  return {
    lastCertificate,
    passedAttempt,
    /** Undefined when no certificate is valid today. */
    validCertificate: (enrolmentId: string): IssuedCertificate | undefined =>
      store.enrolments.certificates(enrolmentId).findLast(isValid),

    /** Whether there is no need of another test: the last one was passed, and its certificate has not run out. */
    needsNone(programme: Programme, enrolmentId: string): boolean {
      const attempt = passedAttempt(programme, enrolmentId);
      if (attempt === undefined) return false;
      const own = store.enrolments.certificates(enrolmentId).find((one) => one.attempt === attempt.attempt);
      return own === undefined || isValid(own);
    },
  };
}
