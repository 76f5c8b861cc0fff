import type { SubjectProgress } from '../../db/progress';
import { dayLong } from '../format';
import { useWords } from '../words/words';

/** What there is of a subject: rated sessions, their span of time, and how many have more than one rater. */
export function Basis({ progress: { sessions, ratings } }: { progress: SubjectProgress }) {
  const { t, language } = useWords();
  const bySession = Map.groupBy(ratings, ({ sessionId }) => sessionId);
  const days = sessions.filter(({ id }) => bySession.has(id)).map(({ date }) => date);
  const double = [...bySession.values()].filter((all) => {
    const others = all.filter(({ purpose }) => purpose !== 'selfRating');
    return new Set(others.map(({ raterId }) => raterId)).size > 1;
  }).length;
  const [first, last] = [days[0], days.at(-1)];
  const parts = [t('progress.sessions', { count: days.length })];
  if (first !== undefined && last !== undefined) {
    parts.push(
      first === last ? dayLong(first, language) : `${dayLong(first, language)} – ${dayLong(last, language)}`,
    );
    parts.push(t('progress.double', { count: double }));
  }
  return parts.join(' · ');
}
