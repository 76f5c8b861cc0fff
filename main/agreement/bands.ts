import type { Limits } from './result.ts';

export type KooLi = 'poor' | 'moderate' | 'good' | 'excellent';
export type Cicchetti = 'poor' | 'fair' | 'good' | 'excellent';

/** Bands of Koo & Li (2016), Journal of Chiropractic Medicine 15: .50, .75 and .90; each begins at its number. */
export const kooLi = (value: number): KooLi =>
  value < 0.5 ? 'poor' : value < 0.75 ? 'moderate' : value < 0.9 ? 'good' : 'excellent';

/** Bands of Cicchetti (1994), Psychological Assessment 6: .40, .60 and .75; each begins at its number. */
export const cicchetti = (value: number): Cicchetti =>
  value < 0.4 ? 'poor' : value < 0.6 ? 'fair' : value < 0.75 ? 'good' : 'excellent';

/**
 * Koo & Li's bands are meant for the confidence interval: 'moderate to excellent', not the band of the estimate.
 * @returns undefined without limits
 */
export const kooLiOf = (limits: Limits): { from: KooLi; to: KooLi } | undefined =>
  limits.lower === undefined ? undefined : { from: kooLi(limits.lower), to: kooLi(limits.upper) };
