/** Where raters stand in a programme: pure. Days are YYYY-MM-DD. */
import type { Enrolled, TestState } from '../../preload/api';

/** A certificate that runs out within so many days is pointed out. */
const soonDays = 60;
const dayMs = 86_400_000;

/** Whole days from one day to another; negative when it lies before. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

export type CertificateState = { state: 'valid' | 'runsOut' | 'ranOut'; days: number };

/** @param today the day here; a certificate is valid on its last day as well */
export function certificateState(validUntil: string, today: string): CertificateState {
  const days = daysBetween(today, validUntil);
  return { state: days < 0 ? 'ranOut' : days <= soonDays ? 'runsOut' : 'valid', days };
}

const lastTest = ({ tests }: Pick<Enrolled, 'tests'>): TestState | undefined => tests.at(-1);

/** Whether the next attempt can be asked for; whether there are sessions for it is known where it is given. */
export function mayTakeTest(rater: Enrolled, attempts: number, today: string): boolean {
  if (rater.endedAt !== null || rater.tests.length >= attempts) return false;
  const last = lastTest(rater)?.state;
  return last === undefined || last === 'failed' || (last === 'passed' && hasRunOut(rater, today));
}

/** After the last certificate a new test can be taken. */
const hasRunOut = ({ certificate, certificateDue }: Enrolled, today: string): boolean =>
  certificate !== null &&
  !certificateDue &&
  certificateState(certificate.validUntil, today).state === 'ranOut';

export type Standing = {
  enrolled: number;
  inPractice: number;
  inTest: number;
  certified: number;
  runningOut: number;
  alarms: number;
};

/** Of those who take part still: where they are; who is in a test or has passed one is not in practice. */
export function standingOf(enrolments: readonly Enrolled[], today: string): Standing {
  const taking = enrolments.filter(({ endedAt }) => endedAt === null);
  const states = taking.flatMap(({ certificate }) =>
    certificate === null ? [] : [certificateState(certificate.validUntil, today).state],
  );
  const count = (is: (one: Enrolled) => boolean) => taking.filter(is).length;
  return {
    enrolled: taking.length,
    inPractice: count((one) => one.practice.done < one.practice.of && lastTest(one) === undefined),
    inTest: count((one) => lastTest(one)?.state === 'given'),
    certified: states.filter((state) => state !== 'ranOut').length,
    runningOut: states.filter((state) => state === 'runsOut').length,
    alarms: count(({ alarm }) => alarm),
  };
}
