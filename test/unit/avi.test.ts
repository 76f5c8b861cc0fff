import { execFileSync } from 'node:child_process';
import { copyFileSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pictureNames } from '../../main/media/avi/codecNames.ts';
import { lookIntoAvi, readAvi } from '../../main/media/avi/readAvi.ts';
import { withFile } from '../../main/media/bytes.ts';
import { type Decoded, presentationOrder } from '../../renderer/convert/h264Order.ts';
import { sharedFolder, testFolder } from '../fixtures/folder.ts';
import { makeRecording } from '../fixtures/recordings.ts';

const folder = sharedFolder();
const at = (name: string) => join(folder, name);

function made(name: string, ...options: string[]): string {
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=25:duration=4'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...picture, ...options, at(name)]);
  return at(name);
}

beforeAll(() => {
  makeRecording(folder, 'jpeg.avi');
  makeRecording(folder, 'film.mkv');
});

describe('an AVI', () => {
  test('tells its chunks by its index: 30 frames, and the samples of 3 seconds', async () => {
    const avi = await withFile(at('jpeg.avi'), readAvi);
    expect(avi).toMatchObject({
      picture: { codec: 'mjpeg', width: 160, height: 120, rate: 10, scale: 1 },
      sound: { codec: 'pcm-s16', channels: 1, sampleRate: 48_000 },
    });
    expect(avi?.picture?.positions).toHaveLength(30);
    expect(avi?.sound?.sizes.reduce((sum, size) => sum + size, 0)).toBe(3 * 48_000 * 2);
    expect(avi?.seconds).toBeCloseTo(3);
    const bytes = readFileSync(at('jpeg.avi'));
    for (const position of avi?.picture?.positions ?? []) expect(bytes.readUInt16BE(position)).toBe(0xffd8);
  });

  test('whose own index is gone is read by the old one, and without any by walking through', async () => {
    const whole = await withFile(at('jpeg.avi'), readAvi);
    const path = join(testFolder(), 'bare.avi');
    const bytes = readFileSync(at('jpeg.avi'));
    for (const name of ['indx', 'idx1']) {
      for (let found = bytes.indexOf(name); found >= 0; found = bytes.indexOf(name))
        bytes.write('JUNK', found, 'latin1');
      writeFileSync(path, bytes);
      expect(await withFile(path, readAvi), name).toEqual(whole);
    }
  });

  test('that lost its end keeps what is there', async () => {
    const path = join(testFolder(), 'cut.avi');
    copyFileSync(at('jpeg.avi'), path);
    truncateSync(path, Math.floor(readFileSync(path).length / 2));
    const frames = (await withFile(path, readAvi))?.picture?.positions.length ?? 0;
    expect(frames).toBeGreaterThan(10);
    expect(frames).toBeLessThan(20);
  });

  test('of a recorder that lost power has no lengths in its headers, and is measured', async () => {
    const path = join(testFolder(), 'lost.avi');
    copyFileSync(at('jpeg.avi'), path);
    const bytes = readFileSync(path);
    const file = openSync(path, 'r+');
    // The length stands 32 bytes into each stream header, behind its name and size.
    for (let found = bytes.indexOf('strh'); found >= 0; found = bytes.indexOf('strh', found + 4)) {
      writeSync(file, Buffer.alloc(4), 0, 4, found + 8 + 32);
    }
    expect(await withFile(path, lookIntoAvi)).toMatchObject({
      seconds: expect.closeTo(3, 1),
      codecs: ['mjpeg'],
    });
  });

  test('is no other container', async () => {
    expect(await withFile(at('film.mkv'), readAvi)).toBeUndefined();
    expect(await withFile(at('film.mkv'), lookIntoAvi)).toBeUndefined();
  });

  test.each([
    ['XVID', 'MPEG-4 (Xvid)'],
    ['dx50', 'MPEG-4 (DivX)'],
    ['dvsd', 'DV'],
    ['x264', 'avc'],
    ['MJPG', 'mjpeg'],
    ['ABCD', 'ABCD'],
    ['\0\0\0\0', 'RGB'],
    ['\u001b[2J', 'RGB'],
  ])('names the compression %j %s', (code, name) => {
    expect(pictureNames(code)).toBe(name);
  });
});

describe('the order of presentation', () => {
  async function placesIn(path: string) {
    const bytes = readFileSync(path);
    const picture = (await withFile(path, readAvi))?.picture;
    async function* frames(): AsyncGenerator<Decoded<undefined>> {
      for (const [index, position] of (picture?.positions ?? new Float64Array()).entries()) {
        const size = picture?.sizes[index] ?? 0;
        if (size > 0) yield { content: undefined, index, bytes: bytes.subarray(position, position + size) };
      }
    }
    const found: { place: number; key: boolean }[] = [];
    for await (const { place, key } of presentationOrder(frames())) found.push({ place, key });
    return found;
  }

  test.each([
    ['without B-frames', ['-bf', '0']],
    ['with B-frames', ['-bf', '3', '-b_strategy', '0']],
    ['with a pyramid of B-frames', ['-bf', '7', '-b_strategy', '0', '-x264-params', 'b-pyramid=normal']],
    ['interlaced', ['-flags', '+ilme+ildct', '-bf', '2']],
  ])('of H.264 %s gives every frame a place of its own', async (name, options) => {
    const path = made(`${name}.avi`, '-c:v', 'libx264', '-g', '30', '-pix_fmt', 'yuv420p', ...options);
    const found = await placesIn(path);
    expect(found.map(({ place }) => place).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, frame) => frame),
    );
    // What ffmpeg says of the same frames in a container that knows times.
    const truth = made(`${name}.mp4`, '-c:v', 'libx264', '-g', '30', '-pix_fmt', 'yuv420p', ...options);
    const told = execFileSync('ffprobe', [
      ...[
        '-v',
        'error',
        '-select_streams',
        'v',
        '-show_entries',
        'packet=pts_time,flags',
        '-of',
        'csv=p=0',
        truth,
      ],
    ]).toString();
    const expected = told
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .map(([time, flags]) => ({ place: Math.round(Number(time) * 25), key: flags?.startsWith('K') }));
    expect(found).toEqual(expected);
  });
});
