/**
 * An AVI, as its headers and indexes tell it. What it holds is passed on as a Matroska stream, chunk by chunk,
 * so that everything else is done by the one who reads containers; Motion JPEG is decoded from here.
 */
import {
  AppendOnlyStreamTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
  ReadableStreamSource,
} from 'mediabunny';
import type { Avi, AviPicture, AviSound } from '../../preload/api';
import { convert, type Read } from './convertContainer';
import { type Decoded, presentationOrder } from './h264Order';
import type { JpegFrame } from './motionJpeg';
import { soundFrames } from './soundFrames';

export async function convertAvi(avi: Avi, read: Read, output: Output): Promise<void> {
  const { picture, sound } = avi;
  const jpeg = picture?.codec === 'mjpeg' ? picture : undefined;
  const h264 = picture?.codec === 'avc' ? picture : undefined;
  const stream = h264 === undefined && sound === undefined ? undefined : matroskaOf(h264, sound, read);
  const frames = jpeg && { width: jpeg.width, height: jpeg.height, frames: jpegFrames(jpeg, read) };
  const source = stream && new ReadableStreamSource(stream.bytes);
  await Promise.all([convert(source, frames, output), stream?.filled]);
}

type Places = Pick<AviPicture, 'positions' | 'sizes'>;

const windowBytes = 4 * 1024 * 1024;

/** The content of each chunk in turn, read in large stretches; empty chunks too. */
async function* contents({ positions, sizes }: Places, read: Read): AsyncGenerator<Uint8Array> {
  let from = 0;
  let bytes: Uint8Array = new Uint8Array();
  for (const [at, position] of positions.entries()) {
    const end = position + (sizes[at] ?? 0);
    if (position < from || end > from + bytes.length) {
      let last = at;
      while (
        last + 1 < positions.length &&
        endOf(last + 1) - position <= windowBytes &&
        endOf(last + 1) > position
      ) {
        last += 1;
      }
      from = position;
      bytes = end === position ? new Uint8Array() : await read(position, Math.max(end, endOf(last)));
    }
    yield bytes.subarray(position - from, end - from);
  }
  function endOf(chunk: number): number {
    return (positions[chunk] ?? 0) + (sizes[chunk] ?? 0);
  }
}

/** An empty chunk stands for 'the same picture again'. */
async function* jpegFrames(picture: AviPicture, read: Read): AsyncGenerator<JpegFrame> {
  const duration = picture.scale / picture.rate;
  let index = 0;
  for await (const bytes of contents(picture, read)) {
    if (bytes.length > 0) yield { bytes, seconds: picture.startSeconds + index * duration, duration };
    index += 1;
  }
}

async function* h264Frames(picture: AviPicture, read: Read): AsyncGenerator<Decoded<undefined>> {
  let index = 0;
  for await (const bytes of contents(picture, read)) {
    if (bytes.length > 0) yield { content: undefined, index, bytes };
    index += 1;
  }
}

function matroskaOf(picture: AviPicture | undefined, sound: AviSound | undefined, read: Read) {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const output = new Output({
    format: new MkvOutputFormat({ appendOnly: true }),
    target: new AppendOnlyStreamTarget(writable),
  });
  const add = [picture && addPicture(output, picture, read), sound && addSound(output, sound, read)];
  return {
    bytes: readable,
    filled: fill(
      output,
      add.filter((one) => one !== undefined),
    ),
  };
}

/** Adds the next packet and tells when it begins; undefined at the end. */
type Step = () => Promise<number | undefined>;

/** The stream that is behind goes first, so that both lie together. */
async function fill(output: Output, steps: readonly Step[]): Promise<void> {
  await output.start();
  const reached = steps.map(() => 0);
  while (reached.some(Number.isFinite)) {
    const behind = reached.indexOf(Math.min(...reached));
    reached[behind] = (await steps[behind]?.()) ?? Number.POSITIVE_INFINITY;
  }
  await output.finalize();
}

function addPicture(output: Output, picture: AviPicture, read: Read): Step {
  const source = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(source, { frameRate: picture.rate / picture.scale });
  const frames = presentationOrder(h264Frames(picture, read));
  const duration = picture.scale / picture.rate;
  const decoderConfig = {
    // What the stream really is, stands in the parameter sets of its first frame.
    codec: 'avc1.640028',
    codedWidth: picture.width,
    codedHeight: picture.height,
  };
  return async () => {
    const { value: frame } = await frames.next();
    if (frame === undefined) {
      source.close();
      return undefined;
    }
    const seconds = picture.startSeconds + frame.place * duration;
    const type = frame.key ? 'key' : 'delta';
    await source.add(new EncodedPacket(frame.bytes, type, seconds, duration), { decoderConfig });
    return seconds;
  };
}

const soundCodecs = { mp3: 'mp3', ac3: 'ac-3', aac: 'mp4a.40.2' } as const;

function addSound(output: Output, sound: AviSound, read: Read): Step {
  const source = new EncodedAudioPacketSource(sound.codec);
  output.addAudioTrack(source);
  const frames = soundFrames(sound, contents(sound, read));
  const { codec, channels, sampleRate, setup } = sound;
  const decoderConfig = {
    codec: codec === 'mp3' || codec === 'ac3' || codec === 'aac' ? soundCodecs[codec] : codec,
    numberOfChannels: channels,
    sampleRate,
    ...(setup.length > 0 && { description: setup }),
  };
  return async () => {
    const { value: frame } = await frames.next();
    if (frame === undefined) {
      source.close();
      return undefined;
    }
    await source.add(new EncodedPacket(frame.bytes, 'key', frame.seconds, frame.duration), { decoderConfig });
    return frame.seconds;
  };
}
