/**
 * Packets as the decoder takes them best. Each chunk goes to another thread and back, which takes longer than decoding
 * it; a decoder that reads on within a chunk gets many packets as one, and 90 minutes of AAC take half the work.
 */
import type { AudioCodec, EncodedPacket, EncodedPacketSink } from 'mediabunny';

export type Bundle = {
  packets: readonly EncodedPacket[];
  /** The recording's own time jumps after this one: a decoder would count on without it. */
  gapAfter: boolean;
};

const gapSeconds = 0.1;

/** The next packets from `packet` on, at most `most`, up to a gap; `next` begins the one after. */
export async function bundleFrom(
  sink: EncodedPacketSink,
  packet: EncodedPacket,
  most: number,
): Promise<{ bundle: Bundle; next: EncodedPacket | null }> {
  const packets = [packet];
  for (let last = packet; ; ) {
    const next = await sink.getNextPacket(last);
    const gapAfter = next !== null && Math.abs(next.timestamp - last.timestamp - last.duration) > gapSeconds;
    if (next === null || gapAfter || packets.length === most) return { bundle: { packets, gapAfter }, next };
    packets.push(next);
    last = next;
  }
}

/** @param leadSeconds added to the packets' own time */
export function chunkOf({ packets }: Bundle, leadSeconds: number): EncodedAudioChunk {
  const data = new Uint8Array(packets.reduce((sum, packet) => sum + packet.data.length, 0));
  let at = 0;
  for (const packet of packets) {
    data.set(packet.data, at);
    at += packet.data.length;
  }
  const timestamp = Math.round(1e6 * ((packets[0]?.timestamp ?? 0) + leadSeconds));
  return new EncodedAudioChunk({ type: 'key', timestamp, data });
}

/** Their packets tell their own length, so that a decoder can read on. */
const selfDelimiting: readonly AudioCodec[] = ['aac', 'mp3'];

/** Packets that go to the decoder as one: 1.4 s of AAC where this decoder proves to read on, otherwise each alone. */
export async function bundleSize(
  codec: AudioCodec | null,
  config: AudioDecoderConfig,
  sink: EncodedPacketSink,
  first: EncodedPacket,
): Promise<number> {
  if (codec === null || !selfDelimiting.includes(codec)) return 1;
  const { bundle } = await bundleFrom(sink, first, 8);
  let heardSeconds = 0;
  const decoder = new AudioDecoder({
    output(data) {
      heardSeconds += data.numberOfFrames / data.sampleRate;
      data.close();
    },
    error: () => undefined,
  });
  decoder.configure(config);
  decoder.decode(chunkOf(bundle, 0));
  const whole = await decoder.flush().then(
    () => heardSeconds > 0.8 * bundle.packets.reduce((sum, packet) => sum + packet.duration, 0),
    () => false,
  );
  if (decoder.state !== 'closed') decoder.close();
  return whole ? 64 : 1;
}
