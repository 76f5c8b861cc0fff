/**
 * Who may see whose ratings of a session: pure. Raters must come to their own judgement first.
 *
 * - `hidden`: others' ratings are out of reach. So it is while the viewer has work of a training programme on the
 *   session that is not done (`blindWork.ts`) or an unsubmitted rating of it for training or certification, for a rater
 *   in training until a rating of the session is submitted, and for nobody in particular while anybody has such work,
 *   or such a rating.
 * - `covered`: the viewer has another unsubmitted rating of the session. Others' ratings are not shown in passing,
 *   only when they are asked for, and that is kept with the own rating.
 * - `open`: everything is shown.
 */
import type { Rater, Rating } from './model.ts';

/** Who sits in front of the screen; undefined when nobody has said. */
export type Viewer = Pick<Rater, 'id' | 'kind'> | undefined;
export type Sight = 'open' | 'covered' | 'hidden';

type Own = Pick<Rating, 'raterId' | 'purpose' | 'submittedAt' | 'sawOthersAt'>;

/**
 * @param ratings every version of every rating of one session
 * @param hasWork whether a programme keeps the session from the viewer, as `blindWork` tells
 */
export function sightOf(viewer: Viewer, ratings: readonly Own[], hasWork: boolean): Sight {
  if (hasWork) return 'hidden';
  if (viewer === undefined) return ratings.some(isBlindWork) ? 'hidden' : 'open';
  const own = ratings.filter(({ raterId }) => raterId === viewer.id);
  if (own.some(isBlindWork)) return 'hidden';
  if (viewer.kind === 'trainee' && own.every(({ submittedAt }) => submittedAt === null)) return 'hidden';
  const unseen = own.some(({ submittedAt, sawOthersAt }) => submittedAt === null && sawOthersAt === null);
  return unseen ? 'covered' : 'open';
}

const isBlindWork = ({ purpose, submittedAt }: Own): boolean =>
  submittedAt === null && (purpose === 'training' || purpose === 'certification');
