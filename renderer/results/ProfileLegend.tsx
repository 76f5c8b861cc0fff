import type { ResultsRating } from '../../db/results';
import { number } from '../format';
import { isolated } from '../words/isolated';
import { useWords } from '../words/words';
import { purposeBeside } from './named';
import type { Profile } from './profile';
import { cut, textWidth } from './profileLayout';
import { SignMark } from './SignMark';
import type { Sign } from './signs';

type Props = {
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  means: Profile['means'];
  y: number;
  width: number;
};

const lineHeight = 20;
/** Of what is said of a rating in full. */
const meansWidth = 345;
export const profileLegendHeight = (ratings: number): number => 10 + ratings * lineHeight;

/** Whose sign is whose, with the overall beside the mean of the items and how many it rests on. In the drawing, so
 * that it goes along with it onto paper. */
export function ProfileLegend({ ratings, signs, means, y, width }: Props) {
  const { t, language } = useWords();
  const meansStart = Math.max(190, Math.min(300, width - meansWidth));
  return (
    <g fontSize={12}>
      <path d={`M0 ${y + 2}H${width}`} stroke="var(--line)" />
      {ratings.map(({ rating, raterName, quality, adherence }, at) => {
        const sign = signs.get(rating.id);
        const middle = y + 10 + (at + 0.5) * lineHeight;
        const mean = means[at];
        const beside = purposeBeside(rating.purpose, t);
        const purpose = beside === undefined ? '' : ` · ${beside}`;
        const written = (level: number | null | undefined) => (level == null ? '–' : number(level, language));
        return (
          <g key={rating.id}>
            {sign !== undefined && (
              <g transform={`translate(10 ${middle})`}>
                <SignMark sign={sign} size={7} text={ratings.length > 1 ? sign.letter : undefined} />
              </g>
            )}
            <text x={26} y={middle + 4} fill="var(--ink)">
              {`${isolated(cut(raterName, 12, meansStart - 46 - textWidth(purpose, 12)))}${purpose}`}
            </text>
            <text x={meansStart} y={middle + 4} fill="var(--secondary)">
              {cut(
                t('results.overallAndMeans', {
                  overall: written(quality[0]),
                  mean: written(mean?.quality?.mean),
                  overallAdherence: written(adherence[0]),
                  meanAdherence: written(mean?.adherence?.mean),
                  count: mean?.quality?.count ?? 0,
                }),
                12,
                width - meansStart,
              )}
            </text>
          </g>
        );
      })}
    </g>
  );
}
