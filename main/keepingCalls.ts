/** What can be asked about the recordings that the library keeps. */
import type { KeepingApi } from '../preload/api.ts';
import { type Calls, call } from './ipc.ts';
import type { RecordingsKeeping } from './keeping.ts';
import { id, nothing } from './shapes.ts';

export const keepingCalls = (keeping: RecordingsKeeping) =>
  ({
    keepRecording: call(id, keeping.keep),
    cancelKeeping: call(nothing, () => ({ found: keeping.cancel() })),
    leaveKeeping: call(id, async (recordingId) => ({ found: await keeping.leave(recordingId) })),
    binOriginal: call(id, keeping.binOriginal),
    takeOut: call(id, keeping.takeOut),
  }) satisfies Calls<KeepingApi>;
