/** The worker of one waveform: reads a recording, decodes its sound, keeps the loudest sample of each step. */
import { decodeTrack, type Pace } from './decode';
import type { FromWorker, ToWorker } from './messages';
import { gatherPeaks, stepFor } from './peaks';
import { openInput } from './source';

const tell = (message: FromWorker, transfer: Transferable[] = []): void => postMessage(message, { transfer });

/** A turn of work before the player gets its own, when there is one to leave time for. */
const turnMs = 20;
let gently = false;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'gently') gently = data.gently;
  else
    draw(data.url, data.durationMs).catch((error: unknown) => tell({ kind: 'failed', why: String(error) }));
});

async function draw(url: string, durationMs: number | null): Promise<void> {
  const input = await openInput(url);
  const track = await input.getPrimaryAudioTrack();
  const stepMs = stepFor(durationMs);
  if (track === null) return tell({ kind: 'drawn', stepMs, peaks: new Uint8Array() });
  if (!(await track.canDecode())) return tell({ kind: 'undecodable' });
  const peaks = gatherPeaks(stepMs);
  await decodeTrack(track, peaks.add, pace(durationMs));
  input.dispose();
  const bytes = peaks.bytes(durationMs);
  tell({ kind: 'drawn', stepMs, peaks: bytes }, [bytes.buffer]);
}

function pace(durationMs: number | null): Pace {
  let told = 0;
  let turn = performance.now();
  return async (seconds) => {
    const progress = durationMs === null ? 0 : Math.min(1, (seconds * 1000) / durationMs);
    if (progress >= told + 0.01) {
      told = progress;
      tell({ kind: 'progress', progress });
    }
    if (!gently || performance.now() < turn + turnMs) return;
    await new Promise((resolve) => setTimeout(resolve, turnMs));
    turn = performance.now();
  };
}
