/** Agreement between raters: the one entry. Pure; plain Node reads it without Electron. */

export { meanSquares } from './anova.ts';
export { type DecisionStep, decisionStudy, ratersNeeded } from './decisionStudy.ts';
export { fAbove, fQuantile, tQuantile } from './distributions.ts';
export { meanOverRaters } from './generalizability.ts';
export { type IccForm, type Iccs, iccForms, iccs } from './icc.ts';
export { satterthwaite, stepUp } from './iccLimits.ts';
export { meanOverParts, nestedRaters } from './nestedRaters.ts';
export { reml } from './reml.ts';
export type { Limits, Value } from './result.ts';
export type { Cell, JudgedTable, Table } from './table.ts';
export { meanOverItems, twoFacets } from './twoFacets.ts';
export { varianceComponents } from './varianceComponents.ts';
