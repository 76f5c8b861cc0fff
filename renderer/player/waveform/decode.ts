/** Decodes the sound of a track from end to end, a little at a time. */
import { type AudioSample, AudioSampleSink, EncodedPacketSink, type InputAudioTrack } from 'mediabunny';
import { bundleFrom, bundleSize, chunkOf } from './bundles';

/**
 * Samples of one channel, -1 to 1, in a buffer that is used again.
 * @param fromFrame number of the first one, counted from the beginning of the recording
 */
export type Hear = (samples: Float32Array, sampleRate: number, fromFrame: number) => void;

/** Told between pieces how many seconds were read; it is waited for. */
export type Pace = (seconds: number) => Promise<void>;

/** Damaged places that are stepped over before the rest is given up. */
const mostDamages = 50;

/** The track is one that `canDecode`. */
export async function decodeTrack(track: InputAudioTrack, hear: Hear, pace: Pace): Promise<void> {
  const listen = listener(hear);
  const config = await track.getDecoderConfig();
  // Uncompressed sound is unpacked by the library itself.
  if (config === null || (await track.getCodec())?.startsWith('pcm') || config.codec.endsWith('law')) {
    for await (const sample of new AudioSampleSink(track).samples()) {
      listen(sample, sample.timestamp);
      sample.close();
      await pace(sample.timestamp);
    }
    return;
  }

  const sink = new EncodedPacketSink(track);
  let next = await sink.getFirstPacket();
  if (next === null) return;
  const most = await bundleSize(track.codec, config, sink, next);
  // Codecs begin a little before the recording does. The decoder counts from 0 then, as if nothing were before.
  const leadSeconds = Math.max(0, -next.timestamp);
  const heard: Listen = (sound, atSeconds) => listen(sound, atSeconds - leadSeconds);
  // Enough that the decoder never waits, and no more.
  const mostQueued = most === 1 ? 32 : 2;
  let decoder = startDecoder(config, heard);
  let damages = 0;
  while (next !== null) {
    const { bundle, next: after } = await bundleFrom(sink, next, most);
    if (decoder.isClosed()) {
      damages += 1;
      if (damages > mostDamages) return;
      decoder = startDecoder(config, heard);
    }
    await decoder.decode(chunkOf(bundle, leadSeconds), mostQueued);
    if (bundle.gapAfter) {
      await decoder.finish();
      decoder = startDecoder(config, heard);
    }
    await pace(bundle.packets.at(-1)?.timestamp ?? 0);
    next = after;
  }
  await decoder.finish();
}

type Listen = (sound: AudioData | AudioSample, atSeconds: number) => void;

function listener(hear: Hear): Listen {
  let buffer = new Float32Array(8192);
  return (sound, atSeconds) => {
    const { numberOfFrames, numberOfChannels, sampleRate } = sound;
    if (buffer.length < numberOfFrames) buffer = new Float32Array(numberOfFrames);
    const samples = buffer.subarray(0, numberOfFrames);
    for (let planeIndex = 0; planeIndex < numberOfChannels; planeIndex += 1) {
      sound.copyTo(samples, { planeIndex, format: 'f32-planar' });
      hear(samples, sampleRate, Math.round(atSeconds * sampleRate));
    }
  };
}

/** A decoder that closes at damage; what it was given by then is lost, and nothing else. */
function startDecoder(config: AudioDecoderConfig, listen: Listen) {
  let wake = (): void => undefined;
  const decoder = new AudioDecoder({
    output(data) {
      listen(data, data.timestamp / 1e6);
      data.close();
    },
    error: () => wake(),
  });
  decoder.addEventListener('dequeue', () => wake());
  decoder.configure(config);
  const isClosed = () => decoder.state === 'closed';
  return {
    isClosed,
    /** Waits until fewer than `mostQueued` chunks wait for the decoder. */
    async decode(chunk: EncodedAudioChunk, mostQueued: number): Promise<void> {
      decoder.decode(chunk);
      while (!isClosed() && decoder.decodeQueueSize >= mostQueued) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async finish(): Promise<void> {
      if (isClosed()) return;
      // Damage at the very end closes the decoder by itself.
      await decoder.flush().catch(() => undefined);
      if (!isClosed()) decoder.close();
    },
  };
}
