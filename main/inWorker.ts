/** Long work, away from the window: in a thread of its own, which ends with it. */
import { Worker } from 'node:worker_threads';

/** Each has its file here, and its own entry in the build. */
export type WorkerName =
  | 'vaultWorker'
  | 'encryptWorker'
  | 'logWorker'
  | 'recordWorker'
  | 'keepWorker'
  | 'agreementWorker';

export type WorkerOptions<Progress> = {
  onProgress?: (progress: Progress) => void;
  /** Ends the thread; whoever aborts tidies up. */
  signal?: AbortSignal;
};

/** The way of a thread to tell how far it is, and what came of it. */
export type FromWorker<Out> = { progress: unknown } | { done: Out };

// Scripts and tests run the sources, the program what was built from them.
const ending = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';

/**
 * @returns what the thread posts as `done`; an error in it is thrown here
 * @throws the reason of the signal when it was aborted
 */
export function inWorker<Out, Progress = never>(
  name: WorkerName,
  work: unknown,
  { onProgress, signal }: WorkerOptions<Progress> = {},
): Promise<Out> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL(`./${name}.${ending}`, import.meta.url), { workerData: work });
    const abort = () => {
      // What it had open is closed then.
      void worker.terminate().then(() => reject(signal?.reason));
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: FromWorker<Out>) => {
      if ('done' in message) resolve(message.done);
      // Each kind of work knows its own kind of progress.
      else onProgress?.(message.progress as Progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) return;
      reject(new Error(`the worker ${name} ended with ${code} and no answer`));
    });
  });
}
