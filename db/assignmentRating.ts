/** Which rating an assignment asks for. */
import type { Purpose, WorkKind } from './model.ts';

export const purposeOf = (kind: WorkKind): Purpose => (kind === 'practice' ? 'training' : 'certification');

/**
 * The same in SQL: that `rating` is what an assignment of the enrolment `e` asks for. Its first version alone counts:
 * an amendment came after the standard could be seen.
 */
export const isAskedFor = (assignment: 'a' | 'part') =>
  `rating.session_id = ${assignment}.session_id and rating.rater_id = e.rater_id
   and rating.purpose = case ${assignment}.kind when 'practice' then 'training' else 'certification' end
   and rating.version = 1`;
