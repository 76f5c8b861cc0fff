import { meanSquares } from './anova.ts';
import type { ScoreVariance } from './decisionStudy.ts';
import { type Basis, type Reason, unavailable } from './result.ts';
import { columnsOf, type Table } from './table.ts';
import { tooFew } from './varianceComponents.ts';

/** Variances of sessions x (raters : parts), p x (r : t); `residual` holds sessions x raters within parts. */
export type NestedComponents = {
  session: number;
  part: number;
  rater: number;
  sessionPart: number;
  residual: number;
};

export type NestedRaters = Basis & { parts: number } & (
    | { value: NestedComponents; setToZero: readonly (keyof NestedComponents)[] }
    | { value: undefined; reason: Reason }
  );

/**
 * Generalizability study where each part of the work (items, halves of the sessions, sites) has raters of its own:
 * p x (r : t). Balanced: every part has as many raters, and every rater of a part rated all sessions; other data
 * answer `missingCells`. Expected mean squares: Brennan (2001), Generalizability Theory, table 3.3 (p x (i : h)).
 *
 * @param parts one table for each part, the same sessions in rows, the part's own raters in columns
 * @returns `k`: raters per part
 */
export function nestedRaters(parts: readonly Table[]): NestedRaters {
  const [first = []] = parts;
  const n = first.length;
  const k = columnsOf(first);
  const count = parts.length;
  const squares = parts.map(meanSquares).filter((one) => one !== undefined);
  const missing = parts.flat(2).filter((cell) => cell === null).length;
  const about = { n, k, missing, parts: count };
  const short = tooFew(about);
  if (short !== undefined) return { ...about, ...unavailable(short) };
  if (count < 2) return { ...about, ...unavailable('degenerate') };
  if (squares.length < count || squares.some((one) => one.n !== n || one.k !== k))
    return { ...about, ...unavailable('missingCells') };
  // Within a part, sessions x raters; between parts, sessions x parts on the means of its raters.
  const residual = squares.reduce((sum, one) => sum + one.residual, 0) / count;
  const ofRaters = squares.reduce((sum, one) => sum + one.raters, 0) / count;
  const between = meanSquares(meansOfParts(parts, n, k));
  if (between === undefined) return { ...about, ...unavailable('missingCells') };
  if (between.sums.total === 0 && residual === 0) return { ...about, ...unavailable('noVariance') };
  const raw: NestedComponents = {
    session: (between.sessions - between.residual) / count,
    part: (between.raters - between.residual - (ofRaters - residual) / k) / n,
    rater: (ofRaters - residual) / n,
    sessionPart: between.residual - residual / k,
    residual,
  };
  const names = ['session', 'part', 'rater', 'sessionPart', 'residual'] as const;
  const value = { ...raw };
  for (const name of names) value[name] = Math.max(0, raw[name]);
  return { ...about, value, setToZero: names.filter((name) => raw[name] < 0) };
}

const meansOfParts = (parts: readonly Table[], n: number, k: number): Table =>
  Array.from({ length: n }, (_, session) =>
    parts.map((part) => (part[session] ?? []).reduce<number>((sum, level) => sum + (level ?? 0), 0) / k),
  );

/**
 * Variances of a mean over parts and over the raters of each. Parts fixed: they are all there are.
 * Brennan (2001), ch. 4.
 */
export const meanOverParts =
  (v: NestedComponents, parts: number, facet: 'fixed' | 'random') =>
  (raters: number): ScoreVariance => {
    const ofRaters = v.residual / (parts * raters);
    const ofLeniency = v.rater / (parts * raters);
    if (facet === 'fixed')
      return {
        universe: v.session + v.sessionPart / parts,
        relativeError: ofRaters,
        absoluteError: ofRaters + ofLeniency,
      };
    const relativeError = ofRaters + v.sessionPart / parts;
    return { universe: v.session, relativeError, absoluteError: relativeError + ofLeniency + v.part / parts };
  };
