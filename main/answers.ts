/** The table of contents: each call of the contract beside the function that answers it. */
import { z } from 'zod';
import * as model from '../db/model.ts';
import type { Store } from '../db/store.ts';
import {
  type Api,
  droppedChannel,
  type Printed,
  type SavedPdf,
  type Settings,
  type SomeSettings,
  type Start,
  transcriptDroppedChannel,
} from '../preload/api.ts';
import { call } from './ipc.ts';
import type { Conversions } from './media/conversions.ts';
import { linkNew, recordingView, relink } from './media/link.ts';
import { readPackFile, writePackFile } from './scale/packFiles.ts';
import { checkTextPack } from './scale/textPack.ts';
import { someSettings } from './settings.ts';
import { importTranscript } from './transcript/import.ts';

export type Desk = {
  start: () => Start;
  saveSettings: (settings: SomeSettings) => Settings;
  print: () => Promise<Printed>;
  savePdf: (name: string) => Promise<SavedPdf>;
  /** Asks a person for a file; undefined when they change their mind. */
  askForFile: (
    title: 'chooseRecording' | 'relinkRecording' | 'chooseTranscript',
  ) => Promise<string | undefined>;
  askForTextPack: () => Promise<string | undefined>;
  /** Asks where a text pack goes, with a name for its file. */
  askWhereToExport: (name: string) => Promise<string | undefined>;
};

type Calls<Names extends keyof Api> = {
  [Name in Names]: {
    input: z.ZodType<Parameters<Api[Name]>[0]>;
    run: (input: Parameters<Api[Name]>[0]) => ReturnType<Api[Name]> | Awaited<ReturnType<Api[Name]>>;
  };
};

const nothing = z.undefined();
const id = z.uuid();

/** What can be asked although no library is open. */
export const callsBeforeOpening = (desk: Desk) =>
  ({
    start: call(nothing, desk.start),
    saveSettings: call(someSettings, desk.saveSettings),
  }) satisfies Calls<'start' | 'saveSettings'>;

/** What a window writes of a copy at a time. */
const partLimit = 16 * 1024 * 1024;
const isPart = (value: unknown): boolean =>
  value instanceof Uint8Array && value.length > 0 && value.length <= partLimit;

