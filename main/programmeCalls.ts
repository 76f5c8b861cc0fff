/** What can be asked of training programmes while a library is open. */
import { z } from 'zod';
import { purposeOf } from '../db/assignmentRating.ts';
import type { Viewer } from '../db/blinding.ts';
import { newProgrammeSession, programmeChange, programmeSettings } from '../db/model.ts';
import type { Store } from '../db/store.ts';
import type { Given, ProgrammesApi } from '../preload/api.ts';
import { type Calls, call } from './ipc.ts';
import { access } from './programmes/access.ts';
import { certified } from './programmes/certified.ts';
import { drifting } from './programmes/drift.ts';
import { overview } from './programmes/overview.ts';
import { rated } from './programmes/rated.ts';
import { results } from './programmes/results.ts';
import { id, nothing } from './shapes.ts';

type Options = { store: Store; viewer: () => Viewer; now: () => Date };

const inProgramme = { programmeId: id };

export function programmeCalls({ store, viewer, now }: Options) {
  const { giving } = store;
  const may = access(store, viewer);
  const compared = rated(store);
  const holds = certified({ store, rated: compared, now });
  const drift = drifting({ store, viewer, rated: compared, certified: holds });
  const shown = overview({ store, viewer, access: may, rated: compared, certified: holds, drifting: drift });
  const result = results({ store, viewer, access: may, rated: compared, certified: holds });

  /** Nobody takes a session out that is still kept from them, to look at it and put it back. */
  const mayChange = ({ programmeId, sessionId }: { programmeId: string; sessionId: string }): boolean =>
    may.leads(programmeId) && !store.blindWork.of(viewer()).has(sessionId);

  const calls = {
    programmes: call(nothing, shown.rows),
    work: call(nothing, shown.work),
    programme: call(id, shown.view),

    addProgramme: call(programmeSettings, (settings) => {
      const kind = viewer()?.kind;
      return kind === 'supervisor' || kind === 'expert' ? store.programmes.add(settings) : undefined;
    }),
    editProgramme: call(programmeChange, (change) => ({
      done: may.leads(change.id) && store.programmes.edit(change),
    })),
    removeProgramme: call(id, (programmeId) => ({
      done: may.leads(programmeId) && store.programmes.remove(programmeId),
    })),

    standardChoices: call(id, (programmeId) => {
      const programme = may.led(programmeId);
      if (programme === undefined) return [];
      const sight = store.others.sights(viewer());
      return store.standards.ofEdition(programme.editionId, (sessionId) => sight(sessionId) === 'open');
    }),
    putProgrammeSession: call(newProgrammeSession, (put) => {
      const editionId = mayChange(put) ? may.led(put.programmeId)?.editionId : undefined;
      if (editionId === undefined) return { done: false };
      const { sessionId, standardId } = put;
      const fits =
        standardId === null || store.standards.fits({ ratingId: standardId, sessionId, editionId });
      return { done: fits && giving.put(put) };
    }),
    removeProgrammeSession: call(z.strictObject({ ...inProgramme, sessionId: id }), (put) => ({
      done: mayChange(put) && store.programmeSessions.remove(put),
    })),

    enrol: call(z.strictObject({ ...inProgramme, raterId: id }), (who) => {
      const rater = store.raters.find(who.raterId);
      const mayBe = rater !== undefined && rater.kind !== 'self' && may.leads(who.programmeId);
      return { done: mayBe && giving.enrol(who) };
    }),
    endEnrolment: call(id, (enrolmentId) => ({
      done: may.ledEnrolment(enrolmentId) !== undefined && store.enrolments.end(enrolmentId),
    })),
    giveTest: call(id, (enrolmentId): Given => {
      const led = may.ledEnrolment(enrolmentId);
      const given = led && giving.test(enrolmentId, holds.needsNone(led.programme, enrolmentId));
      return given ?? { outcome: 'notYours' };
    }),
    giveCheck: call(
      z.strictObject({ enrolmentId: id, sessionId: id, kind: z.enum(['check', 'double']) }),
      ({ enrolmentId, sessionId, kind }): Given => {
        const led = may.ledEnrolment(enrolmentId);
        if (led === undefined) return { outcome: 'notYours' };
        const { programme, enrolment } = led;
        const put = store.programmeSessions.find({ programmeId: programme.id, sessionId });
        if (kind === 'check' && put !== undefined && put.standardId === null)
          return { outcome: 'noStandard' };
        const standardId =
          kind === 'check' ? put?.standardId : drift.toCompareWith(programme, sessionId, enrolment.raterId);
        if (standardId === undefined || standardId === null) return { outcome: 'noSessions' };
        return giving.check(enrolmentId, kind, { sessionId, standardId }) ?? { outcome: 'notYours' };
      },
    ),

    beginWork: call(id, (assignmentId) => {
      const work = store.assignments.find(assignmentId);
      if (work === undefined || work.ended || work.raterId !== viewer()?.id) return undefined;
      const { sessionId, raterId, kind } = work;
      return store.ratings.begin({ sessionId, raterId, purpose: purposeOf(kind) });
    }),
    standardComparison: call(id, result.comparison),
    attemptResult: call(z.strictObject({ enrolmentId: id, attempt: z.int().min(1).max(9) }), result.attempt),
    drift: call(id, (programmeId) => {
      const programme = may.led(programmeId);
      return programme && drift.ofProgramme(programme);
    }),
    cohort: call(id, (programmeId) => {
      const programme = may.led(programmeId);
      return programme && drift.cohort(programme);
    }),
  } satisfies Calls<ProgrammesApi>;

  return {
    calls,
    /** Whether the viewer leads a programme. */
    leads: may.leads,
    /** The last attempt of an enrolment, when it is over and passed. */
    passed: result.passed,
  };
}
