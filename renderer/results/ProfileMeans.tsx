import { number } from '../format';
import { useWords } from '../words/words';
import type { Profile } from './profile';
import { around, type Columns, cut, xOf } from './profileLayout';
import { SignMark } from './SignMark';
import type { Sign } from './signs';

type Props = {
  means: Profile['means'];
  y: number;
  columns: Columns;
  signs: ReadonlyMap<string, Sign>;
};

/** The mean of the items of each rating: under its overall, and never in the place of it. */
export function ProfileMeans({ means, y, columns, signs }: Props) {
  const { t, language } = useWords();
  return (
    <g data-row="means">
      <text x={4} y={y + 4.5} fill="var(--secondary)">
        {cut(t('results.itemMeans'), 13, columns.nameWidth)}
      </text>
      {(['quality', 'adherence'] as const).flatMap((side) => {
        // Equal to the decimal that is shown: those stand beside each other, as equal levels do.
        const given = means.flatMap(({ ratingId, [side]: mean }) =>
          mean === undefined ? [] : [{ ratingId, mean: mean.mean }],
        );
        return [...Map.groupBy(given, ({ mean }) => mean.toFixed(1))].flatMap(([, those]) => {
          const places = around(new Map([[0, those.length]]), columns[side], 4.5).get(0) ?? [];
          return those.map(({ ratingId, mean }, at) => {
            const sign = signs.get(ratingId);
            const { dx, dy } = places[at] ?? { dx: 0, dy: 0 };
            return sign === undefined ? null : (
              <g
                key={`${side} ${ratingId}`}
                transform={`translate(${xOf(columns[side], mean) + dx} ${y + dy})`}
              >
                <SignMark
                  sign={sign}
                  size={4.5}
                  quality={side === 'quality' ? Math.floor(mean) : undefined}
                />
                {means.length === 1 && (
                  <text
                    x={9}
                    y={4.5}
                    fontSize={12}
                    fill="var(--ink)"
                    stroke="var(--card)"
                    strokeWidth={3}
                    paintOrder="stroke"
                  >
                    {number(mean, language)}
                  </text>
                )}
              </g>
            );
          });
        });
      })}
    </g>
  );
}
