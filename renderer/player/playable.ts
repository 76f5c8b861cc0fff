import type { MediaProblem, RecordingView } from '../../preload/api';

/**
 * What stands in the way of playing a recording: what the main process found in the file, or a codec that this
 * player does not know, and whether a copy can be made that plays. Asked codec by codec, because a film whose sound cannot be decoded plays on in silence.
 */
export function playerProblem(
  recording: Pick<RecordingView, 'problem' | 'codecs' | 'keptAt'>,
): MediaProblem | null {
  const problem = anyProblem(recording);
  return problem?.kind === 'convert' && recording.keptAt !== null ? { ...problem, inLibrary: true } : problem;
}

function anyProblem({ problem, codecs }: Pick<RecordingView, 'problem' | 'codecs'>): MediaProblem | null {
  if (problem !== null && problem.kind !== 'convert') return problem;
  const unknown = codecs.filter((codec) => !plays(codec));
  const lost = unknown.filter((codec) => !converted.some((start) => codec.startsWith(start)));
  if (lost.length > 0) return { kind: 'codec', name: lost.map(codecName).join(', ') };
  if (problem !== null) return problem;
  return unknown.length === 0 ? null : { kind: 'convert', name: unknown.map(codecName).join(', ') };
}

/** Whether there is nothing to play; a file that is cut short may still hold something. */
export const stopsPlaying = (problem: MediaProblem | null): problem is MediaProblem =>
  problem !== null && !('playable' in problem && problem.playable);

/** What a playable copy is made from although no player here knows it; see `renderer/convert`. */
const converted = ['mjpeg', 'ac-3', 'ec-3'];

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
  ['mjpeg', 'Motion JPEG'],
  ['dts', 'DTS'],
];

/** The name that people find on their camera's box. */
function codecName(codec: string): string {
  return names.find(([prefix]) => codec.startsWith(prefix))?.[1] ?? codec;
}
