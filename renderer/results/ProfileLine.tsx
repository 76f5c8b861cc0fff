import type { ResultsRating } from '../../db/results';
import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import { ProfileSigns } from './ProfileSigns';
import type { ProfileRow } from './profile';
import { type Columns, cut } from './profileLayout';
import type { Sign } from './signs';

type Props = {
  row: ProfileRow;
  /** Its middle. */
  y: number;
  columns: Columns;
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  chosen: boolean;
};

/** From how far apart two ratings are worth talking about. */
const large = 2;

/** One item, or the overall: what each rating says of it. */
export function ProfileLine({ row, y, columns, ratings, signs, chosen }: Props) {
  const { t, language } = useWords();
  const { measure, quality } = row;
  const overall = measure === 0;
  const isLarge = (quality?.difference ?? 0) >= large;
  const item = overall ? undefined : itemOf(measure);
  const name = columns.fullNames ? item?.name[language] : item?.short[language];
  return (
    <g data-row={measure}>
      {item !== undefined && (
        <text x={columns.numberEnd} y={y + 4.5} textAnchor="end" fill="var(--secondary)" fontSize={12}>
          {measure}
        </text>
      )}
      <text
        x={overall ? 4 : columns.nameStart}
        y={y + 4.5}
        fill="var(--ink)"
        fontWeight={overall || chosen ? 600 : 400}
      >
        {cut(name ?? t('rating.overall'), 13, columns.nameWidth)}
      </text>
      {(['quality', 'adherence'] as const).map((side) => (
        <ProfileSigns
          key={side}
          side={side}
          row={row}
          y={y}
          axis={columns[side]}
          ratings={ratings}
          signs={signs}
          chosen={chosen}
        />
      ))}
      {columns.difference !== undefined && (
        <text
          x={columns.difference}
          y={y + 4.5}
          textAnchor="middle"
          fill={isLarge ? 'var(--ink)' : 'var(--secondary)'}
          fontWeight={isLarge ? 700 : 400}
        >
          {quality?.difference ?? '–'}
        </text>
      )}
    </g>
  );
}
