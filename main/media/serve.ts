/** Answers the player's requests for a recording: only the bytes asked for, read as they are taken. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
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

/** @returns 200, 206 or 416 as RFC 9110 has them; 404 where the file cannot be opened */
export async function serveFile(path: string, rangeHeader: string | null): Promise<Response> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return new Response(null, { status: 404 });
  try {
    const { size } = await file.stat();
    const range = size === 0 ? 'unsatisfiable' : rangeOf(rangeHeader, size);
    const headers = new Headers({
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    });
    if (range === 'unsatisfiable') {
      await file.close();
      headers.set('Content-Range', `bytes */${size}`);
      return new Response(null, { status: 416, headers });
    }
    const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
    headers.set('Content-Length', String(end - start + 1));
    if (range !== 'whole') headers.set('Content-Range', `bytes ${start}-${end}/${size}`);
    return new Response(streamOf(file, start, end), { status: range === 'whole' ? 200 : 206, headers });
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A stream that can be dropped at any moment, as a player does on every seek. */
function streamOf(
  file: Awaited<ReturnType<typeof open>>,
  start: number,
  end: number,
): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = new Uint8Array(Math.min(chunkBytes, end - at + 1));
        const { bytesRead } = await file.read(chunk, 0, chunk.byteLength, at).catch(async (error) => {
          await file.close();
          throw error;
        });
        at += bytesRead;
        if (bytesRead > 0) controller.enqueue(chunk.subarray(0, bytesRead));
        // A file that shrinks while it plays ends early.
        if (at > end || bytesRead === 0) {
          await file.close();
          controller.close();
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 1 },
  );
}
