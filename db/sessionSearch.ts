/** Finds sessions by words: in group, date, number, therapists, the recording's file name, and the raters one may see. */

import { sightOf, type Viewer } from './blinding.ts';
import type { BlindWork } from './blindWork.ts';
import type { Rating } from './model.ts';
import type { Db } from './open.ts';
import { dayWords, folded } from './sessionWords.ts';

export type FoundSession = { id: string; groupId: string | null };

type SessionRow = FoundSession & {
  date: string;
  number: number | null;
  groupName: string | null;
  firstTherapist: string | null;
  secondTherapist: string | null;
  recordingName: string | null;
};
type RatingRow = Pick<Rating, 'sessionId' | 'raterId' | 'purpose' | 'submittedAt' | 'sawOthersAt'>;
type Text = FoundSession & { text: string; versions: readonly RatingRow[] };
type Index = { change: number | null; texts: Text[]; raterNames: Map<string, string> };

export function sessionSearch(db: Db, work: BlindWork) {
  const selectLastChange = db.prepare<[], number | null>(`select max(id) from change`).pluck();
  const selectSessions = db.prepare<[], SessionRow>(
    `select s.id, s.group_id as groupId, s.date, s.number, g.name as groupName,
       one.code || ' ' || one.name as firstTherapist, two.code || ' ' || two.name as secondTherapist,
       r.name as recordingName
     from session s
     left join "group" g on g.id = s.group_id
     left join session_therapist first on first.session_id = s.id and first.position = 'first'
     left join session_therapist second on second.session_id = s.id and second.position = 'second'
     left join therapist one on one.id = first.therapist_id
     left join therapist two on two.id = second.therapist_id
     left join recording r on r.session_id = s.id
     order by s.date desc, s.id desc`,
  );
  const selectRatings = db.prepare<[], RatingRow>(
    `select session_id as sessionId, rater_id as raterId, purpose, submitted_at as submittedAt,
       saw_others_at as sawOthersAt
     from rating`,
  );
  const selectRaters = db.prepare<[], { id: string; name: string }>(`select id, name from rater`);
  let index: Index | undefined;

  /** Read once, and again after any change: a word is compared with ten thousand texts faster than it is typed. */
  function upToDate(): Index {
    const change = selectLastChange.get() ?? null;
    if (index !== undefined && index.change === change) return index;
    const days = new Map<string, string>();
    const versions = Map.groupBy(selectRatings.all(), ({ sessionId }) => sessionId);
    const texts = selectSessions.all().map(({ id, groupId, date, ...said }) => {
      const day = days.get(date) ?? dayWords(date);
      days.set(date, day);
      const text = `${day} ${folded(Object.values(said).join(' '))}`;
      return { id, groupId, text, versions: versions.get(id) ?? [] };
    });
    const raterNames = new Map(selectRaters.all().map(({ id, name }) => [id, folded(name)]));
    index = { change, texts, raterNames };
    return index;
  }

  return {
    /** Sessions in which every word occurs, newest first. A rater whom the viewer may not know of finds nothing. */
    find(words: readonly string[], viewer: Viewer): FoundSession[] {
      const { texts, raterNames } = upToDate();
      const kept = work.of(viewer);
      const namesSeen = ({ id, versions }: Text): string[] => {
        const hidden = sightOf(viewer, versions, kept.has(id)) === 'hidden';
        return versions
          .filter(({ raterId }) => !hidden || raterId === viewer?.id)
          .map(({ raterId }) => raterNames.get(raterId) ?? '');
      };
      const isRaterWord = new Map(
        words.map((word) => [word, [...raterNames.values()].some((name) => name.includes(word))]),
      );
      return texts.filter((session) => {
        const lacking = words.filter((word) => !session.text.includes(word));
        if (lacking.length === 0) return true;
        // Whose ratings are seen is only asked where a name could decide.
        if (!lacking.every((word) => isRaterWord.get(word))) return false;
        const names = namesSeen(session);
        return lacking.every((word) => names.some((name) => name.includes(word)));
      });
    },
  };
}
