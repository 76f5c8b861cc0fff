import { Text } from '@mantine/core';
import type { RatingProgress, SessionRow } from '../../db/library';
import type { SessionScore } from '../../db/others';
import { items } from '../../db/scale';
import { ShowOthers } from '../finish/ShowOthers';
import { RatingState } from '../library/RatingState';
import { hashOf, ratingPlace } from '../place';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import styles from './Session.module.css';

type Props = { session: SessionRow; viewerId: string | undefined; scores: SessionScore[] };

/** Each rating as a row: the quality of the session and of the 19 items, as far as they may be seen. */
export function RatingsCard({ session, viewerId, scores }: Props) {
  const { t, language } = useWords();
  const { ratings, sight, hiddenRatings } = session;
  const scoreOf = new Map(scores.map((score) => [`${score.ratingId} ${score.item}`, score]));
  const covered = sight === 'covered' && ratings.some(({ raterId }) => raterId !== viewerId);
  return (
    <section className={`card ${styles.wide}`} aria-labelledby="ratings">
      <h2 id="ratings">{t('session.ratingsTitle')}</h2>
      {ratings.length === 0 && hiddenRatings === 0 && <Text c="dimmed">{t('session.noRatings')}</Text>}
      {ratings.length > 0 && (
        <table className={styles.matrix}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('rating.overallShort')}</th>
              {items.map(({ number, name }) => (
                <th key={number} scope="col" title={name[language]}>
                  {number}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ratings.map((rating) => (
              <tr key={rating.ratingId}>
                <RatingHead rating={rating} />
                {covered && rating.raterId !== viewerId ? (
                  <td colSpan={items.length + 1} className={styles.covered}>
                    {t('withheld.coveredShort')}
                  </td>
                ) : (
                  <>
                    <td>
                      <QualityCell quality={rating.overallQuality} />
                    </td>
                    {items.map(({ number }) => {
                      const score = scoreOf.get(`${rating.ratingId} ${number}`);
                      return (
                        <td key={number}>
                          <QualityCell
                            quality={score?.quality ?? null}
                            noOccasion={score?.noOccasion ?? false}
                            small
                          />
                        </td>
                      );
                    })}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hiddenRatings > 0 && (
        <Text mt="xs">
          {t(viewerId === undefined ? 'withheld.countForNobody' : 'withheld.count', { count: hiddenRatings })}
        </Text>
      )}
      {covered && (
        <div className={styles.uncover}>
          <ShowOthers sessionId={session.id} />
          <Text c="dimmed" size="sm">
            {t('withheld.covered')}
          </Text>
        </div>
      )}
      {ratings.length > 0 && (
        <Text c="dimmed" size="sm" mt="xs">
          {t('session.legend')}
        </Text>
      )}
    </section>
  );
}

function RatingHead({ rating }: { rating: RatingProgress }) {
  const { t } = useWords();
  return (
    <th scope="row">
      <a href={hashOf(ratingPlace(rating))}>{rating.raterName}</a>{' '}
      <Text span c="dimmed" size="sm">
        {t(`purpose.${rating.purpose}`)}
      </Text>{' '}
      <RatingState rating={rating} />
    </th>
  );
}
