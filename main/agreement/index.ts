/**
 * Agreement between raters: the one entry. Pure functions over plain data; plain Node reads it without Electron.
 * Data: a table of sessions by raters (`table.ts`). Answers: numbers with n, k and what is missing, or the reason
 * why there is none (`result.ts`).
 */
export { alpha } from './alpha.ts';
export { meanSquares } from './anova.ts';
export { cicchetti, kooLi, kooLiOf } from './bands.ts';
export { blandAltman } from './blandAltman.ts';
export { bootstrap } from './bootstrap.ts';
export { ac2, brennanPrediger, fleissKappa } from './chanceAgreement.ts';
export { congerKappa } from './conger.ts';
export { decisionStudy, ratersNeeded } from './decisionStudy.ts';
export { chiSquaredAbove, fAbove, fQuantile, normalQuantile, tQuantile } from './distributions.ts';
export { eventKappa } from './eventKappa.ts';
export { fleissCategories } from './fleissCategories.ts';
export { cellAt, fullTable, type Judgements, measuresInCells, sides, tableOfAny } from './fullTable.ts';
export { meanOverRaters } from './generalizability.ts';
export { type IccForm, iccForms, iccs } from './icc.ts';
export { satterthwaite, stepUp } from './iccLimits.ts';
export { independentRatings, tableOf } from './independent.ts';
export { itemMeans } from './itemMeans.ts';
export { kendallW } from './kendallW.ts';
export { type Moment, matchMarks } from './markMatching.ts';
export { meanWithLimits } from './meanWithLimits.ts';
export { meanOverParts, nestedRaters } from './nestedRaters.ts';
export { occasionAgreement } from './occasion.ts';
export { reml } from './reml.ts';
export { resampled } from './resampled.ts';
export { scoreAgreement } from './scoreAgreement.ts';
export { severities } from './severity.ts';
export { pairAgreement, tableAgreement } from './simpleAgreement.ts';
export { spreadOf } from './spread.ts';
export { type Cell, levels, levelsOf } from './table.ts';
export { timeUnitKappa, timeUnits } from './timeUnitKappa.ts';
export { meanOverItems, twoFacets } from './twoFacets.ts';
export { varianceComponents } from './varianceComponents.ts';
export { kappaOf, weightedKappa } from './weightedKappa.ts';
export { agreementWeights } from './weights.ts';
