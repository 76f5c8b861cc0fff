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

type Row = Omit<QualityRow, 'noOccasion'> & { noOccasion: number };

export const progressOfTherapist = `
  select s.id as sessionId, s.date, s.number, s.group_id as groupId, rating.id as ratingId,
    rater.id as raterId, rater.name as raterName, rating.purpose, rating.scale_edition as scaleEdition,
    judged.item, judged.quality, judged.noOccasion
  from session_therapist st
  join session s on s.id = st.session_id
  join rating on rating.session_id = s.id
  join rater on rater.id = rating.rater_id
  join (
    select rating_id, item, quality, no_occasion as noOccasion from score
    union all
    select rating_id, 0 as item, quality, 0 as noOccasion from overall
  ) judged on judged.rating_id = rating.id
  where st.therapist_id = ?
    and (rating.purpose <> 'selfRating' or rater.therapist_id = st.therapist_id)
    and (judged.quality is not null or judged.noOccasion = 1)
  order by s.date, s.number, s.id, rating.started_at, rating.id, judged.item`;

export function progress(db: Db) {
  const select = db.prepare<[string], Row>(progressOfTherapist);
  return {
    /** Every stated quality in the sessions a therapist led; self-ratings are this therapist's own. */
    ofTherapist: (therapistId: string): QualityRow[] =>
      select.all(therapistId).map((row) => ({ ...row, noOccasion: row.noOccasion === 1 })),
  };
}
