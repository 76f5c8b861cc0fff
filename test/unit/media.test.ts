import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { withFile } from '../../main/media/bytes.ts';
import { fingerprintOf } from '../../main/media/fingerprint.ts';
import { inspect } from '../../main/media/inspect.ts';
import { wholenessOf } from '../../main/media/wholeness.ts';
import { sharedFolder, testFolder } from '../fixtures/folder.ts';
import { allKinds, cut, type Kind, makeRecording } from '../fixtures/recordings.ts';

const folder = sharedFolder();
const at = (name: string) => join(folder, name);

beforeAll(() => {
  for (const kind of allKinds) makeRecording(folder, kind);
});

/** A file in a folder of its own. */
function fileWith(bytes: string | Uint8Array, name = 'file.mp4'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

describe('a whole recording', () => {
  test.each<[Kind, picture: boolean, codecs: RegExp[]]>([
    ['index-at-end.mp4', true, [/^avc1\./, /^mp4a\.40/]],
    ['index-at-start.mp4', true, [/^avc1\./, /^mp4a\.40/]],
    ['fragments.mp4', true, [/^avc1\./, /^mp4a\.40/]],
    ['film.mov', true, [/^avc1\./, /^mp4a\.40/]],
    ['film.webm', true, [/^vp8$/, /^opus$/]],
    ['film.mkv', true, [/^avc1\./, /^mp4a\.40/]],
    ['sound.wav', false, []],
    ['sound.mp3', false, [/^mp3$/]],
    ['sound-without-header.mp3', false, [/^mp3$/]],
    ['sound.ogg', false, [/^vorbis$/]],
    ['sound.opus', false, [/^opus$/]],
    ['sound.m4a', false, [/^mp4a\.40/]],
    ['sound.flac', false, [/^flac$/]],
    ['sound.aac', false, [/^mp4a\.40/]],
  ])('%s can be played', async (kind, picture, codecs) => {
    const found = await inspect(at(kind));
    expect(found.problem).toBeNull();
    expect(found.picture).toBe(picture);
    expect(found.sizeBytes).toBe(readFileSync(at(kind)).length);
    expect(Math.abs((found.durationMs ?? 0) - 3000)).toBeLessThan(60);
    expect(found.codecs).toHaveLength(codecs.length);
    for (const [index, codec] of codecs.entries()) expect(found.codecs[index]).toMatch(codec);
  });

  test.each(allKinds)('%s has all the bytes it promises', async (kind) => {
    expect(await withFile(at(kind), wholenessOf)).toBe('whole');
  });

  test('is told by its content, not by its name', async () => {
    const path = join(testFolder(), 'video.txt');
    copyFileSync(at('index-at-end.mp4'), path);
    expect((await inspect(path)).problem).toBeNull();
  });
});

describe('a recording of a kind that is not played', () => {
  test.each<[Kind, name: string]>([
    ['film.avi', 'MPEG-4 Visual'],
    ['film.mpg', 'MPEG'],
    ['film.flv', 'Flash Video'],
    ['film.wmv', 'WMV'],
  ])('%s is named as %s', async (kind, name) => {
    expect((await inspect(at(kind))).problem).toEqual({ kind: 'codec', name });
  });
});

describe('a recording that can be made playable', () => {
  test.each<[Kind, name: string, codecs: RegExp[], durationMs: number]>([
    ['film.ts', 'MPEG-TS', [/^avc1\./, /^mp4a\.40/], 3000],
    ['camera.m2ts', 'MPEG-TS', [/^avc1\./, /^ac-3$/], 3000],
    ['h264.avi', 'AVI', [/^avc1\./, /^mp3$/], 3000],
    ['jpeg.avi', 'AVI', [/^mjpeg$/], 3000],
  ])('%s is named as %s, and its codecs and length are told', async (kind, name, codecs, durationMs) => {
    const found = await inspect(at(kind));
    expect(found.problem).toEqual({ kind: 'convert', name });
    expect(found.picture).toBe(true);
    expect(found.codecs).toHaveLength(codecs.length);
    for (const [index, codec] of codecs.entries()) expect(found.codecs[index]).toMatch(codec);
    expect(Math.abs((found.durationMs ?? 0) - durationMs)).toBeLessThanOrEqual(100);
  });

  test('jpeg.mov is left to the player, with Motion JPEG among its codecs', async () => {
    expect(await inspect(at('jpeg.mov'))).toMatchObject({ problem: null, codecs: ['mjpeg'] });
  });

  test('a transport stream with MPEG-2 is refused by that name', async () => {
    expect((await inspect(at('mpeg2.ts'))).problem).toEqual({ kind: 'codec', name: 'MPEG-2' });
  });
});

describe('a recording that was cut off', () => {
  const shares = [0.97, 0.9, 0.5, 0.2];

  test.each<Kind>(['index-at-end.mp4', 'film.mov', 'sound.m4a'])(
    '%s cannot be played without its index',
    async (kind) => {
      for (const share of shares) {
        expect((await inspect(cut(at(kind), share))).problem, String(share)).toEqual({
          kind: 'truncated',
          playable: false,
        });
      }
    },
  );

  test.each<Kind>([
    'index-at-start.mp4',
    'fragments.mp4',
    'film.webm',
    'film.mkv',
    'sound.wav',
    'sound.mp3',
    'sound.opus',
  ])('%s is played as far as it goes', async (kind) => {
    for (const share of shares) {
      expect((await inspect(cut(at(kind), share))).problem, String(share)).toEqual({
        kind: 'truncated',
        playable: true,
      });
    }
  });

  test('sound.ogg in the middle is played as far as it goes', async () => {
    expect((await inspect(cut(at('sound.ogg'), 0.5))).problem).toEqual({ kind: 'truncated', playable: true });
  });

  test('sound.ogg inside its last page is noticed', async () => {
    expect(await withFile(cut(at('sound.ogg'), 0.9), wholenessOf)).toBe('cutPlayable');
  });

  test('by a single byte is noticed', async () => {
    for (const kind of ['index-at-start.mp4', 'film.webm', 'sound.wav', 'sound.mp3'] as const) {
      const path = join(testFolder(), kind);
      copyFileSync(at(kind), path);
      truncateSync(path, readFileSync(path).length - 1);
      expect(await withFile(path, wholenessOf), kind).toBe('cutPlayable');
    }
  });

  test('to its first bytes is refused, whatever it was', async () => {
    for (const kind of allKinds) {
      for (const length of [1, 4, 8, 12, 20, 40]) {
        const path = fileWith(readFileSync(at(kind)).subarray(0, length));
        expect((await inspect(path)).problem, `${kind} of ${length} bytes`).not.toBeNull();
      }
    }
  });
});

describe('a recording with something behind its end', () => {
  test.each<Kind>(['index-at-end.mp4', 'index-at-start.mp4', 'film.webm', 'sound.wav', 'sound.mp3'])(
    '%s is whole',
    async (kind) => {
      const path = fileWith(Buffer.concat([readFileSync(at(kind)), Buffer.alloc(5000)]), kind);
      expect((await inspect(path)).problem).toBeNull();
    },
  );
});

describe('something else than a recording', () => {
  test('that is gone', async () => {
    expect((await inspect(at('gone.mp4'))).problem).toEqual({ kind: 'gone' });
  });

  test('that is empty', async () => {
    expect((await inspect(fileWith(''))).problem).toEqual({ kind: 'empty' });
  });

  test('that is a folder', async () => {
    const path = join(testFolder(), 'folder.mp4');
    mkdirSync(path);
    expect((await inspect(path)).problem).toEqual({ kind: 'notMedia' });
  });

  test.each([
    ['text', 'Dear colleague, here are my notes of the session.\n'.repeat(50)],
    ['noughts', new Uint8Array(5000)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a document', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'.repeat(40)],
    ['an archive', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(3000)])],
  ])('that is %s', async (_, bytes) => {
    expect((await inspect(fileWith(bytes))).problem).toEqual({ kind: 'notMedia' });
  });
});

