/** What a certificate says of an attempt that was passed: pure. */
import { createHash } from 'node:crypto';
import type { Levels } from '../../db/levels.ts';
import type {
  AgreementEstimate,
  AgreementLimits,
  AttemptResult,
  CertificateFacts,
  Programme,
  RuleResult,
  StandardBy,
} from '../../preload/api.ts';
import { dayOf, monthsLater } from '../days.ts';

type Rated = { ratingId: string; levels: Levels };

/** A test session with what it was rated by, and what that was compared with. */
export type TestedSession = {
  sessionId: string;
  own: Rated;
  standard: Rated & Pick<StandardBy, 'how' | 'names' | 'at'>;
};

export type PassedAttempt = {
  programme: Pick<Programme, 'name' | 'dimension' | 'rules' | 'attempts' | 'validMonths'>;
  editionName: string;
  result: AttemptResult;
  /** In the order of the result's sessions. */
  tested: readonly TestedSession[];
};

export type Issuing = {
  id: string;
  issuedAt: Date;
  /** Of the library. */
  publicKey: Uint8Array;
  toolVersion: string;
};

/** Days are those of the machine's calendar: issued today, valid until the same day so many months later. */
export function certified(
  { programme, editionName, result, tested }: PassedAttempt,
  { id, issuedAt, publicKey, toolVersion }: Issuing,
): CertificateFacts {
  const issuedOn = dayOf(issuedAt);
  return {
    form: 1,
    id,
    programme: programme.name,
    edition: editionName,
    rater: result.raterName,
    dimension: programme.dimension,
    attempt: result.attempt,
    attempts: programme.attempts,
    rules: programme.rules,
    results: result.rules.map(boundedResult),
    sessions: result.sessions.map(({ within1, bias, overall }) => ({
      within1: { ...within1, limits: bounded(within1.limits) },
      bias,
      overall,
    })),
    standards: standardsOf(tested),
    testedFrom: dayOf(new Date(result.startedAt)),
    testedUntil: dayOf(new Date(result.endedAt)),
    issuedOn,
    validUntil: monthsLater(issuedOn, programme.validMonths),
    toolVersion,
    dataHash: dataHash(tested),
    key: Buffer.from(publicKey).toString('base64url'),
  };
}

/**
 * SHA-256 (FIPS 180-4), in hexadecimal, over the UTF-8 JSON (RFC 8259, without spaces) of a list with an object for each
 * session, in the order in which they were rated:
 * `{"session":ID,"rating":RATED,"standard":RATED}`, where RATED is
 * `{"id":ID,"quality":[…],"adherence":[…],"noOccasion":[…]}`. The levels are those of the overall and of items 1 to 19,
 * in that order, with null for none; items without occasion by their numbers, in order. Neither notes nor names are in
 * it: whoever has the record can compute it again, and nobody else learns anything from it.
 */
export const dataHash = (tested: readonly TestedSession[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        tested.map(({ sessionId, own, standard }) => ({
          session: sessionId,
          rating: ratedIn(own),
          standard: ratedIn(standard),
        })),
      ),
    )
    .digest('hex');

const ratedIn = ({ ratingId, levels: { quality, adherence, noOccasion } }: Rated) => ({
  id: ratingId,
  quality,
  adherence,
  noOccasion,
});

/** Standards that the same people set on the same day in the same way are told as one; the earliest day first. */
function standardsOf(tested: readonly TestedSession[]): CertificateFacts['standards'] {
  const each = tested.map(({ standard: { how, names, at } }) => ({ how, names, on: dayOf(new Date(at)) }));
  return [...Map.groupBy(each, (one) => JSON.stringify([one.on, one.how, one.names])).values()]
    .flatMap((same) => same.slice(0, 1).map((one) => ({ ...one, sessions: same.length })))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function boundedResult(result: RuleResult): RuleResult {
  if (result.rule === 'bias') return { ...result, bias: boundedEstimate(result.bias) };
  return result.rule === 'icc' ? { ...result, icc: boundedEstimate(result.icc) } : result;
}

const boundedEstimate = (estimate: AgreementEstimate): AgreementEstimate => ({
  ...estimate,
  limits: bounded(estimate.limits),
});

/** What JSON cannot hold, or nobody would read, is no limit. */
const bounded = (limits: AgreementLimits): AgreementLimits =>
  limits.lower !== undefined && ![limits.lower, limits.upper].every((limit) => Math.abs(limit) <= 1000)
    ? { lower: undefined, upper: undefined, reason: 'outOfReach' }
    : limits;
