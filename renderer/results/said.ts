/** What one rating says of one measure, in words: pure. */
import type { Words } from '../words/words';
import type { ProfilePoint } from './profile';

/** 'quality 3, adherence 4', 'no occasion' or 'not rated'. */
export function saidOf({ quality, adherence, noOccasion }: ProfilePoint, t: Words): string {
  if (noOccasion) return t('results.noOccasion');
  const said = [
    ...(quality === null ? [] : [t('results.qualityIs', { level: quality })]),
    ...(adherence === null ? [] : [t('results.adherenceIs', { level: adherence })]),
  ];
  return said.length === 0 ? t('results.notRated') : said.join(', ');
}
