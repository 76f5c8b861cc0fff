import type { SubjectProgress } from '../../db/progress';

export function SelfAgainstSupervisor({ progress }: { progress: SubjectProgress }) {
  return <p>{progress.ratings.length}</p>;
}
