/** How loud the recording is heard: volume, mute, and a lift for quiet voices by Web Audio. */

export type Sound = {
  /** 0 to 100, per cent. */
  volume: number;
  /** How much quiet voices are lifted: 0 to 12 dB. */
  gainDb: number;
  muted: boolean;
};

export type SoundControl = ReturnType<typeof createSound>;

/** The steps that a key goes through. */
export const gains = [0, 3, 6, 9, 12] as const;

/** Above this the compressor holds loud voices down, so that lifting quiet ones does not hurt. */
const thresholdDb = -15;
const ratio = 12;

/**
 * A compressor makes up for what it takes away, by 0.6 of it in dB (Web Audio API, section on the
 * DynamicsCompressorNode, "compute the makeup gain"); taken out again, so that +6 dB means six.
 */
const makeupDb = 0.6 * -(thresholdDb - thresholdDb / ratio);

const factor = (db: number): number => 10 ** (db / 20);

export function createSound() {
  let context: AudioContext | undefined;
  let element: HTMLMediaElement | undefined;
  let sound: Sound = { volume: 100, gainDb: 0, muted: false };
  /** An element can be taken into Web Audio only once, and its sound goes that way from then on. */
  const sources = new WeakMap<HTMLMediaElement, MediaElementAudioSourceNode>();

  /** Quiet voices by `gainDb` louder, loud ones held: gain, compressor, and its make-up taken out again. */
  function lift(audio: AudioContext, gainDb: number): AudioNode {
    const gain = new GainNode(audio, { gain: factor(gainDb) });
    const compressor = new DynamicsCompressorNode(audio, {
      threshold: thresholdDb,
      knee: 0,
      ratio,
      attack: 0.003,
      release: 0.25,
    });
    gain
      .connect(compressor)
      .connect(new GainNode(audio, { gain: factor(-makeupDb) }))
      .connect(audio.destination);
    return gain;
  }

  function route(): void {
    if (element === undefined) return;
    element.volume = sound.volume / 100;
    element.muted = sound.muted;
    const known = sources.get(element);
    // Without a lift the sound stays out of Web Audio as long as it never went in.
    if (known === undefined && sound.gainDb === 0) return;
    context ??= new AudioContext();
    const source = known ?? context.createMediaElementSource(element);
    sources.set(element, source);
    source.disconnect();
    source.connect(sound.gainDb === 0 ? context.destination : lift(context, sound.gainDb));
    wake();
  }

  // A context that was made before the first key press sleeps until it is called.
  const wake = () => void context?.resume();

  return {
    /** Ref callback for the media element. */
    attach(media: HTMLMediaElement | null): () => void {
      if (media === null) return () => undefined;
      element = media;
      media.addEventListener('play', wake);
      route();
      return () => {
        media.removeEventListener('play', wake);
        sources.get(media)?.disconnect();
        element = undefined;
      };
    },
    set(next: Sound): void {
      sound = next;
      route();
    },
    /** Gives the sound system back. */
    close(): void {
      void context?.close();
      context = undefined;
    },
  };
}
