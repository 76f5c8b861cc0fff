/** The page's end of the worker that draws a waveform. */
import type { FromWorker, ToWorker } from './messages';

export type Drawing = {
  /** Leave half of the time to the player, or take all. */
  gently: (gently: boolean) => void;
  stop: () => void;
};

/** @param durationMs of the recording, when it is known */
export function startDrawing(
  recording: { id: string; durationMs: number | null },
  told: (message: FromWorker) => void,
): Drawing {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'waveform' });
  const tell = (message: ToWorker): void => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => told(data);
  // A worker has its own address: what it is given must be whole.
  const url = new URL(`./media/${recording.id}`, document.baseURI).href;
  tell({ kind: 'draw', url, durationMs: recording.durationMs });
  return { gently: (gently) => tell({ kind: 'gently', gently }), stop: () => worker.terminate() };
}
