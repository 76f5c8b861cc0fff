/**
 * Raters against the standard: the one entry. Pure functions over levels; plain Node reads it without Electron.
 * What is compared with what: `itemRatings.ts`. What is asked: `rules.ts`.
 */
export { cohortByQuarter } from './cohort.ts';
export { alarmLimits, checkDue, doubled, runningFigures, worthPractising } from './drift.ts';
export type { Counting, RatedAgainst } from './itemRatings.ts';
export { itemFigures } from './items.ts';
export { allMet, ruleResults } from './rules.ts';
export { inOrderRated, sessionFigures } from './session.ts';
