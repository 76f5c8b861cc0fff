import { Text } from '@mantine/core';
import type { RatingProgress } from '../../db/library';
import type { SessionScore } from '../../db/ratings';
import { items } from '../../db/scale';
import { hashOf } from '../place';
import { QualityCell } from '../rating/QualityCell';
import { useWords } from '../words/words';
import styles from './Session.module.css';

/** Each rating as a row: the quality of the session and of the 19 items. */
export function RatingsCard({ ratings, scores }: { ratings: RatingProgress[]; scores: SessionScore[] }) {
  const { t, language } = useWords();
  const scoreOf = new Map(scores.map((score) => [`${score.ratingId} ${score.item}`, score]));
  return (
    <section className={`card ${styles.wide}`} aria-labelledby="ratings">
      <h2 id="ratings">{t('session.ratingsTitle')}</h2>
      {ratings.length === 0 ? (
        <Text c="dimmed">{t('session.noRatings')}</Text>
      ) : (
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
                <th scope="row">
                  <a href={hashOf({ name: 'rate', ratingId: rating.ratingId })}>{rating.raterName}</a>{' '}
                  <Text span c="dimmed" size="sm">
                    {t(`purpose.${rating.purpose}`)}
                  </Text>
                </th>
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
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ratings.length > 0 && (
        <Text c="dimmed" size="sm" mt="xs">
          {t('session.legend')}
        </Text>
      )}
    </section>
  );
}
