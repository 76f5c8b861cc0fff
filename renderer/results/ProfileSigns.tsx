import type { ResultsRating } from '../../db/results';
import type { Side } from '../charts/series';
import { useWords } from '../words/words';
import type { ProfilePoint, ProfileRow } from './profile';
import { type Axis, around, loneSize, signSizes, textWidth, widestGap, xOf } from './profileLayout';
import { SignMark } from './SignMark';
import type { Sign } from './signs';

type Props = {
  side: Side;
  row: ProfileRow;
  y: number;
  axis: Axis;
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
};

const fontSize = 11.5;

/** The signs of every rating on one scale, the line between them, and in words what has no place on it. */
export function ProfileSigns({ side, row, y, axis, ratings, signs }: Props) {
  const { t } = useWords();
  const size = ratings.length === 1 ? loneSize : signSizes[side];
  const spread = row[side];
  const byLevel = Map.groupBy(
    row.points.filter((point) => point[side] !== null),
    (point) => point[side] ?? 0,
  );
  const words = wordsOf(row.points, side, signs);
  const gap = widestGap(axis, [...byLevel.keys()]);
  const long = words.map((word) => `${word.letters}${t(`results.${word.state}`)}`).join(' · ');
  const short = words.map((word) => `${word.letters}${t(`results.${word.state}Short`)}`).join(' · ');
  return (
    <g>
      {spread?.difference !== undefined && spread.difference > 0 && (
        <path
          d={`M${xOf(axis, spread.lowest)} ${y}H${xOf(axis, spread.highest)}`}
          stroke={spread.difference >= 2 ? 'var(--secondary)' : 'var(--line-strong)'}
          strokeWidth={spread.difference >= 2 ? 4 : 2}
        />
      )}
      {long !== '' && (side === 'quality' || row.points.some(isMissing)) && (
        <text
          x={gap.middle}
          y={y + 4}
          textAnchor="middle"
          fontSize={fontSize}
          fill="var(--secondary)"
          stroke="var(--card)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {textWidth(long, fontSize) <= gap.width ? long : short}
        </text>
      )}
      {[...byLevel].map(([level, points]) => {
        const places = around(points.length, axis, size);
        return points.map(({ ratingId }, at) => {
          const sign = signs.get(ratingId);
          const { dx, dy } = places[at] ?? { dx: 0, dy: 0 };
          if (sign === undefined) return null;
          return (
            <g
              key={ratingId}
              transform={`translate(${xOf(axis, level) + dx} ${y + dy})`}
              data-side={side}
              data-level={level}
              data-letter={sign.letter}
            >
              <SignMark
                sign={sign}
                size={size}
                quality={side === 'quality' ? level : undefined}
                text={textIn(side, sign, level, ratings.length)}
              />
            </g>
          );
        });
      })}
    </g>
  );
}

/** One rating alone needs no letter: its level stands in its sign. */
function textIn(side: Side, sign: Sign, level: number, ratings: number): string | undefined {
  if (ratings === 1) return String(level);
  return side === 'quality' ? sign.letter : undefined;
}

const isMissing = ({ adherence, noOccasion }: ProfilePoint): boolean => adherence === null && !noOccasion;

type State = 'noOccasion' | 'missing';

/** Who found no occasion, and who gave no level; by letter, where not all say the same. */
function wordsOf(
  points: readonly ProfilePoint[],
  side: Side,
  signs: ReadonlyMap<string, Sign>,
): { state: State; letters: string }[] {
  const states: State[] = side === 'quality' ? ['noOccasion', 'missing'] : ['missing'];
  return states.flatMap((state) => {
    const those = points.filter((point) =>
      state === 'noOccasion' ? point.noOccasion : point[side] === null && !point.noOccasion,
    );
    if (those.length === 0) return [];
    const letters = those.map(({ ratingId }) => signs.get(ratingId)?.letter ?? '').join('');
    return [{ state, letters: those.length === points.length ? '' : `${letters} ` }];
  });
}
