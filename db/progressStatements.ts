/** How the sessions of a subject and what was rated of them are read. */
import type { Subject } from './progress.ts';

/** The sessions of a subject, and which therapists' ratings of their own work count for it. */
const found = {
  therapist: {
    sessions: `select session_id from session_therapist where therapist_id = @therapistId`,
    own: `rater.therapist_id = @therapistId`,
  },
  pair: {
    sessions: `select one.session_id from session_therapist one
      join session_therapist other on other.session_id = one.session_id
        and other.therapist_id = @otherId and other.position <> one.position
      where one.therapist_id = @therapistId`,
    own: `rater.therapist_id in (@therapistId, @otherId)`,
  },
  group: {
    sessions: `select id as session_id from session where group_id = @groupId`,
    own: `rater.therapist_id is not null`,
  },
} as const satisfies Record<Subject['kind'], { sessions: string; own: string }>;

/** Training and certification never count: they are exercises. */
export function statementsOf(kind: Subject['kind']) {
  const { sessions, own } = found[kind];
  return {
    sessions: `
    select s.id, s.group_id as groupId, s.date, s.number,
      first.therapist_id as firstTherapistId, second.therapist_id as secondTherapistId
    from (${sessions}) led
    join session s on s.id = led.session_id
    left join session_therapist first on first.session_id = s.id and first.position = 'first'
    left join session_therapist second on second.session_id = s.id and second.position = 'second'
    order by s.date, s.number, s.id`,
    ratings: `
    select rating.id as ratingId, rating.session_id as sessionId, s.date, rating.rater_id as raterId,
      rater.name as raterName, rating.purpose, rating.scale_edition as scaleEdition,
      rating.started_at as startedAt, rating.version, rating.submitted_at as submittedAt,
      rating.saw_others_at as sawOthersAt,
      (rating.purpose in ('supervision', 'research', 'consensus')
        or rating.purpose = 'selfRating' and ${own}) as counts
    from (${sessions}) led
    join session s on s.id = led.session_id
    join rating on rating.session_id = s.id
    join rater on rater.id = rating.rater_id
    order by s.date, s.number, s.id, rating.started_at, rating.id`,
    scores: `
    select score.rating_id as ratingId, score.item, score.adherence, score.quality,
      score.no_occasion as noOccasion
    from (${sessions}) led
    join rating on rating.session_id = led.session_id and rating.submitted_at is not null
    join score on score.rating_id = rating.id`,
    overalls: `
    select overall.rating_id as ratingId, overall.adherence, overall.quality, '' as note
    from (${sessions}) led
    join rating on rating.session_id = led.session_id and rating.submitted_at is not null
    join overall on overall.rating_id = rating.id`,
  };
}
