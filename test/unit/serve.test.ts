import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { openFile } from '../../main/media/bytes.ts';
import { serve } from '../../main/media/serve.ts';
import { sharedFolder, testFolder } from '../fixtures/folder.ts';

const gib = 1024 ** 3;
const folder = sharedFolder();
const small = join(folder, 'small.mp4');
const large = join(folder, 'large.webm');
const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7 + (index >> 8)) & 0xff));
const far = 4 * gib + 123;

beforeAll(() => {
  writeFileSync(small, bytes);
  // A sparse file: five GiB of nothing, with a few bytes far behind.
  const file = openSync(large, 'w');
  ftruncateSync(file, 5 * gib);
  writeSync(file, 'here it is', far);
  closeSync(file);
});

async function serveFile(path: string, range: string | null): Promise<Response> {
  const file = await openFile(path);
  if (file === undefined) throw new Error('not opened');
  return serve(file, path, range);
}

const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** How often the file is open in this process. */
const openHandles = (path: string): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      // The descriptor that lists the others is gone by now.
      return false;
    }
  }).length;

const onLinux = process.platform === 'linux';

describe('serving a recording', () => {
  test('without a range gives all of it', async () => {
    const response = await serveFile(small, null);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('1000000');
    expect(response.headers.get('content-range')).toBeNull();
    expect(await bodyOf(response)).toEqual(bytes);
  });

  test('with a range gives those bytes and says which', async () => {
    const response = await serveFile(small, 'bytes=299990-700009');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-length')).toBe('400020');
    expect(response.headers.get('content-range')).toBe('bytes 299990-700009/1000000');
    expect(await bodyOf(response)).toEqual(bytes.subarray(299_990, 700_010));
  });

  test('gives the last bytes', async () => {
    const response = await serveFile(small, 'bytes=-10');
    expect(response.headers.get('content-range')).toBe('bytes 999990-999999/1000000');
    expect(await bodyOf(response)).toEqual(bytes.subarray(-10));
  });

  test('beyond four GiB gives the right bytes', async () => {
    const response = await serveFile(large, `bytes=${far}-${far + 9}`);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${far}-${far + 9}/${5 * gib}`);
    expect(response.headers.get('content-length')).toBe('10');
    expect((await bodyOf(response)).toString()).toBe('here it is');
  });

  test('of a file of five GiB to its end says how much is coming', async () => {
    const response = await serveFile(large, 'bytes=0-');
    expect(response.headers.get('content-length')).toBe(String(5 * gib));
    await response.body?.cancel();
  });

  test.each(['bytes=1000000-', 'bytes=-0'])('refuses %s with the size of the file', async (range) => {
    const response = await serveFile(small, range);
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */1000000');
    expect(await bodyOf(response)).toHaveLength(0);
  });

  test('says that ranges can be asked for and that nothing is to be kept', async () => {
    for (const range of [null, 'bytes=0-1', 'bytes=1000000-']) {
      const { headers, body } = await serveFile(small, range);
      expect(headers.get('accept-ranges')).toBe('bytes');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      await body?.cancel();
    }
  });

  test.each([
    ['a.mp4', 'video/mp4'],
    ['A.MOV', 'video/mp4'],
    ['a.webm', 'video/webm'],
    ['a.mp3', 'audio/mpeg'],
    ['a.wav', 'audio/wav'],
    ['a.unknown', 'application/octet-stream'],
  ])('says of %s that it is %s', async (name, type) => {
    const path = join(testFolder(), name);
    writeFileSync(path, 'x');
    const response = await serveFile(path, null);
    expect(response.headers.get('content-type')).toBe(type);
    await response.body?.cancel();
  });

  test('begins with opening it, which a file that is gone does not let', async () => {
    expect(await openFile(join(folder, 'gone.mp4'))).toBeUndefined();
  });

  test('has no bytes of an empty file', async () => {
    const path = join(testFolder(), 'empty.mp4');
    writeFileSync(path, '');
    const response = await serveFile(path, 'bytes=0-');
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */0');
  });

  test('of a file that shrinks meanwhile ends early', async () => {
    const path = join(testFolder(), 'shrinks.mp4');
    writeFileSync(path, bytes);
    const response = await serveFile(path, null);
    truncateSync(path, 10);
    expect((await bodyOf(response)).length).toBeLessThan(bytes.length);
  });
});

describe.runIf(onLinux)('the file behind an answer', () => {
  test('is closed when everything was taken', async () => {
    await bodyOf(await serveFile(small, 'bytes=0-600000'));
    expect(openHandles(small)).toBe(0);
  });

  test('is closed when the player drops the answer in the middle', async () => {
    const { body } = await serveFile(large, 'bytes=0-');
    const reader = body?.getReader();
    await reader?.read();
    expect(openHandles(large)).toBe(1);
    await reader?.cancel();
    await vi.waitFor(() => expect(openHandles(large)).toBe(0));
  });

  test('is closed when the player takes nothing at all', async () => {
    const { body } = await serveFile(large, null);
    await body?.cancel();
    await vi.waitFor(() => expect(openHandles(large)).toBe(0));
  });

  test('is closed after hundreds of seeks', async () => {
    const seeks = Array.from({ length: 200 }, async (_, index) => {
      const { body } = await serveFile(large, `bytes=${index * 20_000_000}-`);
      const reader = body?.getReader();
      if (index % 2 === 0) await reader?.read();
      await reader?.cancel();
    });
    await Promise.all(seeks);
    await vi.waitFor(() => expect(openHandles(large)).toBe(0));
  });

  test('is closed when there are no such bytes', async () => {
    await serveFile(small, 'bytes=1000000-');
    expect(openHandles(small)).toBe(0);
  });

  test('is closed when it cannot be read any further', async () => {
    // A folder opens like a file, and fails at the first read as an unplugged disk does.
    const path = join(testFolder(), 'folder.mp4');
    mkdirSync(path);
    const response = await serveFile(path, null);
    await response.arrayBuffer().catch(() => undefined);
    await vi.waitFor(() => expect(openHandles(path)).toBe(0));
  });
});
