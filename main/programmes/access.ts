/** Who may do what in a programme: asked by every call about it. */
import type { Viewer } from '../../db/blinding.ts';
import type { Enrolment } from '../../db/enrolments.ts';
import type { Store } from '../../db/store.ts';
import type { Programme, ProgrammeRole } from '../../preload/api.ts';
import { roleOf } from './role.ts';

export type Access = ReturnType<typeof access>;

export function access(
  store: Pick<Store, 'programmes' | 'enrolments' | 'assignments'>,
  viewer: () => Viewer,
) {
  function roleIn(programmeId: string): ProgrammeRole {
    const who = viewer();
    const own = who && store.enrolments.of({ programmeId, raterId: who.id });
    if (own === undefined) return roleOf(who, undefined);
    const openWork = store.assignments.ofEnrolment(own.id).filter((work) => work.submittedAt === null).length;
    return roleOf(who, { ended: own.endedAt !== null, openWork });
  }
  /** The programme when the viewer leads it. */
  function led(programmeId: string): Programme | undefined {
    return roleIn(programmeId) === 'leads' ? store.programmes.find(programmeId) : undefined;
  }
  type Seen = { enrolment: Enrolment; programme: Programme; isOwn: boolean };

  return {
    roleIn,
    led,
    leads: (programmeId: string): boolean => led(programmeId) !== undefined,

    /** An enrolment in a programme that the viewer leads. */
    ledEnrolment(enrolmentId: string): { enrolment: Enrolment; programme: Programme } | undefined {
      const enrolment = store.enrolments.find(enrolmentId);
      const programme = enrolment && led(enrolment.programmeId);
      return enrolment && programme && { enrolment, programme };
    },

    /** An enrolment that is the viewer's own, or in a programme that the viewer leads. */
    seenEnrolment(enrolmentId: string): Seen | undefined {
      const enrolment = store.enrolments.find(enrolmentId);
      const programme = enrolment && store.programmes.find(enrolment.programmeId);
      if (enrolment === undefined || programme === undefined) return undefined;
      const isOwn = enrolment.raterId === viewer()?.id;
      return isOwn || roleIn(programme.id) === 'leads' ? { enrolment, programme, isOwn } : undefined;
    },
  };
}
