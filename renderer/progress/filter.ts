/** What of a subject's progress is looked at: pure. */
import type { Purpose } from '../../db/model';
import type { CountedRating, SubjectProgress } from '../../db/progress';

export type Filters = {
  /** The first and the last day, YYYY-MM-DD. */
  from?: string | undefined;
  to?: string | undefined;
  purpose?: Purpose | undefined;
  raterId?: string | undefined;
  groupId?: string | undefined;
  /** Without it the edition that most ratings follow. */
  edition?: string | undefined;
};

export type Filtered = {
  progress: SubjectProgress;
  /** Ratings that would be shown, did they not follow another edition. */
  otherEditions: number;
};

/**
 * Sessions, ratings and events that pass; the ratings all of one edition.
 *
 * A purpose or a rater narrows what others found: self-ratings stand beside it all the same. The purpose of
 * self-rating leaves nothing else.
 */
export function filtered(progress: SubjectProgress, filters: Filters): Filtered {
  const { from = '', to = '9999-12-31', groupId } = filters;
  const within = ({ date }: { date: string }) => date >= from && date <= to;
  const sessions = progress.sessions.filter(
    (session) => within(session) && (groupId === undefined || session.groupId === groupId),
  );
  const ids = new Set(sessions.map(({ id }) => id));
  const asked = progress.ratings.filter((rating) => ids.has(rating.sessionId) && passes(rating, filters));
  const edition = filters.edition ?? editionsByRatings(progress)[0]?.id;
  const ratings = asked.filter(({ scaleEdition }) => scaleEdition === edition);
  return {
    progress: {
      ...progress,
      sessions,
      ratings,
      editions: progress.editions.filter(({ id }) => id === edition),
      events: progress.events.filter(within),
      notSubmitted: progress.notSubmitted.filter(({ sessionId }) => ids.has(sessionId)),
    },
    otherEditions: asked.length - ratings.length,
  };
}

function passes({ raterId, purpose }: CountedRating, filters: Filters): boolean {
  if (filters.purpose === 'selfRating' && purpose !== 'selfRating') return false;
  if (purpose === 'selfRating') return true;
  return (
    (filters.purpose === undefined || filters.purpose === purpose) &&
    (filters.raterId === undefined || filters.raterId === raterId)
  );
}

/** Every edition of a subject's ratings, that of most ratings first. */
export function editionsByRatings({
  editions,
  ratings,
}: Pick<SubjectProgress, 'editions' | 'ratings'>): { id: string; name: string; ratings: number }[] {
  return editions
    .map(({ id, name }) => ({
      id,
      name,
      ratings: ratings.filter(({ scaleEdition }) => scaleEdition === id).length,
    }))
    .sort((a, b) => b.ratings - a.ratings || (a.id < b.id ? -1 : 1));
}

export type Choices = {
  purposes: Purpose[];
  raters: { id: string; name: string }[];
  /** Groups of the sessions. */
  groupIds: string[];
  editions: { id: string; name: string; ratings: number }[];
};

const order: readonly Purpose[] = ['supervision', 'research', 'consensus', 'selfRating'];

/** What a subject's progress can be filtered by: only what would leave something. */
export function choicesOf(progress: SubjectProgress): Choices {
  const { ratings, sessions } = progress;
  const others = ratings.filter(({ purpose }) => purpose !== 'selfRating');
  const raters = new Map(others.map(({ raterId, raterName }) => [raterId, raterName]));
  const groups = new Set(sessions.map(({ groupId }) => groupId));
  return {
    purposes: order.filter((one) => ratings.some(({ purpose }) => purpose === one)),
    raters: [...raters]
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1)),
    groupIds: [...groups].filter((id) => id !== null).sort(),
    editions: editionsByRatings(progress),
  };
}

/** The filters that make sense for this subject: a choice that is not among its own falls away. */
export function fitting(filters: Filters, choices: Choices, isGroup: boolean): Filters {
  const { purpose, raterId, groupId, edition } = filters;
  return {
    from: filters.from,
    to: filters.to,
    purpose: choices.purposes.find((one) => one === purpose),
    raterId: choices.raters.find(({ id }) => id === raterId)?.id,
    groupId: isGroup ? undefined : choices.groupIds.find((id) => id === groupId),
    edition: choices.editions.find(({ id }) => id === edition)?.id,
  };
}

/** The edition is not one: some edition is always chosen. */
export const isFiltered = ({ from, to, purpose, raterId, groupId }: Filters): boolean =>
  [from, to, purpose, raterId, groupId].some((one) => one !== undefined);

/** The day so many months before, in the calendar: '2026-08-31' less six is '2026-02-28'. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
