/** A recording as it is added to a session: what the program finds out when a person adds the file. */
import { basename, join, resolve } from 'node:path';
import { fingerprintOf } from '../../main/media/fingerprint.ts';
import { inspect } from '../../main/media/inspect.ts';

export async function recordingAt(path: string, name = basename(path)) {
  const { sizeBytes, durationMs, picture } = await inspect(path);
  return { path, name, sizeBytes, durationMs, picture, fingerprint: await fingerprintOf(path) };
}

/** The one that lies beside the demo: four minutes of a made-up session. */
export const demoRecording = () =>
  recordingAt(join(resolve(import.meta.dirname), 'recording/recording.mp4'), 'demo.mp4');