export function callsOf(store: Store, desk: Desk, conversions: Conversions) {
  const { judgements } = store;
  const calls = {
    library: call(nothing, () => ({
      sessions: store.library.sessions(),
      groups: store.groups.all(),
      therapists: store.therapists.all(),
      raters: store.raters.all(),
    })),
    addGroup: call(model.newGroup, store.groups.add),
    addTherapist: call(model.newTherapist, store.therapists.add),
    addRater: call(model.newRater, store.raters.add),

    session: call(id, async (sessionId) => {
      const session = store.sessions.find(sessionId);
      if (session === undefined) return undefined;
      const recording = store.recordings.ofSession(sessionId);
      return {
        session,
        phases: store.phases.ofSession(sessionId),
        recording: recording === undefined ? null : await recordingView(recording),
        scores: store.ratings.scoresOfSession(sessionId),
      };
    }),
    phases: call(id, store.phases.ofSession),
    setPhases: call(model.phasesChange, store.phases.set),
    editSession: call(model.sessionChange, (change) => ({ found: store.sessions.edit(change) })),

    chooseRecording: call(nothing, async () => {
      const path = await desk.askForFile('chooseRecording');
      return path === undefined ? { outcome: 'cancelled' as const } : linkNew(store, path);
    }),
    relinkRecording: call(z.strictObject({ sessionId: id, force: z.boolean() }), async (request) => {
      const path = await desk.askForFile('relinkRecording');
      if (path === undefined) return { outcome: 'cancelled' as const };
      return relink(store, request.sessionId, path, request.force);
    }),

    keepSound: call(
      z.strictObject({
        recordingId: id,
        volume: z.int().min(0).max(100),
        gainDb: z.int().min(0).max(12),
      }),
      ({ recordingId, ...sound }) => store.recordings.keepSound({ id: recordingId, ...sound }),
    ),

    beginRating: call(
      z.strictObject({
        sessionId: id,
        by: z.union([
          z.strictObject({ raterId: id, purpose: model.purpose.exclude(['selfRating']) }),
          z.strictObject({ therapistId: id }),
        ]),
      }),
      ({ sessionId, by }) => {
        const session = store.sessions.find(sessionId);
        if (session === undefined) return undefined;
        if ('raterId' in by) return store.ratings.begin({ sessionId, ...by });
        // Only one who led the session can rate it as their own.
        if (![session.firstTherapistId, session.secondTherapistId].includes(by.therapistId)) return undefined;
        const self = store.raters.selfOf(by.therapistId);
        return self && store.ratings.begin({ sessionId, raterId: self.id, purpose: 'selfRating' });
      },
    ),
    rating: call(id, (ratingId) => {
      const rating = store.ratings.find(ratingId);
      const edition = rating && store.editions.find(rating.scaleEdition);
      return rating && edition && { rating, edition, ...judgements.ofRating(ratingId) };
    }),
    keepPosition: call(
      z.strictObject({ ratingId: id, positionMs: z.int().min(0) }),
      ({ ratingId, positionMs }) => store.ratings.keepPosition(ratingId, positionMs),
    ),

    addMark: call(model.newMark, judgements.addMark),
    editMark: call(model.markChange, judgements.editMark),
    removeMark: call(id, (markId) => ({ found: judgements.removeMark(markId) })),
    editScore: call(model.scoreChange, judgements.editScore),
    editOverall: call(model.overallChange, judgements.editOverall),
    undo: call(id, (ratingId) => ({ found: judgements.undo(ratingId) })),
    redo: call(id, (ratingId) => ({ found: judgements.redo(ratingId) })),

    progress: call(id, store.progress.ofTherapist),

    print: call(nothing, desk.print),
    savePdf: call(z.string().regex(/^[\p{L}\p{N} _-]{1,80}$/u), desk.savePdf),
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
    site: call(nothing, () => ({
      phaseNames: store.phaseNames.all(),
      editions: store.editions.all(),
      textPacks: store.textPacks.all(),
    })),
    setPhaseNames: call(model.phaseNames, store.phaseNames.set),
    addEdition: call(model.newEdition, store.editions.add),
    editEdition: call(model.editionChange, (change) => ({ done: store.editions.edit(change) })),
    removeEdition: call(model.editionId, (editionId) => ({ done: store.editions.remove(editionId) })),
    useEdition: call(model.editionId, (editionId) => ({ done: store.editions.use(editionId) })),
    checkTextPack: call(
      z.strictObject({ language: model.packLanguage, name: z.string().max(1000), text: z.string() }),
      ({ text, ...meant }) =>
        text.length > 1_000_000
          ? { outcome: 'wrong' as const, problems: [{ kind: 'tooLarge' as const }] }
          : checkTextPack(text, meant),
    ),
    chooseTextPack: call(model.packLanguage, async (language) => {
      const path = await desk.askForTextPack();
      return path === undefined ? { outcome: 'cancelled' as const } : readPackFile(path, language);
    }),
    putTextPack: call(model.newTextPack, store.textPacks.put),
    removeTextPack: call(model.packLanguage, (language) => ({ found: store.textPacks.remove(language) })),
    exportTextPack: call(model.packLanguage, async (language) => {
      const pack = store.textPacks.find(language);
      const path = pack && (await desk.askWhereToExport(`mbt-g-aqs-${language}.json`));
      if (pack === undefined || path === undefined) return { outcome: 'cancelled' as const };
      return { outcome: (await writePackFile(path, pack)) ? ('saved' as const) : ('failed' as const) };
    }),
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
  } satisfies Calls<Exclude<keyof Api, 'start' | 'saveSettings'>>;

  return {
    ...calls,
    [droppedChannel]: call(z.string().min(1), (path) => linkNew(store, path)),
    [transcriptDroppedChannel]: call(
      z.strictObject({ sessionId: id, path: z.string().min(1) }),
      ({ sessionId, path }) => importTranscript(store, sessionId, path),
    ),
  };
}
