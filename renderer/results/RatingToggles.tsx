import type { ResultsRating } from '../../db/results';
import { useWords } from '../words/words';
import { purposeBeside } from './named';
import styles from './Results.module.css';
import { SignIcon } from './SignMark';
import type { Sign } from './signs';

type Props = {
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  isShown: (ratingId: string) => boolean;
  toggle: (ratingId: string) => void;
};

/** Each submitted rating with its sign: pressed while it is looked at. */
export function RatingToggles({ ratings, signs, isShown, toggle }: Props) {
  const { t } = useWords();
  return (
    <fieldset className={styles.toggles}>
      <legend>{t('results.shown')}</legend>
      {ratings.map(({ rating, raterName }) => {
        const sign = signs.get(rating.id);
        const purpose = purposeBeside(rating.purpose, t);
        return (
          <button
            key={rating.id}
            type="button"
            className={styles.toggle}
            aria-pressed={isShown(rating.id)}
            onClick={() => toggle(rating.id)}
          >
            {sign !== undefined && <SignIcon sign={sign} />}
            <bdi className={styles.raterName}>{raterName}</bdi>
            {purpose !== undefined && <span className={styles.purpose}>{purpose}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
