/** The loudest sample of each step of a recording: what a waveform is drawn from. */
import { loudnessOf } from './loudness';

/** 216,000 steps are three hours of 50 ms; longer recordings get longer steps. */
const usualStepMs = 50;
const mostSteps = 216_000;

/** Milliseconds of one step, 50 to 1000. */
export const stepFor = (durationMs: number | null): number =>
  Math.min(1000, Math.max(usualStepMs, Math.ceil((durationMs ?? 0) / mostSteps)));

/** Gathers the loudest sample of each step, in whatever pieces the sound comes; channels count alike. */
export function gatherPeaks(stepMs: number) {
  let loudest = new Float32Array(1024);
  let reached = 0;

  const makeRoom = (steps: number): void => {
    reached = Math.max(reached, steps);
    if (reached <= loudest.length) return;
    const longer = new Float32Array(2 ** Math.ceil(Math.log2(reached)));
    longer.set(loudest);
    loudest = longer;
  };

  return {
    /**
     * Samples of one channel, -1 to 1.
     * @param fromFrame number of the first one, counted from the beginning of the recording; below 0 is not heard
     */
    add(samples: Float32Array, sampleRate: number, fromFrame: number): void {
      const framesPerStep = (sampleRate * stepMs) / 1000;
      let at = Math.max(0, -fromFrame);
      if (at >= samples.length) return;
      makeRoom(1 + Math.floor((fromFrame + samples.length - 1) / framesPerStep));
      while (at < samples.length) {
        const step = Math.floor((fromFrame + at) / framesPerStep);
        const end = Math.min(samples.length, Math.ceil((step + 1) * framesPerStep) - fromFrame);
        let most = loudest[step] ?? 0;
        // Without a branch per sample: half a billion of them are looked at in 90 minutes.
        for (; at < end; at += 1) most = Math.max(most, Math.abs(samples[at] ?? 0));
        loudest[step] = most;
      }
    },

    /** One byte for each step of the recording; of what was heard when the length is not known. */
    bytes(durationMs: number | null): Uint8Array<ArrayBuffer> {
      const steps = durationMs === null ? reached : Math.ceil(durationMs / stepMs);
      return Uint8Array.from({ length: steps }, (_, step) => loudnessOf(loudest[step] ?? 0));
    },
  };
}
