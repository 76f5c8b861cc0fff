/** Answers the player's requests for a recording: only the bytes asked for, read as they are taken. */
import { extname } from 'node:path';
import type { Bytes } from './bytes.ts';
import { rangeOf } from './ranges.ts';

const chunkBytes = 256 * 1024;

const types: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/mp4',
  '.webm': 'video/webm',
  '.mkv': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.flac': 'audio/flac',
};

/**
 * Closes the bytes when all that was asked for is taken, or the player turns away.
 * @param name of the recording: its ending tells what it is
 * @returns 200, 206 or 416 as RFC 9110 has them
 */
export async function serve(bytes: Bytes, name: string, rangeHeader: string | null): Promise<Response> {
  const { size } = bytes;
  const range = size === 0 ? 'unsatisfiable' : rangeOf(rangeHeader, size);
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': types[extname(name).toLowerCase()] ?? 'application/octet-stream',
  });
  if (range === 'unsatisfiable') {
    await bytes.close();
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  headers.set('Content-Length', String(end - start + 1));
  if (range !== 'whole') headers.set('Content-Range', `bytes ${start}-${end}/${size}`);
  return new Response(streamOf(bytes, start, end), { status: range === 'whole' ? 200 : 206, headers });
}

/** A stream that can be dropped at any moment, as a player does on every seek. */
function streamOf(bytes: Bytes, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await bytes.read(at, Math.min(chunkBytes, end - at + 1)).catch(async (error) => {
          await bytes.close();
          throw error;
        });
        at += chunk.length;
        if (chunk.length > 0) controller.enqueue(chunk);
        // A file that shrinks while it plays ends early.
        if (at > end || chunk.length === 0) {
          await bytes.close();
          controller.close();
        }
      },
      cancel: () => bytes.close(),
    },
    { highWaterMark: 1 },
  );
}