describe('a fingerprint', () => {
  const mib = 1024 * 1024;
  const bytes = () => Buffer.alloc(4 * mib, 7);

  test('is 64 hexadecimal digits, and the same every time', async () => {
    const path = fileWith(bytes());
    expect(await fingerprintOf(path)).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprintOf(path)).toBe(await fingerprintOf(path));
  });

  test('goes with the file wherever it lies', async () => {
    expect(await fingerprintOf(fileWith(bytes(), 'a.mp4'))).toBe(
      await fingerprintOf(fileWith(bytes(), 'b.mp4')),
    );
  });

  test.each([
    ['its first byte', 0],
    ['the end of its first MiB', mib - 1],
    ['its last byte', 4 * mib - 1],
    ['the start of its last MiB', 3 * mib],
  ])('is another one when %s differs', async (_, place) => {
    const other = bytes();
    other[place] = 8;
    expect(await fingerprintOf(fileWith(other))).not.toBe(await fingerprintOf(fileWith(bytes())));
  });

  test('is another one when the file is longer, with the same edges', async () => {
    const longer = Buffer.alloc(5 * mib, 7);
    expect(await fingerprintOf(fileWith(longer))).not.toBe(await fingerprintOf(fileWith(bytes())));
  });

  test('is made of small and empty files as well', async () => {
    const prints = await Promise.all(['', 'a', 'b', 'ab'].map((text) => fingerprintOf(fileWith(text))));
    expect(new Set(prints).size).toBe(4);
  });
});
