import { inWorker, type WorkerOptions } from './inWorker.ts';
import type { RecordDone, RecordWork } from './recordWorker.ts';

/** Work with a whole record, beside the window. Progress is a share, 0 to 1. */
export const inRecordWorker = <Do extends RecordWork['do']>(
  work: Extract<RecordWork, { do: Do }>,
  options: WorkerOptions<number> = {},
): Promise<RecordDone[Do]> => inWorker<RecordDone[Do], number>('recordWorker', work, options);
