/**
 * What a certificate says, as the text that is signed, and back: pure. The text is JSON (RFC 8259) with the fields in
 * the order below, without spaces; numbers are rounded to six decimals, and null stands for what is undefined. Only the
 * very text that these facts give is read: there is one way to write them.
 */
import { z } from 'zod';
import type { CertificateFacts } from '../../preload/api.ts';

/** As many characters as the record takes; a text beyond is not looked at. */
export const longestFacts = 100_000;

/** Names are bounded where they come from, and here against a file that somebody else has made. */
const line = z.string().max(400);
const day = z.iso.date();
const count = z.int().min(0).max(1_000_000);
const decimal = z
  .number()
  .min(-1000)
  .max(1000)
  .transform((value) => Math.round(value * 1e6) / 1e6);
const side = z.enum(['quality', 'adherence']);
const absent = z.null().transform(() => undefined);
const reason = z.enum([
  'tooFewSessions',
  'tooFewRaters',
  'noPairs',
  'noVariance',
  'noSessionVariance',
  'noResidualVariance',
  'outsideScale',
  'missingCells',
  'outOfReach',
  'notConverged',
  'degenerate',
]);
const limits = z.union([
  z.object({ lower: decimal, upper: decimal }),
  z.object({ lower: absent, upper: absent, reason }),
]);
const estimate = z.union([z.object({ value: decimal, limits }), z.object({ value: absent, reason, limits })]);
const ruleResult = z.discriminatedUnion('rule', [
  z.object({
    rule: z.literal('within1'),
    met: z.boolean(),
    percent: decimal,
    sessions: count,
    longest: count,
  }),
  z.object({ rule: z.literal('bias'), met: z.boolean(), most: decimal, bias: estimate, n: count }),
  z.object({ rule: z.literal('icc'), met: z.boolean(), least: decimal, icc: estimate, n: count }),
  z.object({ rule: z.literal('overallWithin1'), met: z.boolean(), count, of: count }),
  z.object({ rule: z.literal('fewestSessions'), met: z.boolean(), fewest: count, count }),
]);

const facts = z.object({
  form: z.literal(1),
  id: z.uuid(),
  programme: line,
  edition: line,
  rater: line,
  dimension: z.enum(['quality', 'adherence', 'both']),
  attempt: z.int().min(1).max(9),
  attempts: z.int().min(1).max(9),
  rules: z.object({
    within1: z.object({ percent: decimal, sessions: count }).nullable(),
    bias: decimal.nullable(),
    icc: decimal.nullable(),
    overallWithin1: z.boolean(),
    fewestSessions: count,
  }),
  results: z.array(ruleResult).max(5),
  sessions: z
    .array(
      z.object({
        within1: z.object({ count, of: count, share: z.union([decimal, absent]), limits }),
        bias: z.union([decimal, absent]),
        overall: z.array(z.object({ side, difference: z.union([decimal, absent]) })).max(2),
      }),
    )
    .max(1000),
  standards: z
    .array(
      z.object({
        how: z.enum(['consensus', 'oneRater']),
        names: z.array(line).max(200),
        on: day,
        sessions: count,
      }),
    )
    .max(1000),
  testedFrom: day,
  testedUntil: day,
  issuedOn: day,
  validUntil: day,
  toolVersion: line,
  dataHash: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

const absentAsNull = (_key: string, value: unknown): unknown => (value === undefined ? null : value);

/** The text that is signed. @throws what no schema of a certificate allows: that is a bug */
export function factsText(said: CertificateFacts): string {
  const read: CertificateFacts = facts.parse(JSON.parse(JSON.stringify(said, absentAsNull)));
  return JSON.stringify(read, absentAsNull);
}

/** Undefined for a text that is not what `factsText` makes of any facts. */
export function factsOf(text: string): CertificateFacts | undefined {
  if (text.length > longestFacts) return undefined;
  const { success, data } = facts.safeParse(jsonOf(text));
  return success && JSON.stringify(data, absentAsNull) === text ? data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
