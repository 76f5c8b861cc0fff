/** Runs a worker that makes the playable copy, and carries its parts to the main process. */
import type { ConversionBegun, ConversionFinished, Linked } from '../../preload/api';
import { ask } from '../ask';
import type { FromWorker, ToWorker } from './messages';

export type Begun = Extract<ConversionBegun, { outcome: 'begun' }>;

export type Ended =
  | { outcome: 'finished'; linked: Linked }
  | { outcome: Exclude<ConversionFinished['outcome'], 'finished'> | 'cancelled' }
  /** A codec that is neither copied nor decoded. */
  | { outcome: 'refused'; codec: string };

export type Running = { ended: Promise<Ended>; cancel: () => void };

/** @param progress is told how much of the recording has been read: 0 to 1 */
export function runConversion(begun: Begun, progress: (share: number) => void): Running {
  const { conversionId, recordingId, sizeBytes, avi } = begun;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToWorker) => worker.postMessage(message);
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();

  let ending = false;

  /** The worker ends at once, whatever it is at; nothing of the copy stays. Too late when all is written. */
  const giveUp = async (ended: Ended) => {
    if (ending) return;
    ending = true;
    worker.terminate();
    await ask('cancelConversion', conversionId);
    resolve(ended);
  };

  async function hear(message: FromWorker): Promise<void> {
    switch (message.type) {
      case 'part': {
        const { position, bytes } = message;
        const { outcome } = await ask('writeConversion', { conversionId, position, bytes });
        if (outcome === 'written') tell({ type: 'written' });
        else await giveUp({ outcome });
        return;
      }
      case 'progress':
        progress(message.share);
        return;
      case 'done':
        if (ending) return;
        ending = true;
        worker.terminate();
        resolve(await ask('finishConversion', conversionId));
        return;
      case 'refused':
        return giveUp({ outcome: 'refused', codec: message.codec });
      case 'failed':
        return giveUp({ outcome: 'broken' });
      default:
        return message satisfies never;
    }
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => void hear(data).catch(reject);
  worker.onerror = () => void giveUp({ outcome: 'broken' }).catch(reject);
  const address = new URL(`./media/${recordingId}`, document.baseURI).href;
  tell({ type: 'convert', task: { address, sizeBytes, avi } });
  return { ended: promise, cancel: () => void giveUp({ outcome: 'cancelled' }).catch(reject) };
}
