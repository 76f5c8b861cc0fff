import type { ResultsRating } from '../../db/results';
import { goodEnoughLevel, itemOf } from '../../db/scale';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import { profileOf } from './profile';
import styles from './Results.module.css';
import { SignIcon } from './SignMark';
import type { Sign } from './signs';

type Props = {
  ratings: readonly ResultsRating[];
  signs: ReadonlyMap<string, Sign>;
  /** Undefined for the overall. */
  item: number | undefined;
};

/** What each rater says of one item, or of the session as a whole, in numbers and in words. */
export function ItemSaid({ ratings, signs, item }: Props) {
  const { t, language } = useWords();
  const measure = item ?? 0;
  const profile = profileOf(ratings);
  const row = measure === 0 ? profile.overall : profile.items[measure - 1];
  if (row === undefined) return null;
  const low = item !== undefined && row.quality !== undefined && row.quality.lowest < goodEnoughLevel;
  return (
    <section className="card" aria-labelledby="item-said" aria-live="polite">
      <h2 id="item-said">
        {item === undefined ? t('rating.overall') : `${item} ${itemOf(item).name[language]}`}
      </h2>
      <ul className={styles.said}>
        {ratings.map((one, at) => {
          const { rating, raterName } = one;
          const sign = signs.get(rating.id);
          const point = row.points[at];
          const note = noteOf(one, measure);
          const gap = one.gaps.find((missing) => missing.item === measure);
          return (
            <li key={rating.id}>
              {sign !== undefined && <SignIcon sign={sign} />}
              <div className={styles.saidBy}>
                <bdi>{raterName}</bdi>
                {note !== '' && <p className={styles.note}>{note}</p>}
                {gap !== undefined && (
                  <p className={styles.note}>{t('submit.gap', { reason: gap.reason })}</p>
                )}
              </div>
              <dl className={styles.levels}>
                <div>
                  <dt>{t('rating.quality')}</dt>
                  <dd>
                    <QualityCell quality={point?.quality ?? null} noOccasion={point?.noOccasion ?? false} />
                  </dd>
                </div>
                <div>
                  <dt>{t('rating.adherence')}</dt>
                  <dd title={point?.takesAdherence === false ? t('rating.noAdherence') : undefined}>
                    {point?.adherence ?? '–'}
                  </dd>
                </div>
              </dl>
            </li>
          );
        })}
      </ul>
      {low && (
        <p className={styles.goodEnough}>
          <strong>{t('rating.goodEnough')}</strong> {itemOf(measure).goodEnough[language]}
        </p>
      )}
      {item === undefined && <p className={styles.hint}>{t('results.chooseItem')}</p>}
    </section>
  );
}

const noteOf = ({ overall, scores }: ResultsRating, measure: number): string =>
  (measure === 0 ? overall.note : (scores.find(({ item }) => item === measure)?.note ?? '')).trim();
