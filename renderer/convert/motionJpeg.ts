/** Motion JPEG, which no player here knows: each frame is decoded as the picture it is, and encoded as H.264. */
import {
  EncodedPacketSink,
  getFirstEncodableVideoCodec,
  type InputVideoTrack,
  type Output,
  QUALITY_HIGH,
  VideoSample,
  VideoSampleSource,
} from 'mediabunny';
import { Refused } from './refused';

export type JpegFrame = { bytes: Uint8Array; seconds: number; duration: number };

export type MotionJpeg = { width: number; height: number; frames: AsyncIterable<JpegFrame> };

export async function isMotionJpeg(track: InputVideoTrack): Promise<boolean> {
  return ['jpeg', 'mjpa', 'V_MJPEG'].includes(String(await track.getInternalCodecId()));
}

export async function motionJpegOf(track: InputVideoTrack): Promise<MotionJpeg> {
  async function* frames(): AsyncGenerator<JpegFrame> {
    for await (const { data, timestamp, duration } of new EncodedPacketSink(track).packets()) {
      yield { bytes: data, seconds: timestamp, duration };
    }
  }
  return { width: await track.getCodedWidth(), height: await track.getCodedHeight(), frames: frames() };
}

/**
 * Adds the picture to the output.
 * @returns what encodes it, once the output has started; it calls `reach` before it goes on beyond a time
 */
export async function encodeMotionJpeg({ width, height, frames }: MotionJpeg, output: Output) {
  const size = { width: width + (width % 2), height: height + (height % 2) };
  const codec = await getFirstEncodableVideoCodec(['avc', 'vp9'], { ...size, quality: QUALITY_HIGH });
  if (codec === null) throw new Refused('Motion JPEG');
  const source = new VideoSampleSource({
    codec,
    quality: QUALITY_HIGH,
    keyFrameInterval: 2,
    sizeChangeBehavior: 'fill',
    // Encoders want even sizes.
    transform: { ...size, fit: 'fill' },
  });
  output.addVideoTrack(source);

  return async (reach: (seconds: number) => Promise<void>): Promise<void> => {
    let reached = 0;
    for await (const { bytes, seconds, duration } of frames) {
      const picture = await decoded(bytes);
      // A frame that was damaged is left out: the one before stands longer.
      if (picture === undefined) continue;
      if (seconds - reached >= 1) {
        reached = seconds;
        await reach(seconds);
      }
      const sample = new VideoSample(picture, { timestamp: seconds, duration });
      await source.add(sample);
      sample.close();
      picture.close();
    }
    source.close();
  };
}

async function decoded(bytes: Uint8Array): Promise<ImageBitmap | undefined> {
  const jpeg = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
  return createImageBitmap(jpeg).catch(() => undefined);
}
