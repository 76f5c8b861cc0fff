/** Read model of the progress place: what submitted ratings say of a therapist's sessions. */
import { sightOf, type Viewer } from './blinding.ts';
import type { Purpose, Rating } from './model.ts';
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

export type TherapistProgress = {
  /** Oldest session first. */
  rows: QualityRow[];
  /** Ratings that would count and are not submitted yet. */
  notSubmitted: { ratingId: string; sessionId: string; date: string; raterName: string }[];
  /** Sessions of which others' ratings are left out, because the viewer is still rating them. */
  withheldSessions: number;
};

type Row = Omit<QualityRow, 'noOccasion'> & { noOccasion: number; startedAt: string };
type LedRow = Pick<
  Rating,
  'sessionId' | 'raterId' | 'purpose' | 'version' | 'submittedAt' | 'sawOthersAt'
> & { ratingId: string; date: string; raterName: string; counts: number };

/** Training and certification never count: they are exercises. A self-rating counts for the therapist who made it. */
const counting = `(rating.purpose in ('supervision', 'research', 'consensus')
       or rating.purpose = 'selfRating' and rater.therapist_id = st.therapist_id)`;

const ratingsOfTherapist = `
  select rating.session_id as sessionId, s.date, rating.id as ratingId, rating.rater_id as raterId,
    rater.name as raterName, rating.purpose, rating.version, rating.submitted_at as submittedAt,
    rating.saw_others_at as sawOthersAt, ${counting} as counts
  from session_therapist st
  join session s on s.id = st.session_id
  join rating on rating.session_id = s.id
  join rater on rater.id = rating.rater_id
  where st.therapist_id = ?
  order by s.date, rating.started_at, rating.id`;

export const progressOfTherapist = `
  with led as (
    select s.id as sessionId, s.date, s.number, s.group_id as groupId, rating.id as ratingId,
      rater.id as raterId, rater.name as raterName, rating.purpose, rating.scale_edition as scaleEdition,
      rating.started_at as startedAt
    from session_therapist st
    join session s on s.id = st.session_id
    join rating on rating.session_id = s.id
    join rater on rater.id = rating.rater_id
    where st.therapist_id = ? and rating.submitted_at is not null and ${counting}
      and not exists (
        select 1 from rating later
        where later.session_id = rating.session_id and later.rater_id = rating.rater_id
          and later.purpose = rating.purpose and later.version > rating.version
          and later.submitted_at is not null)
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
  const selectRatings = db.prepare<[string], LedRow>(ratingsOfTherapist);

  return {
    /**
     * Every stated quality in the latest submitted ratings of a therapist's sessions. Others' ratings of a session
     * that the viewer is still rating are left out, so that no chart tells what they found.
     */
    ofTherapist(therapistId: string, viewer: Viewer): TherapistProgress {
      const ratings = selectRatings.all(therapistId);
      const sessions = Map.groupBy(ratings, ({ sessionId }) => sessionId);
      const unseen = new Set(
        [...sessions].filter(([, all]) => sightOf(viewer, all) !== 'open').map(([sessionId]) => sessionId),
      );
      const seen = ({ sessionId, raterId }: Pick<Rating, 'sessionId' | 'raterId'>) =>
        raterId === viewer?.id || !unseen.has(sessionId);
      const withheld = ratings.filter((rating) => rating.counts === 1 && !seen(rating));
      return {
        rows: select
          .all(therapistId)
          .filter(seen)
          .map(({ startedAt: _, noOccasion, ...row }) => ({ ...row, noOccasion: noOccasion === 1 })),
        notSubmitted: ratings
          .filter((rating) => rating.counts === 1 && rating.submittedAt === null && rating.version === 1)
          .filter(seen)
          .map(({ ratingId, sessionId, date, raterName }) => ({ ratingId, sessionId, date, raterName })),
        withheldSessions: new Set(withheld.map(({ sessionId }) => sessionId)).size,
      };
    },
  };
}
