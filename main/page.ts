/** Everything under app://home: the page with its policy, its scripts and fonts, and recordings by id. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import type { Bytes } from './media/bytes.ts';
import { serve } from './media/serve.ts';
import { isHome, scheme } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run once, before the app is ready. Without `stream`, seeking breaks from Electron 37 on. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/**
 * @param folder the built page
 * @param open the bytes and the name of a recording by its id
 */
export function servePage(
  session: Session,
  folder: string,
  open: (id: string) => Promise<{ bytes: Bytes; name: string } | undefined>,
): void {
  // The list of files is read once: a request can name one of them, or nothing.
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );

  session.protocol.handle(scheme, async (request) => {
    if (!isHome(request.url) || (request.method !== 'GET' && request.method !== 'HEAD')) return missing();
    const path = new URL(request.url).pathname;
    const [, id] = /^\/media\/([0-9a-f-]{36})$/.exec(path) ?? [];
    if (id !== undefined) {
      const recording = await open(id);
      if (recording === undefined) return missing();
      return serve(recording.bytes, recording.name, request.headers.get('range'));
    }
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file === undefined) return missing();
    return extname(file) === '.html' ? document(file) : asset(file);
  });
}

const missing = () => new Response(null, { status: 404 });

const asset = (file: string) =>
  new Response(new Uint8Array(readFileSync(file)), {
    headers: {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      // A worker has the policy of its own script, not that of the page.
      ...(extname(file) === '.js' && { 'Content-Security-Policy': workerPolicy }),
    },
  });

/**
 * A worker reads recordings and runs the decoder of AC-3: WebAssembly in a worker of its own, which that
 * package makes from a constant text.
 */
const workerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
].join('; ');

/** The page, with a new nonce for its style elements each time. */
function document(file: string): Response {
  const nonce = randomBytes(18).toString('base64');
  return new Response(readFileSync(file, 'utf8').replaceAll('%NONCE%', nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(nonce),
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    // A chart is drawn as a picture on the way to a file or the clipboard.
    "img-src 'self' blob:",
    "media-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
