/** What somebody did, in words: pure. */
import type { Language } from '../../db/scale';
import { number } from '../format';
import type { Words } from '../words/words';
import type { Counts } from './whoDidWhat';

/** '14 interventions · 1 missed · mean quality 4.6 of 12'. */
export function countsSaid({ interventions, missed, quality }: Counts, t: Words, language: Language): string {
  return [
    t('results.interventionCount', { count: interventions }),
    ...(missed > 0 ? [t('results.missedCount', { count: missed })] : []),
    ...(quality === undefined
      ? []
      : [t('results.meanIs', { mean: number(quality.mean, language), count: quality.count })]),
  ].join(' · ');
}
