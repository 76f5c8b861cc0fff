/** What ratings say of one measure, in words: pure. */
import type { ResultsRating } from '../../db/results';
import type { Words } from '../words/words';
import type { ProfilePoint, ProfileRow } from './profile';
import type { Sign } from './signs';

/** 'A Solveig: quality 3, adherence 4; B Henrik: no occasion'. */
export const rowSaid = (
  row: ProfileRow,
  ratings: readonly ResultsRating[],
  signs: ReadonlyMap<string, Sign>,
  t: Words,
): string =>
  ratings
    .flatMap(({ rating, raterName }, at) => {
      const point = row.points[at];
      return point ? [`${signs.get(rating.id)?.letter ?? ''} ${raterName}: ${pointSaid(point, t)}`] : [];
    })
    .join('; ');

function pointSaid({ quality, adherence, noOccasion }: ProfilePoint, t: Words): string {
  if (noOccasion) return t('results.noOccasion');
  const said = [
    ...(quality === null ? [] : [t('results.qualityIs', { level: quality })]),
    ...(adherence === null ? [] : [t('results.adherenceIs', { level: adherence })]),
  ];
  return said.length === 0 ? t('results.notRated') : said.join(', ');
}
