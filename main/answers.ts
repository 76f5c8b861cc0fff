/** The table of contents: each call of the contract beside the function that answers it. */
import { z } from 'zod';
import * as model from '../db/model.ts';
import type { Store } from '../db/store.ts';
import { droppedChannel, type RecordApi, transcriptDroppedChannel } from '../preload/api.ts';
import type { Desk } from './desk.ts';
import { type Calls, call } from './ipc.ts';
import type { Conversions } from './media/conversions.ts';
import { linkNew, relink } from './media/link.ts';
import { recordingView } from './media/view.ts';
import {
  byRater,
  byTherapist,
  fileName,
  id,
  isPart,
  nothing,
  pageLimit,
  soughtLimit,
  subject,
} from './shapes.ts';
import { siteCalls } from './siteCalls.ts';
import { importTranscript } from './transcript/import.ts';
import type { KeptFiles } from './vault/keptFiles.ts';
import { viewers } from './viewers.ts';

/** What can be asked while a library is open. */
export function callsOf(store: Store, desk: Desk, conversions: Conversions, kept: KeptFiles) {
  const { judgements, finishing } = store;
  const people = viewers(store, desk);
  const { viewer, ownRating, ownMark } = people;
  const calls = {
    library: call(nothing, () => ({
      ...store.library.counts(viewer()),
      groups: store.groups.all(),
      therapists: store.therapists.all(),
      raters: store.raters.all(),
      viewerId: viewer()?.id,
    })),
    sessions: call(
      z.strictObject({
        sought: z.string().max(soughtLimit),
        groupId: id.nullable(),
        waiting: z.boolean(),
        from: z.int().min(0),
        count: z.int().min(1).max(pageLimit),
      }),
      (asked) => store.library.sessions(asked, viewer()),
    ),
    addGroup: call(model.newGroup, store.groups.add),
    addTherapist: call(model.newTherapist, store.therapists.add),
    addRater: call(model.newRater, store.raters.add),

    session: call(id, async (sessionId) => {
      const linked = store.recordings.ofSession(sessionId);
      // The file may be slow to look into. What can change meanwhile is read after it, and told as it is then.
      const recording = linked === undefined ? null : await recordingView(linked, kept);
      const session = store.sessions.find(sessionId);
      const row = store.library.row(sessionId, viewer());
      if (session === undefined || row === undefined) return undefined;
      return {
        session,
        row,
        phases: store.phases.ofSession(sessionId),
        recording,
        scores: store.others.scores(sessionId, viewer()),
      };
    }),
    phases: call(id, store.phases.ofSession),
    setPhases: call(model.phasesChange, ownRating(store.phases.set)),
    editSession: call(model.sessionChange, (change) => ({ found: store.sessions.edit(change) })),

    chooseRecording: call(nothing, async () => {
      const path = await desk.askForFile('chooseRecording');
      return path === undefined
        ? { outcome: 'cancelled' as const }
        : linkNew(store, path, kept, desk.keepUntil());
    }),
    relinkRecording: call(z.strictObject({ sessionId: id, force: z.boolean() }), async (request) => {
      const path = await desk.askForFile('relinkRecording');
      if (path === undefined) return { outcome: 'cancelled' as const };
      return relink(store, request.sessionId, path, request.force, kept, desk.keepUntil());
    }),

    keepSound: call(
      z.strictObject({
        recordingId: id,
        volume: z.int().min(0).max(100),
        gainDb: z.int().min(0).max(12),
      }),
      ({ recordingId, ...sound }) => store.recordings.keepSound({ id: recordingId, ...sound }),
    ),

    chooseRater: call(z.union([byRater, byTherapist, z.null()]), (who) => ({ found: people.choose(who) })),
    beginRating: call(
      z.strictObject({
        sessionId: id,
        by: z.union([
          byRater.extend({ purpose: model.purpose.exclude(['selfRating', 'consensus']) }),
          byTherapist,
        ]),
      }),
      people.begin,
    ),
    rating: call(id, (ratingId) => store.openRatings.read(ratingId, viewer())),
    showOthers: call(id, (sessionId) => ({ found: store.others.show(sessionId, viewer()) })),
    keepPlayed: call(
      model.playedNow,
      ownRating(({ ratingId, positionMs, stretches }) => {
        finishing.keepPlayed(ratingId, positionMs, stretches);
        return store.openRatings.coverage(ratingId);
      }),
    ),

    missing: call(id, (ratingId) => ownRating(() => finishing.missing(ratingId))({ ratingId })),
    submit: call(model.submission, ownRating(finishing.submit)),
    amend: call(model.amendment, ownRating(finishing.amend)),
    history: call(z.strictObject({ ratingId: id, before: z.int().optional() }), ({ ratingId, before }) =>
      people.mayRead(ratingId) ? store.history.ofRating(ratingId, before) : undefined,
    ),

    print: call(nothing, desk.print),
    savePdf: call(z.strictObject({ name: fileName, foot: z.string().max(200).optional() }), desk.savePdf),
    saveChart: call(
      z.strictObject({
        name: fileName,
        kind: z.enum(['png', 'svg', 'csv']),
        bytes: z.custom<Uint8Array>(isPart),
      }),
      desk.saveChart,
    ),
    transcript: call(id, store.transcripts.ofSession),
    importTranscript: call(id, async (sessionId) => {
      const path = await desk.askForFile('chooseTranscript');
      return path === undefined
        ? { outcome: 'cancelled' as const }
        : importTranscript(store, sessionId, path);
    }),
    removeTranscript: call(id, (sessionId) => ({ found: store.transcripts.remove(sessionId) })),
    waveform: call(id, store.waveforms.find),
    keepWaveform: call(model.waveform, (waveform) => ({ found: store.waveforms.keep(waveform) })),
    beginConversion: call(id, conversions.begin),
    writeConversion: call(
      z.strictObject({
        conversionId: id,
        position: z.int().min(0),
        bytes: z.custom<Uint8Array>(isPart),
      }),
      ({ conversionId, position, bytes }) => conversions.write(conversionId, position, bytes),
    ),
    finishConversion: call(id, conversions.finish),
    cancelConversion: call(id, async (conversionId) => ({ found: await conversions.cancel(conversionId) })),
    addMark: call(model.newMark, ownRating(judgements.addMark)),
    editMark: call(model.markChange, ownMark(judgements.editMark)),
    removeMark: call(id, (markId) => ({
      found: ownMark(() => judgements.removeMark(markId))({ id: markId }),
    })),
    editScore: call(model.scoreChange, ownRating(judgements.editScore)),
    editOverall: call(model.overallChange, ownRating(judgements.editOverall)),
    undo: call(id, (ratingId) => ({ found: ownRating(() => judgements.undo(ratingId))({ ratingId }) })),
    redo: call(id, (ratingId) => ({ found: ownRating(() => judgements.redo(ratingId))({ ratingId }) })),

    results: call(id, (sessionId) => store.results.ofSession(sessionId, viewer())),
    subjects: call(nothing, store.progress.subjects),
    progress: call(subject, (whose) => store.progress.of(whose, viewer())),
    addEvent: call(model.newEvent, store.events.add),
    editEvent: call(model.event, (event) => ({ found: store.events.edit(event) })),
    removeEvent: call(id, (eventId) => ({ found: store.events.remove(eventId) })),
    feedback: call(model.feedbackAbout, people.feedback),
    putFeedback: call(model.newFeedback, (written) => ({ done: people.putFeedback(written) })),
  } satisfies Calls<RecordApi>;

  return {
    ...calls,
    ...siteCalls(store, desk),
    [droppedChannel]: call(z.string().min(1), (path) => linkNew(store, path, kept, desk.keepUntil())),
    [transcriptDroppedChannel]: call(
      z.strictObject({ sessionId: id, path: z.string().min(1) }),
      ({ sessionId, path }) => importTranscript(store, sessionId, path),
    ),
  };
}
