import { meanSquares } from './anova.ts';
import type { ScoreVariance } from './decisionStudy.ts';
import { itemContrasts } from './itemContrasts.ts';
import { type Fit, reml } from './reml.ts';
import { type Basis, type Reason, unavailable } from './result.ts';
import { basisOf, isRated, ratedIn, type Table } from './table.ts';
import { tooFew } from './varianceComponents.ts';

/** Variances of sessions x items x raters (p x i x r); `residual` holds the three-way interaction and error. */
export type TwoFacetComponents = {
  session: number;
  item: number;
  rater: number;
  sessionItem: number;
  sessionRater: number;
  itemRater: number;
  residual: number;
};

export type TwoFacets = Basis & {
  items: number;
  method: 'anova' | 'reml';
  /** Cells with some items but not all: they were counted as missing. */
  incomplete: number;
} & (
    | { value: TwoFacetComponents; setToZero: readonly (keyof TwoFacetComponents)[] }
    | { value: undefined; reason: Reason }
  );

/**
 * Generalizability study of sessions x items x raters, all crossed.
 *
 * The mean over items has the components session + sessionItem/i, rater + itemRater/i and
 * sessionRater + residual/i; each contrast between items has sessionItem, itemRater and residual. So both are
 * studies of sessions x raters: by mean squares for complete tables (the result is that of the three-way analysis
 * of variance, Brennan 2001, table 3.2), by REML where raters did not rate every session (items as fixed effects).
 * Negative components are set to 0, and said.
 *
 * @param items one table of sessions x raters for each item; a cell with an item missing counts as missing
 */
export function twoFacets(items: readonly Table[]): TwoFacets {
  const { mean, contrasts, incomplete } = itemContrasts(items);
  const rows = mean.map((row) => ratedIn(row) > 0);
  const columns = (mean[0] ?? []).map((_, rater) => mean.some((row) => isRated(row[rater])));
  const used = (table: Table): Table =>
    table.filter((_, session) => rows[session]).map((row) => row.filter((_, rater) => columns[rater]));
  const overall = used(mean);
  const between = contrasts.map(used);
  const basis = basisOf(overall);
  const about = {
    ...basis,
    items: items.length,
    incomplete,
    method: basis.missing === 0 ? 'anova' : 'reml',
  } as const;
  const short = tooFew(basis);
  if (short !== undefined) return { ...about, ...unavailable(short) };
  // One item has no contrasts, and so no components of its own.
  if (between.length === 0) return { ...about, ...unavailable('degenerate') };
  const ofMean = componentsOf([overall]);
  const ofContrasts = componentsOf(between);
  if ('reason' in ofMean) return { ...about, ...unavailable(ofMean.reason) };
  if ('reason' in ofContrasts) return { ...about, ...unavailable(ofContrasts.reason) };
  return {
    ...about,
    ...joined(ofMean.fit, ofContrasts.fit, itemVariance(between, ofContrasts.fit), items.length),
  };
}

type Variances = Pick<Fit, 'session' | 'rater' | 'residual'>;

/** Pooled components of tables that share their missing cells; those of mean squares may be negative. */
function componentsOf(tables: readonly Table[]): { fit: Variances } | { reason: Reason } {
  const squares = tables.map(meanSquares).filter((one) => one !== undefined);
  if (squares.length < tables.length) return reml(tables, 'twoWay');
  const total = squares.reduce((sum, { sums }) => sum + sums.total, 0);
  if (total === 0) return { fit: { session: 0, rater: 0, residual: 0 } };
  const mean = (of: 'sessions' | 'raters' | 'residual') =>
    squares.reduce((sum, one) => sum + one[of], 0) / squares.length;
  const [{ n, k } = { n: 1, k: 1 }] = squares;
  const residual = mean('residual');
  return {
    fit: { session: (mean('sessions') - residual) / k, rater: (mean('raters') - residual) / n, residual },
  };
}

/** Variance of the items' means: what their contrasts' squares are beyond chance. */
function itemVariance(contrasts: readonly Table[], { session, rater, residual }: Variances): number {
  const [pattern = []] = contrasts;
  const perSession = pattern.map(ratedIn);
  const perRater = (pattern[0] ?? []).map((_, at) => ratedIn(pattern.map((row) => row[at] ?? null)));
  const ratings = perSession.reduce((sum, count) => sum + count, 0);
  const squares = (counts: readonly number[]) =>
    counts.reduce((sum, count) => sum + count * count, 0) / ratings ** 2;
  const byChance = session * squares(perSession) + rater * squares(perRater) + residual / ratings;
  const means = contrasts.map(
    (table) => table.flat().reduce<number>((sum, x) => sum + (x ?? 0), 0) / ratings,
  );
  return means.reduce((sum, x) => sum + x * x, 0) / means.length - byChance;
}

function joined(ofMean: Variances, ofContrasts: Variances, item: number, items: number) {
  const raw: TwoFacetComponents = {
    session: ofMean.session - ofContrasts.session / items,
    item,
    rater: ofMean.rater - ofContrasts.rater / items,
    sessionItem: ofContrasts.session,
    sessionRater: ofMean.residual - ofContrasts.residual / items,
    itemRater: ofContrasts.rater,
    residual: ofContrasts.residual,
  };
  const setToZero: (keyof TwoFacetComponents)[] = [];
  const held = (name: keyof TwoFacetComponents): number => {
    if (raw[name] < 0) setToZero.push(name);
    return Math.max(0, raw[name]);
  };
  const value = {
    session: held('session'),
    item: held('item'),
    rater: held('rater'),
    sessionItem: held('sessionItem'),
    sessionRater: held('sessionRater'),
    itemRater: held('itemRater'),
    residual: raw.residual,
  };
  return { value, setToZero };
}

/**
 * Variances of a mean over items and raters. With items fixed (they are the whole scale) the session's own profile,
 * sessionItem/i, belongs to its universe score; taken as random, it is error. Brennan (2001), ch. 4.
 */
export const meanOverItems =
  (v: TwoFacetComponents, items: number, facet: 'fixed' | 'random') =>
  (raters: number): ScoreVariance => {
    const ofRaters = v.sessionRater / raters + v.residual / (items * raters);
    const ofLeniency = v.rater / raters + v.itemRater / (items * raters);
    if (facet === 'fixed')
      return {
        universe: v.session + v.sessionItem / items,
        relativeError: ofRaters,
        absoluteError: ofRaters + ofLeniency,
      };
    const relativeError = ofRaters + v.sessionItem / items;
    return { universe: v.session, relativeError, absoluteError: relativeError + ofLeniency + v.item / items };
  };
