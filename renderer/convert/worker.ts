/** Makes the playable copy, away from the window: reads the recording by ranges, hands the copy over in parts. */
import { registerAc3Decoder } from '@mediabunny/ac3';
import { Mp4OutputFormat, Output, StreamTarget, type StreamTargetChunk } from 'mediabunny';
import { convertAvi } from './convertAvi';
import { convertContainer } from './convertContainer';
import type { FromWorker, Task, ToWorker } from './messages';
import { Refused } from './refused';

/** The worker's own global object, which TypeScript takes for a window. */
const worker = globalThis as unknown as {
  postMessage: (message: FromWorker, transfer?: Transferable[]) => void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

const partBytes = 4 * 1024 * 1024;

let written: (() => void) | undefined;

worker.onmessage = ({ data }) => {
  if (data.type === 'convert') void convert(data.task);
  else written?.();
};

/** One part at a time: the disk sets the pace, and no more than a part waits in memory. */
const parts = new WritableStream<StreamTargetChunk>({
  write: ({ data, position }) =>
    new Promise((resolve) => {
      written = resolve;
      const bytes = data.slice();
      worker.postMessage({ type: 'part', position, bytes }, [bytes.buffer]);
    }),
});

async function convert(task: Task): Promise<void> {
  registerAc3Decoder();
  const output = new Output({
    // The index goes to the end: that needs neither memory nor a second pass, and costs nothing on a disk.
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(parts, { chunked: true, chunkSize: partBytes }),
  });
  const read = reader(task);
  try {
    if (task.avi === undefined) await convertContainer(read, task.sizeBytes, output);
    else await convertAvi(task.avi, read, output);
    worker.postMessage({ type: 'done' });
  } catch (error) {
    if (error instanceof Refused) {
      worker.postMessage({ type: 'refused', codec: error.codec });
    } else {
      // A file that is damaged inside makes the library throw.
      console.warn(error);
      worker.postMessage({ type: 'failed' });
    }
  }
}

/** Reads a stretch of the recording, and tells now and then how far reading has come. */
function reader({ address, sizeBytes }: Task) {
  let told = 0;
  return async (start: number, end: number): Promise<Uint8Array> => {
    const response = await fetch(address, { headers: { Range: `bytes=${start}-${end - 1}` } });
    if (response.status !== 206) throw new Error(`the recording answers ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const share = Math.min(1, end / sizeBytes);
    if (share - told >= 0.002) {
      told = share;
      worker.postMessage({ type: 'progress', share });
    }
    return bytes;
  };
}
