import type { ResultsRating } from '../../db/results';
import { goodEnoughLevel, itemOf } from '../../db/scale';
import { QualityCell } from '../rating/QualityCell';
import { useAnchors } from '../settings/useSite';
import { useWords } from '../words/words';
import styles from './ItemSaid.module.css';
import { type ProfilePoint, profileOf } from './profile';
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
  // The manual's own words where the site has them.
  const goodEnough = useAnchors().find(
    (anchor) => anchor.item === measure && anchor.level === goodEnoughLevel,
  )?.text;
  const profile = profileOf(ratings);
  const row = measure === 0 ? profile.overall : profile.items[measure - 1];
  if (row === undefined) return null;
  const low = item !== undefined && row.quality !== undefined && row.quality.lowest < goodEnoughLevel;
  return (
    <section className="card" aria-labelledby="item-said" aria-live="polite">
      <h2 id="item-said">
        {item === undefined ? t('rating.overall') : `${item} ${itemOf(item).name[language]}`}
      </h2>
      <table className={styles.said}>
        <thead>
          <tr>
            <th scope="col">{t('results.rater')}</th>
            <th scope="col">{t('rating.quality')}</th>
            <th scope="col">{t('rating.adherence')}</th>
          </tr>
        </thead>
        <tbody>
          {ratings.map((one, at) => (
            <tr key={one.rating.id}>
              <th scope="row">
                <RaterSaid rating={one} sign={signs.get(one.rating.id)} measure={measure} />
              </th>
              <Levels point={row.points[at]} />
            </tr>
          ))}
        </tbody>
      </table>
      {low && (
        <p className={styles.goodEnough}>
          <strong>{t('rating.goodEnough')}</strong> {goodEnough ?? itemOf(measure).goodEnough[language]}
        </p>
      )}
      {item === undefined && <p className={styles.hint}>{t('results.chooseItem')}</p>}
    </section>
  );
}

/** The rater, with the note, and why something is missing. */
function RaterSaid(props: { rating: ResultsRating; sign: Sign | undefined; measure: number }) {
  const { t } = useWords();
  const { rating, sign, measure } = props;
  const note = noteOf(rating, measure);
  const gap = rating.gaps.find(({ item }) => item === measure);
  return (
    <div className={styles.rater}>
      {sign !== undefined && <SignIcon sign={sign} />}
      <div>
        <bdi>{rating.raterName}</bdi>
        {note !== '' && <p className={styles.note}>{note}</p>}
        {gap !== undefined && <p className={styles.note}>{t('submit.gap', { reason: gap.reason })}</p>}
      </div>
    </div>
  );
}

function Levels({ point }: { point: ProfilePoint | undefined }) {
  const { t } = useWords();
  if (point?.noOccasion) return <td colSpan={2}>{t('results.noOccasion')}</td>;
  return (
    <>
      <td>
        <QualityCell quality={point?.quality ?? null} />
      </td>
      <td title={point?.takesAdherence === false ? t('rating.noAdherence') : undefined}>
        {point?.adherence ?? '–'}
      </td>
    </>
  );
}

const noteOf = ({ overall, scores }: ResultsRating, measure: number): string =>
  (measure === 0 ? overall.note : (scores.find(({ item }) => item === measure)?.note ?? '')).trim();
