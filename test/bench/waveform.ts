/** The waveform of a long recording, beside ffmpeg decoding the same sound in the same run. */

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { _electron } from 'playwright';
import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import { unlock } from '../../build/demo/visit.ts';
import { electron } from '../../build/launch.mjs';
import { linkNew } from '../../main/media/link.ts';
import { nothingKept } from '../fixtures/kept.ts';

const root = join(import.meta.dirname, '../..');

/** Noise in the rhythm of speech, in two channels. */
function speechLike(file: string, minutes: number): string {
  const noise = 'anoisesrc=color=pink:sample_rate=48000:amplitude=0.5:seed=1';
  const speech = `${noise},tremolo=f=4:d=0.9,tremolo=f=0.2:d=0.8,pan=stereo|c0=c0|c1=c0`;
  const part = `${file}.part.m4a`;
  execFileSync('ffmpeg', `-v error -y -f lavfi -i ${speech} -t 600 -c:a aac -b:a 128k ${part}`.split(' '));
  const loops = `-v error -y -stream_loop ${minutes / 10 - 1} -i ${part} -c copy ${file}`;
  execFileSync('ffmpeg', loops.split(' '));
  rmSync(part);
  return file;
}

/** A library with one rating of the recording; the address of its desk. */
async function libraryOf(folder: string, recording: string): Promise<string> {
  await writeDemoKeys(folder);
  const store = demoStore(folder);
  const linked = await linkNew(store, recording, nothingKept);
  if (linked.outcome !== 'linked') throw new Error(`not linked: ${linked.outcome}`);
  const { sessionId } = linked;
  const rater = store.raters.add({ name: 'Bench', kind: 'supervisor' });
  const rating = store.ratings.begin({ sessionId, raterId: rater.id, purpose: 'supervision' });
  store.close();
  return `#/rate/${rating.id}`;
}

/** Runs the real program on the desk until `seen` has come; what its window's process has held at most, in MB. */
async function onDesk<T>(
  folder: string,
  desk: string,
  seen: (page: Page, go: () => Promise<void>) => Promise<T>,
) {
  const { executablePath, args } = electron();
  const app = await _electron.launch({
    executablePath,
    args: [...args, '.', `--user-data-dir=${folder}`, `--library=${folder}`, '--lang=en'],
    cwd: root,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('main').waitFor();
    await unlock(page);
    const go = () =>
      page.evaluate((address) => {
        window.location.hash = address;
      }, desk);
    return { result: await seen(page, go), peakMb: await peakMemory(app) };
  } finally {
    await app.close();
  }
}

const peakMemory = (app: ElectronApplication): Promise<number> =>
  app.evaluate((main) => {
    const window = main.app.getAppMetrics().find(({ type }) => type === 'Tab');
    return (window?.memory.peakWorkingSetSize ?? 0) / 1024;
  });

/** Milliseconds from the worker's start until it is done and gone. */
async function drawn(page: Page, go: () => Promise<void>): Promise<number> {
  const beginning = page.waitForEvent('worker');
  await go();
  const worker = await beginning;
  const start = performance.now();
  await new Promise<void>((done) => worker.once('close', () => done()));
  return performance.now() - start;
}

/** The waveform comes from the library: the desk, the player and the picture, without any drawing. */
async function shown(page: Page, go: () => Promise<void>): Promise<void> {
  await go();
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 3);
  await page.waitForFunction(() => (document.querySelector('canvas')?.width ?? 0) > 300);
}

/** @param folder for the files of this benchmark, which are large */
export async function waveforms(folder: string): Promise<void> {
  for (const minutes of [90, 180]) {
    const recording = speechLike(join(folder, `${minutes}.m4a`), minutes);
    const library = join(folder, `library-${minutes}`);
    const desk = await libraryOf(library, recording);
    const ours = await onDesk(library, desk, drawn);
    const start = performance.now();
    execFileSync('ffmpeg', ['-v', 'error', '-i', recording, '-vn', '-f', 'null', '-']);
    const theirs = performance.now() - start;
    const without = await onDesk(library, desk, shown);
    console.log(`Waveform of ${minutes} minutes of AAC in two channels`);
    console.log(`    here ${ours.result.toFixed(0)} ms   ffmpeg -vn -f null ${theirs.toFixed(0)} ms`);
    console.log(`    ratio ${(ours.result / theirs).toFixed(2)}`);
    const memory = `${ours.peakMb.toFixed(0)} MB   with the waveform kept ${without.peakMb.toFixed(0)} MB`;
    console.log(`    peak memory of the window's process ${memory}\n`);
    rmSync(recording);
  }
}
