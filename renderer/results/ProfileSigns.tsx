import type { ResultsRating } from '../../db/results';
import type { Side } from '../charts/series';
import { useWords } from '../words/words';
import type { ProfilePoint, ProfileRow } from './profile';
import {
  type Axis,
  around,
  countsOfLevels,
  loneSize,
  roomFor,
  signSizes,
  textWidth,
  xOf,
} from './profileLayout';
import { SignMark } from './SignMark';
import type { Sign } from './signs';

type Props = {
  side: Side;
  row: ProfileRow;
  y: number;
  axis: Axis;
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  chosen: boolean;
};

const fontSize = 11.5;

/** The signs of every rating on one scale, the line between them, and in words what has no place on it. */
export function ProfileSigns({ side, row, y, axis, ratings, signs, chosen }: Props) {
  const { t } = useWords();
  const size = ratings.length === 1 ? loneSize : signSizes[side];
  const spans = (row[side]?.spans ?? []).filter(({ lowest, highest }) => highest > lowest);
  const byLevel = Map.groupBy(
    row.points.filter((point) => point[side] !== null),
    (point) => point[side] ?? 0,
  );
  const words = wordsOf(row.points, side, signs);
  const said = (noOccasion: string) =>
    words.map(({ letters, state }) => letters + (state === 'missing' ? '–' : noOccasion)).join(' · ');
  const places = around(countsOfLevels(row.points, side), axis, size);
  const taken = [...places].flatMap(([level, those]) => those.map(({ dx }) => level + dx / axis.step));
  const place = (text: string) => ({ text, ...roomFor(axis, taken, textWidth(text, fontSize)) });
  const long = place(said(t('results.noOccasion')));
  const beside = long.fits ? long : place(said(t('results.noOccasionShort')));
  return (
    <g>
      {spans.map(({ lowest, highest }, at) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: of an edition each, always in the same order
          key={at}
          d={`M${xOf(axis, lowest)} ${y + (at - (spans.length - 1) / 2) * 6}H${xOf(axis, highest)}`}
          stroke={highest - lowest >= 2 ? 'var(--secondary)' : 'var(--line-strong)'}
          strokeWidth={highest - lowest >= 2 ? 4 : 2}
        />
      ))}
      {beside.text !== '' && (
        <>
          {/* A line that runs behind the words stops before them. */}
          <rect
            x={beside.middle - textWidth(beside.text, fontSize) / 2 - 3}
            y={y - 8}
            width={textWidth(beside.text, fontSize) + 6}
            height={16}
            fill={chosen ? 'var(--accent-ground)' : 'var(--card)'}
          />
          <text x={beside.middle} y={y + 4} textAnchor="middle" fontSize={fontSize} fill="var(--secondary)">
            {beside.text}
          </text>
        </>
      )}
      {[...byLevel].map(([level, points]) => {
        return points.map(({ ratingId }, at) => {
          const sign = signs.get(ratingId);
          const { dx, dy } = places.get(level)?.[at] ?? { dx: 0, dy: 0 };
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
