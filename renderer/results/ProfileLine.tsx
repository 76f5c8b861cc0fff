import type { ResultsRating } from '../../db/results';
import { itemOf } from '../../db/scale';
import { useWords } from '../words/words';
import { ProfileSigns } from './ProfileSigns';
import type { ProfileRow } from './profile';
import { type Columns, cut } from './profileLayout';
import styles from './Results.module.css';
import { saidOf } from './said';
import type { Sign } from './signs';

type Props = {
  row: ProfileRow;
  /** Its middle. */
  y: number;
  height: number;
  width: number;
  columns: Columns;
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  reached?: boolean;
  chosen?: boolean;
  choose?: () => void;
};

/** From how far apart two ratings are worth talking about. */
const large = 2;

/** One item, or the overall: what each rating says of it. */
export function ProfileLine(props: Props) {
  const { row, y, height, width, columns, ratings, signs, reached, chosen, choose } = props;
  const { t, language } = useWords();
  const { measure } = row;
  const name = measure === 0 ? t('rating.overall') : itemOf(measure).name[language];
  const label = measure === 0 || columns.fullNames ? name : itemOf(measure).short[language];
  const difference = row.quality?.difference;
  const said = ratings
    .map(({ rating, raterName }, at) => {
      const point = row.points[at];
      return point && `${signs.get(rating.id)?.letter ?? ''} ${raterName}: ${saidOf(point, t)}`;
    })
    .join('; ');
  return (
    <g
      {...(choose && {
        role: 'option',
        'aria-selected': chosen === true,
        'aria-label': `${measure === 0 ? '' : `${measure} `}${name}. ${said}`,
        tabIndex: reached ? 0 : -1,
        'data-measure': measure,
        className: styles.line,
        onClick: choose,
      })}
      data-row={measure}
    >
      <rect
        x={0.5}
        y={y - height / 2}
        width={width - 1}
        height={height}
        rx={6}
        fill={chosen ? 'var(--accent-ground)' : 'none'}
        stroke={chosen ? 'var(--accent)' : 'none'}
        pointerEvents="all"
        className={styles.ground}
      />
      <text x={columns.numberEnd} y={y + 4.5} textAnchor="end" fill="var(--secondary)" fontSize={12}>
        {measure === 0 ? '' : measure}
      </text>
      <text
        x={measure === 0 ? columns.numberEnd - 14 : columns.nameStart}
        y={y + 4.5}
        fill="var(--ink)"
        fontWeight={measure === 0 || chosen ? 600 : 400}
      >
        {cut(label, 13, columns.nameWidth + (measure === 0 ? 20 : 0))}
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
        />
      ))}
      {columns.difference !== undefined && (
        <text
          x={columns.difference}
          y={y + 4.5}
          textAnchor="middle"
          fill={difference !== undefined && difference >= large ? 'var(--ink)' : 'var(--secondary)'}
          fontWeight={difference !== undefined && difference >= large ? 700 : 400}
        >
          {difference ?? '–'}
        </text>
      )}
    </g>
  );
}
