import type { RatingProgress, SessionRow } from '../../db/library';
import { hashOf, ratingPlace } from '../place';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import { chipWidth, fitting } from './chips';
import styles from './Library.module.css';
import { RatingState } from './RatingState';
import { Unset } from './Unset';

/** The ratings of a session in one line; those without room are counted, and stand where the session is. */
export function Ratings(props: {
  session: SessionRow;
  viewerId: string | undefined;
  room: number | undefined;
}) {
  const { session, viewerId, room } = props;
  const { t } = useWords();
  const { ratings, hiddenRatings, sight } = session;
  if (ratings.length + hiddenRatings === 0) return <Unset>{t('session.notRated')}</Unset>;

  // The own ones are always in sight.
  const own = ({ raterId }: RatingProgress) => raterId === viewerId;
  const inOrder = [...ratings.filter(own), ...ratings.filter((rating) => !own(rating))];
  const chips = inOrder.map((rating) => ({
    rating,
    covered: sight === 'covered' && !own(rating),
    name:
      rating.purpose === 'selfRating' ? t('purpose.selfOf', { name: rating.raterName }) : rating.raterName,
    purpose:
      rating.purpose === 'selfRating' || rating.purpose === 'supervision'
        ? undefined
        : t(`purpose.${rating.purpose}`),
  }));
  const widths = chips.map(({ rating, name, purpose, covered }) =>
    chipWidth(rating.submittedAt !== null, `${name}${purpose ?? ''}`, covered),
  );
  const shown = room === undefined ? chips.length : fitting(widths, room - (hiddenRatings > 0 ? 70 : 0));
  const others = chips.slice(shown);
  return (
    <div className={styles.ratings}>
      {chips.slice(0, shown).map(({ rating, name, purpose, covered }) => (
        <Chip key={rating.ratingId} rating={rating} name={name} purpose={purpose} covered={covered} />
      ))}
      {others.length > 0 && (
        <a
          className={styles.more}
          href={hashOf({ name: 'session', sessionId: session.id })}
          title={others.map(({ name }) => name).join(', ')}
          aria-label={t('session.moreRatings', { count: others.length })}
        >
          +{others.length}
        </a>
      )}
      {hiddenRatings > 0 && <Unset>{t('session.hidden', { count: hiddenRatings })}</Unset>}
    </div>
  );
}

type ChipProps = { rating: RatingProgress; name: string; purpose: string | undefined; covered: boolean };

/** Who rated how far, and the overall quality; a click opens the rating. */
function Chip({ rating, name, purpose, covered }: ChipProps) {
  return (
    <a className={styles.chip} data-covered={covered || undefined} href={hashOf(ratingPlace(rating))}>
      {!covered && <QualityCell quality={rating.overallQuality} small />}
      <span className={styles.chipName}>
        {name}
        {purpose !== undefined && <span className={styles.purpose}>{purpose}</span>}
      </span>
      <RatingState rating={rating} />
    </a>
  );
}
