import type { MediaProblem, RecordingView } from '../../preload/api';

/**
 * What stands in the way of playing a recording: what the main process found in the file, or a codec that this
 * player does not know. Asked codec by codec, because a film whose sound cannot be decoded plays on in silence.
 */
export function playerProblem(recording: Pick<RecordingView, 'problem' | 'codecs'>): MediaProblem | null {
  if (recording.problem !== null) return recording.problem;
  const unknown = recording.codecs.filter((codec) => !plays(codec));
  return unknown.length === 0 ? null : { kind: 'codec', name: unknown.map(codecName).join(', ') };
}

const containers = ['video/mp4', 'video/webm', 'audio/ogg', 'audio/mpeg'];

function plays(codec: string): boolean {
  if (codec === 'mp3') return document.createElement('audio').canPlayType('audio/mpeg') !== '';
  const player = document.createElement('video');
  return containers.some((container) => player.canPlayType(`${container}; codecs="${codec}"`) !== '');
}

const names: readonly [prefix: string, name: string][] = [
  ['hev1', 'HEVC (H.265)'],
  ['hvc1', 'HEVC (H.265)'],
  ['dvh', 'Dolby Vision'],
  ['ac-3', 'AC-3'],
  ['ec-3', 'E-AC-3'],
  ['ap', 'ProRes'],
];

/** The name that people find on their camera's box. */
function codecName(codec: string): string {
  return names.find(([prefix]) => codec.startsWith(prefix))?.[1] ?? codec;
}
