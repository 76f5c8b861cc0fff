import type { SubjectProgress } from '../../db/progress';

export function ItemsBySessions({ progress }: { progress: SubjectProgress }) {
  return <p>{progress.ratings.length}</p>;
}
