/** The whole table of agreement: every score of both sides, with everything that stands in its row. */
import type { AgreementMeasure, AgreementRow, AgreementSide, AgreementStep } from '../../preload/api.ts';
import { cicchetti, kooLiOf } from './bands.ts';
import { decisionStudy } from './decisionStudy.ts';
import { meanOverRaters } from './generalizability.ts';
import { type IccForm, type Iccs, iccForms } from './icc.ts';
import { stepUpLimits } from './iccLimits.ts';
import { itemMeans } from './itemMeans.ts';
import { drawnLimits, pairLimits } from './pairLimits.ts';
import { resampled } from './resampled.ts';
import { type Estimate, noEstimate } from './result.ts';
import { scoreAgreement } from './scoreAgreement.ts';
import { type Severity, severities } from './severity.ts';
import { type Cell, type JudgedTable, levelsOf } from './table.ts';
import { varianceComponents } from './varianceComponents.ts';

/**
 * The judgements of sessions by raters, packed to be handed to a thread: for each session, rater, side and measure
 * (0 the overall, 1 to 19 the items) one number, in this order of nesting. 1 to 7 a level, 0 no occasion, -1 nothing.
 */
export type Judgements = { sessionIds: string[]; raterIds: string[]; cells: Int8Array };

export const sides = ['quality', 'adherence'] as const satisfies AgreementSide[];
export const measuresInCells = 20;

/** Where the measures of a side begin in the cells. */
export const cellAt = (raters: number, session: number, rater: number, side: AgreementSide): number =>
  ((session * raters + rater) * sides.length + sides.indexOf(side)) * measuresInCells;

/** The table of one score. */
function tableOfMeasure(
  { sessionIds, raterIds, cells }: Judgements,
  measure: number,
  side: AgreementSide,
): Cell[][] {
  return sessionIds.map((_, session) =>
    raterIds.map((_, rater) => {
      const cell = cells[cellAt(raterIds.length, session, rater, side) + measure] ?? -1;
      return cell === -1 ? null : cell === 0 ? 'noOccasion' : cell;
    }),
  );
}

/** The table of a score, or of the mean over items. */
export function tableOfAny(judged: Judgements, measure: AgreementMeasure, side: AgreementSide): JudgedTable {
  if (measure !== 'mean') return tableOfMeasure(judged, measure, side);
  const items = Array.from({ length: measuresInCells - 1 }, (_, at) => tableOfMeasure(judged, at + 1, side));
  return itemMeans(items.map((item) => levelsOf(item).table)).table;
}

export type FullOptions = { seed: number; samples: number; progress?: (done: number, of: number) => void };

/** More raters than this a plan does not ask for. */
const mostRaters = 20;

/** @returns the rows of quality, then of adherence: the mean over items, the overall, the items in order */
export function fullTable(judged: Judgements, { seed, samples, progress }: FullOptions): AgreementRow[] {
  const measures: AgreementMeasure[] = ['mean', ...Array.from({ length: measuresInCells }, (_, at) => at)];
  const all = sides.flatMap((side) => measures.map((measure) => ({ measure, side })));
  return all.map(({ measure, side }, at) => {
    const row = rowOf(judged, measure, side, {
      seed,
      samples,
      progress: (done) => {
        progress?.(at * samples + done, all.length * samples);
        return 'go on';
      },
    });
    progress?.((at + 1) * samples, all.length * samples);
    return row;
  });
}

