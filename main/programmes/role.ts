/** What somebody is in a programme: pure. */
import type { Viewer } from '../../db/blinding.ts';
import type { ProgrammeRole } from '../../preload/api.ts';

/**
 * Who rates in a programme does not lead it at the same time: its standards would be seen too early.
 * @param enrolment the viewer's own; undefined when there is none
 */
export function roleOf(
  viewer: Viewer,
  enrolment: { ended: boolean; openWork: number } | undefined,
): ProgrammeRole {
  if (viewer === undefined) return 'none';
  const mayLead = viewer.kind === 'supervisor' || viewer.kind === 'expert';
  const rates = enrolment !== undefined && !enrolment.ended && enrolment.openWork > 0;
  if (mayLead && !rates) return 'leads';
  return enrolment === undefined ? 'none' : 'rates';
}
