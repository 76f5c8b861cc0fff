/** The numbers of a profile as a table: pure. */
import type { ResultsRating } from '../../db/results';
import { itemOf, type Language } from '../../db/scale';
import type { Cell, ChartTable } from '../charts/chartTable';
import type { Side } from '../charts/series';
import { number } from '../format';
import type { Words } from '../words/words';
import type { Profile, ProfilePoint, ProfileRow } from './profile';
import type { Sign } from './signs';

/** A row for the overall, the mean of the items, and each item; a column for each level of each rating. */
export function profileTable(
  profile: Profile,
  rows: readonly ProfileRow[],
  ratings: readonly ResultsRating[],
  signs: ReadonlyMap<string, Sign>,
  t: Words,
  language: Language,
): ChartTable {
  const compares = ratings.length > 1;
  const names = ratings.map(({ rating, raterName }) => `${signs.get(rating.id)?.letter ?? ''} ${raterName}`);
  const head = [
    t('rating.item'),
    ...names.map((name) => `${name}: ${t('rating.quality')}`),
    ...(compares ? [t('results.difference')] : []),
    ...names.map((name) => `${name}: ${t('rating.adherence')}`),
  ];
  const levelRow = (row: ProfileRow, name: string): Cell[] => [
    { text: name },
    ...row.points.map((point) => cellOf(point, 'quality', t)),
    ...(compares ? [numberCell(row.quality?.difference, language)] : []),
    ...row.points.map((point) => cellOf(point, 'adherence', t)),
  ];
  return {
    head,
    rows: [
      levelRow(profile.overall, t('rating.overall')),
      [
        { text: t('results.itemMeans') },
        ...profile.means.map(({ quality }) => numberCell(quality?.mean, language)),
        ...(compares ? [{ text: '' }] : []),
        ...profile.means.map(({ adherence }) => numberCell(adherence?.mean, language)),
      ],
      [
        { text: t('results.itemCount') },
        ...profile.means.map(({ quality }) => numberCell(quality?.count ?? 0, language)),
        ...(compares ? [{ text: '' }] : []),
        ...profile.means.map(({ adherence }) => numberCell(adherence?.count ?? 0, language)),
      ],
      ...rows.map((row) => levelRow(row, `${row.measure} ${itemOf(row.measure).name[language]}`)),
    ],
  };
}

const numberCell = (value: number | undefined, language: Language): Cell =>
  value === undefined ? { text: '–', value: '' } : { text: number(value, language), value };

function cellOf(point: ProfilePoint, side: Side, t: Words): Cell {
  if (point.noOccasion) return { text: t('results.noOccasion') };
  const level = point[side];
  return level === null ? { text: '–', value: '' } : { text: String(level), value: level };
}