function rowOf(
  judged: Judgements,
  measure: AgreementMeasure,
  side: AgreementSide,
  options: Parameters<typeof resampled>[1],
): AgreementRow {
  const table = tableOfAny(judged, measure, side);
  const { table: levels } = levelsOf(table);
  const { icc, spread, simple, ac2, occasion } = scoreAgreement(table);
  const { limits } = resampled(table, options);
  const n = simple.sessionsWithin1.of;
  const judgedTwice = table.filter((row) => row.filter((cell) => cell !== null).length > 1).length;
  const components = varianceComponents(levels);
  const own = severities(levels).filter(({ n }) => n > 0);
  const ofRater = ({ rater, n, difference }: Severity) => ({
    raterId: judged.raterIds[rater] ?? '',
    n,
    difference,
  });
  const furthest = furthestOf(own);
  return {
    measure,
    side,
    n,
    k: icc.k,
    missing: icc.missing,
    ratersPerSession: icc.ratersPerSession,
    oneRaterSessions: icc.oneRaterSessions,
    method: icc.method,
    limitsBy: icc.limitsBy,
    iccs: withBands(icc),
    components:
      components.value === undefined
        ? { value: undefined, reason: components.reason }
        : { value: components.value, setToZero: components.setToZero },
    exact: { ...simple.exact, limits: pairLimits(simple.exact, limits.exact, n) },
    within1: { ...simple.within1, limits: pairLimits(simple.within1, limits.within1, n) },
    mean: spread.mean,
    sd: { ...spread.sd, limits: drawnLimits(limits.sd, n) },
    // Means over items are closer together than levels; and where the coefficient is good all the same, it means much.
    smallSpread: spread.small && measure !== 'mean' && (icc.forms['ICC(2,1)'].value ?? 1) < 0.75,
    ac2: plain(ac2),
    resampledIcc: drawnLimits(limits.icc, n),
    severities: own.map(ofRater),
    bias: furthest && ofRater(furthest),
    occasion: {
      bothRated: occasion.bothRated,
      bothNoOccasion: occasion.bothNoOccasion,
      different: occasion.different,
      agreement: {
        ...occasion.agreement,
        limits: pairLimits(occasion.agreement, limits.occasion, judgedTwice),
      },
      ac1: plain(occasion.ac1),
      sessions: occasionSessions(judged, table),
    },
    steps: stepsOf(components, icc),
  };
}

/** Whoever is clearly apart comes before one who may be further away by chance. */
function furthestOf(all: readonly Severity[]): Severity | undefined {
  const clear = ({ difference: { limits } }: Severity) =>
    Number(limits.lower !== undefined && (limits.lower > 0 || limits.upper < 0));
  const away = ({ difference }: Severity) => difference.value ?? 0;
  return all.toSorted(
    (a, b) => clear(b) - clear(a) || Math.abs(away(b)) - Math.abs(away(a)) || away(b) - away(a),
  )[0];
}

/** Without what stands beside it in the statistic's own answer. */
const plain = (estimate: Estimate): Estimate =>
  estimate.value === undefined
    ? { ...noEstimate(estimate.reason), limits: estimate.limits }
    : { value: estimate.value, limits: estimate.limits };

function withBands({ forms }: Iccs): AgreementRow['iccs'] {
  const banded = (form: IccForm) => ({
    ...forms[form],
    kooLi: kooLiOf(forms[form].limits),
    cicchetti: forms[form].value === undefined ? undefined : cicchetti(forms[form].value),
  });
  // One entry for each form.
  return Object.fromEntries(iccForms.map((form) => [form, banded(form)])) as AgreementRow['iccs'];
}

/** The coefficients of a decision study are ICC(3,k) and ICC(2,k): their limits are stepped up from those of one rating. */
function stepsOf(components: ReturnType<typeof varianceComponents>, { forms }: Iccs): AgreementStep[] {
  if (components.value === undefined) return [];
  const counts = Array.from({ length: mostRaters }, (_, at) => at + 1);
  return decisionStudy(meanOverRaters(components.value), counts).map(({ raters, absolute, relative }) => ({
    raters,
    absolute: { ...absolute, limits: stepUpLimits(forms['ICC(2,1)'].limits, raters) },
    relative: { ...relative, limits: stepUpLimits(forms['ICC(3,1)'].limits, raters) },
  }));
}

function occasionSessions(
  { sessionIds, raterIds }: Judgements,
  table: JudgedTable,
): AgreementRow['occasion']['sessions'] {
  return table.flatMap((row, session) => {
    const noOccasion = raterIds.filter((_, rater) => row[rater] === 'noOccasion');
    const rated = raterIds.filter((_, rater) => typeof row[rater] === 'number');
    const sessionId = sessionIds[session];
    if (noOccasion.length === 0 || rated.length === 0 || sessionId === undefined) return [];
    return [{ sessionId, noOccasion, rated }];
  });
}
