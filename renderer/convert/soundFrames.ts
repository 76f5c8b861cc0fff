/** Cuts the bytes of a sound into frames, and counts the time they last. */
import type { AviSound } from '../../preload/api';

export type SoundFrame = { bytes: Uint8Array; seconds: number; duration: number };

type Frame = { length: number; samples: number };
/** The frame at the start of these bytes; undefined when none begins there, 'more' when it may go on. */
type Cut = (bytes: Uint8Array) => Frame | 'more' | undefined;

const mp3Rates = [[11_025, 12_000, 8000], undefined, [22_050, 24_000, 16_000], [44_100, 48_000, 32_000]];
const mp3Kbits = [
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
] as const;

/** ISO/IEC 11172-3 §2.4.1.3 and 13818-3: the header of layer III. */
export const mp3Frame: Cut = (bytes) => {
  if (bytes.length < 4) return 'more';
  const [first = 0, second = 0, third = 0] = bytes;
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  const version = (second >> 3) & 3;
  const rate = mp3Rates[version]?.[(third >> 2) & 3];
  const kbits = mp3Kbits[version === 3 ? 1 : 0][(third >> 4) - 1];
  if (rate === undefined || kbits === undefined) return undefined;
  const samples = version === 3 ? 1152 : 576;
  return { length: Math.floor(((samples / 8) * kbits * 1000) / rate) + ((third >> 1) & 1), samples };
};

const ac3Kbits = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640];

/** ETSI TS 102 366 §4.4.1 and table 4.13: the sizes of AC-3's frames. */
export const ac3Frame: Cut = (bytes) => {
  if (bytes.length < 5) return 'more';
  if (bytes[0] !== 0x0b || bytes[1] !== 0x77) return undefined;
  const code = bytes[4] ?? 0;
  const kbits = ac3Kbits[(code & 0x3f) >> 1];
  if (kbits === undefined) return undefined;
  const words = [kbits * 2, Math.floor((kbits * 320) / 147) + (code & 1), kbits * 3][code >> 6];
  return words === undefined ? undefined : { length: words * 2, samples: 1536 };
};

const pcmFrame =
  (block: number): Cut =>
  (bytes) => {
    const samples = Math.min(Math.floor(bytes.length / block), 8192);
    return samples === 0 ? 'more' : { length: samples * block, samples };
  };

const pcmBytes = { 'pcm-u8': 1, 'pcm-s16': 2, 'pcm-s24': 3, 'pcm-s32': 4, 'pcm-f32': 4 } as const;

function cutOf({ codec, channels }: AviSound): Cut {
  switch (codec) {
    case 'mp3':
      return mp3Frame;
    case 'ac3':
      return ac3Frame;
    case 'aac':
      // Each chunk is a frame.
      return ({ length }) => ({ length, samples: 1024 });
    default:
      return pcmFrame(channels * pcmBytes[codec]);
  }
}

/** @param chunks the content of each chunk, empty ones too: where chunks are frames, those stand for silence */
export async function* soundFrames(
  sound: AviSound,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<SoundFrame> {
  const cut = cutOf(sound);
  let seconds = sound.startSeconds;
  let left = new Uint8Array();
  let chunk = 0;
  for await (const content of chunks) {
    const due = sound.startSeconds + chunk * sound.chunkSeconds;
    if (content.length > 0 && left.length === 0 && due - seconds > sound.chunkSeconds / 2) seconds = due;
    chunk += 1;
    let bytes = left.length === 0 ? content : joined(left, content);
    left = new Uint8Array();
    while (bytes.length > 0) {
      const frame = cut(bytes);
      if (frame === 'more' || (frame !== undefined && frame.length > bytes.length)) {
        left = bytes.slice();
        break;
      }
      if (frame !== undefined) {
        const duration = frame.samples / sound.sampleRate;
        yield { bytes: bytes.subarray(0, frame.length), seconds, duration };
        seconds += duration;
      }
      // What is no frame is skipped until one begins.
      bytes = bytes.subarray(frame?.length ?? 1);
    }
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
