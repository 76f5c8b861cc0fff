/** Read model of the progress place: every rating of a therapist's sessions, oldest session first. */
import type { Purpose } from './model.ts';
import type { Db } from './open.ts';

/** One rating's quality of one item, or of the session as a whole. */
export type QualityRow = {
  sessionId: string;
  date: string;
  number: number | null;
  groupId: string | null;
  ratingId: string;
  raterId: string;
  raterName: string;
  purpose: Purpose;
  scaleEdition: string;
  /** 1 to 19, or 0 for the overall quality. */
  item: number;
  quality: number | null;
  noOccasion: boolean;
};

type Row = Omit<QualityRow, 'noOccasion'> & { noOccasion: number; startedAt: string };

export const progressOfTherapist = `
  with led as (
    select s.id as sessionId, s.date, s.number, s.group_id as groupId, rating.id as ratingId,
      rater.id as raterId, rater.name as raterName, rating.purpose, rating.scale_edition as scaleEdition,
      rating.started_at as startedAt
    from session_therapist st
    join session s on s.id = st.session_id
    join rating on rating.session_id = s.id
    join rater on rater.id = rating.rater_id
    where st.therapist_id = ?
      and (rating.purpose <> 'selfRating' or rater.therapist_id = st.therapist_id)
  )
  select led.*, score.item, score.quality, score.no_occasion as noOccasion
  from led join score on score.rating_id = led.ratingId
  where score.quality is not null or score.no_occasion = 1
  union all
  select led.*, 0 as item, overall.quality, 0 as noOccasion
  from led join overall on overall.rating_id = led.ratingId
  where overall.quality is not null
  order by date, number, sessionId, startedAt, ratingId, item`;

export function progress(db: Db) {
  const select = db.prepare<[string], Row>(progressOfTherapist);
  return {
    /** Every stated quality in the sessions a therapist led; self-ratings are this therapist's own. */
    ofTherapist: (therapistId: string): QualityRow[] =>
      select
        .all(therapistId)
        .map(({ startedAt: _, noOccasion, ...row }) => ({ ...row, noOccasion: noOccasion === 1 })),
  };
}
