/** How ratings are called where several stand beside each other. */
import type { Purpose } from '../../db/model';
import type { ResultsRating } from '../../db/results';
import type { Words } from '../words/words';

/** A consensus goes by what it is, and by who led the meeting: 'Consensus (Nora L.)'. */
export const named = (ratings: readonly ResultsRating[], t: Words): ResultsRating[] =>
  ratings.map((one) =>
    one.rating.purpose === 'consensus'
      ? { ...one, raterName: t('consensus.nameOf', { name: one.raterName }) }
      : one,
  );

/** What a rating was made for; undefined where its name says it. */
export const purposeBeside = (purpose: Purpose, t: Words): string | undefined =>
  purpose === 'consensus' ? undefined : t(`purpose.${purpose}`);
