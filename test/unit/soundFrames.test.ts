import { describe, expect, test } from 'vitest';
import type { AviSound } from '../../preload/api.ts';
import { ac3Frame, mp3Frame, soundFrames } from '../../renderer/convert/soundFrames.ts';

const sound = (some: Partial<AviSound>): AviSound => ({
  codec: 'pcm-s16',
  channels: 1,
  sampleRate: 8000,
  chunkSeconds: 0,
  setup: new Uint8Array(),
  startSeconds: 0,
  positions: new Float64Array(),
  sizes: new Uint32Array(),
  ...some,
});

async function framesOf(of: AviSound, chunks: readonly Uint8Array[]) {
  async function* given() {
    yield* chunks;
  }
  const found: { length: number; seconds: number; duration: number }[] = [];
  for await (const { bytes, seconds, duration } of soundFrames(of, given())) {
    found.push({ length: bytes.length, seconds, duration });
  }
  return found;
}

/** Layer III, 128 kbit/s, 48 kHz, no padding: 384 bytes. */
const mp3 = () => Uint8Array.from({ length: 384 }, (_, at) => [0xff, 0xfb, 0x94, 0][at] ?? 0);

describe('the length of a frame', () => {
  test.each([
    ['MPEG-1, 128 kbit/s, 48 kHz', [0xff, 0xfb, 0x94, 0], { length: 384, samples: 1152 }],
    ['MPEG-1, 128 kbit/s, 44.1 kHz, padded', [0xff, 0xfb, 0x92, 0], { length: 418, samples: 1152 }],
    ['MPEG-2, 64 kbit/s, 22.05 kHz', [0xff, 0xf3, 0x80, 0], { length: 208, samples: 576 }],
    ['layer II', [0xff, 0xfd, 0x94, 0], undefined],
    ['no header', [1, 2, 3, 4], undefined],
    ['too little', [0xff], 'more'],
  ])('of MP3: %s', (_, bytes, frame) => {
    expect(mp3Frame(Uint8Array.from(bytes))).toEqual(frame);
  });

  test.each([
    ['448 kbit/s at 48 kHz', [0x0b, 0x77, 0, 0, 0x1e], { length: 1792, samples: 1536 }],
    ['192 kbit/s at 44.1 kHz, odd', [0x0b, 0x77, 0, 0, 0x55], { length: 836, samples: 1536 }],
    ['no header', [1, 2, 3, 4, 5], undefined],
  ])('of AC-3: %s', (_, bytes, frame) => {
    expect(ac3Frame(Uint8Array.from(bytes))).toEqual(frame);
  });
});

describe('the frames of a sound', () => {
  test('follow each other without gaps, however the chunks cut them', async () => {
    const whole = [...mp3(), ...mp3(), ...mp3()];
    const chunks = [whole.slice(0, 100), whole.slice(100, 900), whole.slice(900)];
    const found = await framesOf(
      sound({ codec: 'mp3', sampleRate: 48_000 }),
      chunks.map((chunk) => Uint8Array.from(chunk)),
    );
    expect(found.map(({ length }) => length)).toEqual([384, 384, 384]);
    expect(found.map(({ seconds }) => Math.round(seconds * 1000))).toEqual([0, 24, 48]);
  });

  test('wait where chunks are frames and some are empty', async () => {
    const of = sound({ codec: 'mp3', sampleRate: 48_000, chunkSeconds: 0.024 });
    const found = await framesOf(of, [mp3(), new Uint8Array(), new Uint8Array(), mp3(), mp3()]);
    expect(found.map(({ seconds }) => Math.round(seconds * 1000))).toEqual([0, 72, 96]);
  });

  test('begin behind what is no frame', async () => {
    const found = await framesOf(sound({ codec: 'mp3', sampleRate: 48_000 }), [
      Uint8Array.from([1, 2, 3, ...mp3()]),
    ]);
    expect(found).toEqual([{ length: 384, seconds: 0, duration: 0.024 }]);
  });

  test('of uncompressed sound hold whole samples, and last as long as their bytes', async () => {
    const found = await framesOf(sound({ channels: 2 }), [new Uint8Array(4001), new Uint8Array(7999)]);
    expect(found.reduce((sum, { length }) => sum + length, 0)).toBe(12_000);
    expect(found.every(({ length }) => length % 4 === 0)).toBe(true);
    const last = found.at(-1);
    expect((last?.seconds ?? 0) + (last?.duration ?? 0)).toBeCloseTo(3000 / 8000);
  });

  test('start when the stream does', async () => {
    const found = await framesOf(sound({ startSeconds: 1.5 }), [new Uint8Array(16)]);
    expect(found[0]?.seconds).toBe(1.5);
  });
});
