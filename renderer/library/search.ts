import type { SessionRow } from '../../db/library';
import type { Language } from '../../db/scale';
import { dayLong } from '../format';

export type Names = { group: ReadonlyMap<string, string>; therapist: ReadonlyMap<string, string> };

/** Sessions in which every word that was typed occurs: in group, date, number, people or the file's name. */
export function matching(
  sessions: readonly SessionRow[],
  filter: { sought: string; groupId: string | null },
  names: Names,
  language: Language,
): SessionRow[] {
  const words = filter.sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return sessions.filter((session) => {
    if (filter.groupId !== null && session.groupId !== filter.groupId) return false;
    if (words.length === 0) return true;
    const text = [
      names.group.get(session.groupId ?? ''),
      names.therapist.get(session.firstTherapistId ?? ''),
      names.therapist.get(session.secondTherapistId ?? ''),
      session.date,
      dayLong(session.date, language),
      session.number,
      session.recordingName,
      ...session.ratings.map((rating) => rating.raterName),
    ]
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
