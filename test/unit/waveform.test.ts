import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, heightsFor } from '../../renderer/player/waveform/columns.ts';
import { amplitudeOf, loudnessOf } from '../../renderer/player/waveform/loudness.ts';
import { gatherPeaks, stepFor } from '../../renderer/player/waveform/peaks.ts';
import { readAhead } from '../../renderer/player/waveform/readAhead.ts';

const amplitude = fc.double({ min: 0, max: 1, noNaN: true });
const sound = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 400 });
const sampleRate = fc.constantFrom(1000, 1102, 8000);
const stepMs = fc.integer({ min: 1, max: 60 });

describe('loudness', () => {
  test('is 0 for silence, 255 for full scale and all above it', () => {
    expect([0, 1, 2, Number.POSITIVE_INFINITY].map(loudnessOf)).toEqual([0, 255, 255, 255]);
  });

  test('never falls when the amplitude rises', () => {
    fc.assert(
      fc.property(amplitude, amplitude, (a, b) => {
        expect(loudnessOf(Math.max(a, b))).toBeGreaterThanOrEqual(loudnessOf(Math.min(a, b)));
      }),
    );
  });

  test('tells amplitudes apart that differ by 0.3 dB, down to -72 dB', () => {
    for (let decibels = 0; decibels > -71; decibels -= 0.3) {
      expect(loudnessOf(10 ** (decibels / 20))).toBeGreaterThan(loudnessOf(10 ** ((decibels - 0.3) / 20)));
    }
  });

  test('stands for an amplitude that has the same loudness', () => {
    for (let loudness = 0; loudness < 256; loudness += 1) {
      expect(loudnessOf(amplitudeOf(loudness))).toBe(loudness);
    }
  });
});

/** The bytes of one channel, heard in pieces that end at `cuts`. */
function peaksOf(samples: readonly number[], rate: number, step: number, cuts: readonly number[] = []) {
  const peaks = gatherPeaks(step);
  const ends = [...new Set(cuts.map((cut) => cut % samples.length))].toSorted((a, b) => a - b);
  [0, ...ends].forEach((from, index) => {
    peaks.add(Float32Array.from(samples.slice(from, ends[index])), rate, from);
  });
  return peaks.bytes((samples.length / rate) * 1000);
}

describe('the peaks of a recording', () => {
  test('are those of every step, looked at one by one', () => {
    fc.assert(
      fc.property(sound, sampleRate, stepMs, (samples, rate, step) => {
        const slow = Array.from({ length: Math.ceil(((samples.length / rate) * 1000) / step) }, () => 0);
        samples.forEach((sample, frame) => {
          const at = Math.floor(frame / ((rate * step) / 1000));
          slow[at] = Math.max(slow[at] ?? 0, loudnessOf(Math.abs(Math.fround(sample))));
        });
        expect([...peaksOf(samples, rate, step)]).toEqual(slow.slice(0, peaksOf(samples, rate, step).length));
      }),
    );
  });

  test('are the same in whatever pieces the sound comes', () => {
    fc.assert(
      fc.property(sound, sampleRate, stepMs, fc.array(fc.nat(400)), (samples, rate, step, cuts) => {
        expect(peaksOf(samples, rate, step, cuts)).toEqual(peaksOf(samples, rate, step));
      }),
    );
  });

  test('never fall when one sample gets louder', () => {
    fc.assert(
      fc.property(sound, stepMs, fc.nat(400), (samples, step, which) => {
        const louder = samples.map((sample, at) => (at === which % samples.length ? 1 : sample));
        const before = peaksOf(samples, 1000, step);
        peaksOf(louder, 1000, step).forEach((peak, at) => {
          expect(peak).toBeGreaterThanOrEqual(before[at] ?? 0);
        });
      }),
    );
  });

  test('are as many as the steps that the length begins, whatever was heard', () => {
    fc.assert(
      fc.property(sound, stepMs, fc.integer({ min: 1, max: 100_000 }), (samples, step, durationMs) => {
        const peaks = gatherPeaks(step);
        peaks.add(Float32Array.from(samples), 1000, 0);
        expect(peaks.bytes(durationMs)).toHaveLength(Math.ceil(durationMs / step));
      }),
    );
  });

  test('are the loudest of all channels', () => {
    const peaks = gatherPeaks(10);
    peaks.add(Float32Array.of(0.1, 0.1), 100, 0);
    peaks.add(Float32Array.of(0.5, 0), 100, 0);
    expect([...peaks.bytes(20)]).toEqual([loudnessOf(0.5), loudnessOf(Math.fround(0.1))]);
  });

  test('leave out what a codec puts before the beginning', () => {
    const peaks = gatherPeaks(10);
    peaks.add(Float32Array.of(1, 1, 0.25), 100, -2);
    expect([...peaks.bytes(null)]).toEqual([loudnessOf(0.25)]);
    peaks.add(Float32Array.of(1), 100, -50);
    expect([...peaks.bytes(null)]).toEqual([loudnessOf(0.25)]);
  });

  test('take 216,000 bytes at most for up to 60 hours', () => {
    const hours = (count: number) => count * 3_600_000;
    expect([null, hours(1.5), hours(3)].map(stepFor)).toEqual([50, 50, 50]);
    expect(stepFor(hours(6))).toBe(100);
    expect(hours(60) / stepFor(hours(60))).toBeLessThanOrEqual(216_000);
  });
});

