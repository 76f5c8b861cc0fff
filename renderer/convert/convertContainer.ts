/** Copies what an MP4 can hold and this program plays, and encodes the rest anew. */
import {
  ALL_FORMATS,
  Conversion,
  type ConversionAudioOptions,
  type ConversionVideoOptions,
  CustomSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MPEG_TS,
  type Output,
  QUALITY_HIGH,
  type Source,
} from 'mediabunny';
import { encodeMotionJpeg, isMotionJpeg, type MotionJpeg, motionJpegOf } from './motionJpeg';
import { Refused } from './refused';

export type Read = (start: number, end: number) => Promise<Uint8Array>;

/** What the library reads: MP4, MOV, Matroska, MPEG-TS and more. */
export async function convertContainer(read: Read, sizeBytes: number, output: Output): Promise<void> {
  const source = new CustomSource({ getSize: () => sizeBytes, read, prefetchProfile: 'network' });
  await convert(source, undefined, output);
}

/**
 * @param source a container with everything but Motion JPEG from elsewhere
 * @throws Refused for a codec that is neither copied nor decoded
 */
export async function convert(
  source: Source | undefined,
  frames: MotionJpeg | undefined,
  output: Output,
): Promise<void> {
  const input = source && new Input({ formats: ALL_FORMATS, source });
  try {
    const own = input && (await motionJpegIn(input));
    const jpeg = frames ?? own;
    const encode = jpeg && (await encodeMotionJpeg(jpeg, output));
    const conversion = input && (await conversionOf(input, output));
    if (input !== undefined) await keepNoWayBack(input);
    await output.start();
    // Both go on side by side, so that picture and sound lie together in the file.
    await encode?.(async (seconds) => conversion?.execute({ until: seconds }));
    await conversion?.execute();
    await output.finalize();
  } finally {
    input?.dispose();
  }
}

/**
 * Of a transport stream, mediabunny 1.61 keeps the content of a packet in every 1,024, to find its way about
 * later: a quarter of the file, in memory. The way here leads only forward. Not part of the library's types;
 * should it go away, conversion works as before.
 */
async function keepNoWayBack(input: Input): Promise<void> {
  const { _demuxerPromise: reading } = input as unknown as {
    _demuxerPromise?: Promise<{ minReferencePointByteDistance?: number }>;
  };
  const demuxer = await reading;
  if (demuxer?.minReferencePointByteDistance !== undefined) {
    demuxer.minReferencePointByteDistance = Number.POSITIVE_INFINITY;
  }
}

async function motionJpegIn(input: Input): Promise<MotionJpeg | undefined> {
  for (const track of await input.getVideoTracks()) {
    if (await isMotionJpeg(track)) return motionJpegOf(track);
  }
  return undefined;
}

async function conversionOf(input: Input, output: Output): Promise<Conversion> {
  const conversion = await Conversion.init({
    input,
    output,
    composable: true,
    showWarnings: false,
    video: picture,
    audio: sound,
    // A camera's clock is anywhere when it starts, and is set to 0; other recordings play from their own 0.
    ...((await input.getFormat()) !== MPEG_TS && { trim: { start: 0 } }),
  });
  const lost = conversion.discardedTracks.find(({ reason }) => reason !== 'discarded_by_user');
  if (lost !== undefined) {
    throw new Refused(String((await lost.track.getCodec()) ?? (await lost.track.getInternalCodecId())));
  }
  return conversion;
}

/** H.264, HEVC, VP9 and AV1 are copied. */
async function picture(track: InputVideoTrack): Promise<ConversionVideoOptions> {
  if (await isMotionJpeg(track)) return { discard: true };
  const codec = await track.getCodec();
  return codec === 'vp8' || codec === 'prores' ? { codec: 'avc', quality: QUALITY_HIGH } : {};
}

/** What plays in an MP4 is copied; the rest becomes Opus, which every system that runs this program encodes. */
async function sound(track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const codec = await track.getCodec();
  if (codec !== null && ['aac', 'mp3', 'opus', 'flac'].includes(codec)) return {};
  return {
    codec: 'opus',
    quality: QUALITY_HIGH,
    sampleRate: 48_000,
    numberOfChannels: Math.min(2, await track.getNumberOfChannels()),
  };
}
