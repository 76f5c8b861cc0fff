import type { SubjectProgress } from '../../db/progress';

export function AdherenceAgainstQuality({ progress }: { progress: SubjectProgress }) {
  return <p>{progress.ratings.length}</p>;
}