describe('the columns of a picture', () => {
  const peaks = Uint8Array.from({ length: 1000 }, (_, step) => (step === 500 ? 255 : step % 200));
  const heights = heightsFor(peaks);

  test('show the loudest moment of their stretch, however far it is zoomed', () => {
    for (const count of [1, 10, 333, 1000]) {
      const { loudest } = columnsOf({ stepMs: 50, peaks }, heights, { fromMs: 0, toMs: 50_000 }, count);
      expect(Math.max(...loudest), `${count} columns`).toBe(heights[255]);
    }
  });

  test('show one step over many columns when zoomed in', () => {
    const { loudest, usual } = columnsOf({ stepMs: 50, peaks }, heights, { fromMs: 25_000, toMs: 25_100 }, 8);
    expect([...loudest]).toEqual([...Array(4).fill(heights[255]), ...Array(4).fill(heights[101])]);
    expect(usual).toEqual(loudest);
  });

  test('are empty beyond the recording', () => {
    const { loudest, usual } = columnsOf({ stepMs: 50, peaks }, heights, { fromMs: 60_000, toMs: 70_000 }, 5);
    expect([...loudest, ...usual]).toEqual(Array(10).fill(0));
  });

  test('reach the edge for the loud voices of a quiet recording', () => {
    const quiet = Uint8Array.from({ length: 400 }, (_, step) => (step % 2 === 0 ? loudnessOf(0.03) : 0));
    expect(heightsFor(quiet)[loudnessOf(0.03)]).toBe(1);
  });

  test('stay small where there is nothing but noise', () => {
    const noise = Uint8Array.from({ length: 400 }, () => loudnessOf(0.0006));
    expect(heightsFor(noise)[loudnessOf(0.0006)]).toBeLessThan(0.15);
  });

  test('are not made small by one slammed door', () => {
    const voices = Uint8Array.from({ length: 1000 }, (_, step) => (step === 7 ? 255 : loudnessOf(0.1)));
    expect(heightsFor(voices)[loudnessOf(0.1)]).toBe(1);
  });
});

/** A file of 4 MiB, and how much of it was read in how many pieces. */
function countedFile() {
  const size = 4 * 1024 * 1024;
  const file = Uint8Array.from({ length: size }, (_, at) => at % 251);
  const pieces: number[] = [];
  const read = readAhead(async (start, end) => {
    pieces.push(end - start);
    return file.slice(start, end);
  }, size);
  return { file, size, pieces, read };
}

describe('reading ahead', () => {
  test('gives the bytes that were asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4 * 1024 * 1024 - 1), fc.integer({ min: 1, max: 50_000 })), {
          maxLength: 20,
        }),
        async (asked) => {
          const { file, size, read } = countedFile();
          for (const [start, length] of asked) {
            const end = Math.min(size, start + length);
            expect(Buffer.compare(await read(start, end), file.subarray(start, end))).toBe(0);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('reads a file from end to end once, in few pieces', async () => {
    const { size, pieces, read } = countedFile();
    for (let at = 0; at < size; at += 300) await read(at, Math.min(size, at + 300));
    expect(pieces.reduce((sum, piece) => sum + piece)).toBeLessThan(size * 1.01);
    expect(pieces.length).toBeLessThan(12);
  });

  test('steps over what lies between the stretches that are wanted', async () => {
    const { size, pieces, read } = countedFile();
    for (let at = 0; at < size; at += 400_000) {
      for (let part = 0; part < 8000; part += 400) await read(at + part, at + part + 400);
    }
    expect(pieces.reduce((sum, piece) => sum + piece)).toBeLessThan(size / 20);
  });

  test('tries again after a read that failed', async () => {
    let fails = true;
    const read = readAhead(async (start, end) => {
      if (fails) throw new Error('gone');
      return new Uint8Array(end - start);
    }, 1000);
    await expect(read(0, 10)).rejects.toThrow('gone');
    fails = false;
    expect(await read(0, 10)).toHaveLength(10);
  });
});
