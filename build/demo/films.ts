/** Longer and odder recordings than the demo's own, made of it by ffmpeg where that is there. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const recording = resolve(import.meta.dirname, 'recording/recording.mp4');

/** The path of the new file; undefined without ffmpeg. */
function ffmpeg(file: string, ...options: string[]): string | undefined {
  const { status } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...options, file], { stdio: 'ignore' });
  return status === 0 ? file : undefined;
}

/** The recording again and again, as long as a session. */
export const ninetyMinutes = (folder: string): string | undefined =>
  ffmpeg(
    join(folder, 'session-47.mp4'),
    ...['-stream_loop', '22', '-i', recording, '-t', '5400', '-c', 'copy'],
  );

/** As a camcorder would have written it: nothing that plays as it is. */
export const fromCamera = (folder: string): string | undefined =>
  ffmpeg(
    join(folder, '00012.MTS'),
    ...['-i', recording, '-t', '20', '-c:v', 'copy', '-c:a', 'ac3'],
    ...['-f', 'mpegts', '-mpegts_m2ts_mode', '1'],
  );
