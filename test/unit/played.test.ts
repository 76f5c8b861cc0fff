import { beforeEach, describe, expect, test } from 'vitest';
import { type PlayedRecorder, playedRecorder } from '../../renderer/player/played.ts';

let recorder: PlayedRecorder;
let nowMs = 0;
beforeEach(() => {
  recorder = playedRecorder();
  nowMs = 0;
});

/** Playback from one place to another in steps of a frame, as fast as it really goes. */
function play(fromMs: number, toMs: number, rate = 1): void {
  recorder.tell({ atMs: fromMs, nowMs, playing: true, rate });
  for (let atMs = fromMs; atMs < toMs; ) {
    const step = Math.min(40, toMs - atMs);
    atMs += step;
    nowMs += step / rate;
    recorder.tell({ atMs, nowMs, playing: true, rate });
  }
}
const pause = (atMs: number) => recorder.tell({ atMs, nowMs, playing: false, rate: 1 });

describe('what is played', () => {
  test('is one stretch as long as playback goes on', () => {
    play(1000, 3000);
    pause(3000);
    expect(recorder.take()).toEqual([{ fromMs: 1000, toMs: 3000, rate: 1 }]);
    expect(recorder.take()).toEqual([]);
  });

  test('ends with a pause, and begins anew', () => {
    play(1000, 2000);
    pause(2000);
    nowMs += 60_000;
    play(2000, 2500);
    expect(recorder.take()).toEqual([
      { fromMs: 1000, toMs: 2000, rate: 1 },
      { fromMs: 2000, toMs: 2500, rate: 1 },
    ]);
  });

  test('ends where playback leaves for another place', () => {
    play(1000, 2000);
    recorder.leave();
    play(60_000, 61_000);
    expect(recorder.take()).toEqual([
      { fromMs: 1000, toMs: 2000, rate: 1 },
      { fromMs: 60_000, toMs: 61_000, rate: 1 },
    ]);
  });

  test('never holds a jump that nobody told of', () => {
    play(1000, 2000);
    recorder.tell({ atMs: 90_000, nowMs: nowMs + 40, playing: true, rate: 1 });
    recorder.tell({ atMs: 500, nowMs: nowMs + 80, playing: true, rate: 1 });
    expect(recorder.take()).toEqual([{ fromMs: 1000, toMs: 2000, rate: 1 }]);
  });

  test('is a stretch of its own at each speed', () => {
    play(0, 1000);
    play(1000, 4000, 3);
    expect(recorder.take()).toEqual([
      { fromMs: 0, toMs: 1000, rate: 1 },
      { fromMs: 1000, toMs: 4000, rate: 3 },
    ]);
  });

  test('is nothing while a picture is dragged to and fro', () => {
    for (const atMs of [1000, 5000, 2000, 9000]) pause(atMs);
    expect(recorder.take()).toEqual([]);
  });

  test('is nothing while the player waits for the disk', () => {
    play(0, 1000);
    nowMs += 30_000;
    recorder.tell({ atMs: 1000, nowMs, playing: true, rate: 1 });
    play(1000, 1200);
    expect(recorder.take()).toEqual([{ fromMs: 0, toMs: 1200, rate: 1 }]);
  });

  test('goes on when a part of it was taken', () => {
    play(0, 1000);
    expect(recorder.take()).toEqual([{ fromMs: 0, toMs: 1000, rate: 1 }]);
    play(1000, 1500);
    expect(recorder.take()).toEqual([{ fromMs: 1000, toMs: 1500, rate: 1 }]);
  });

  test('is taken again when it could not be kept', () => {
    play(0, 1000);
    const taken = recorder.take();
    recorder.giveBack(taken);
    expect(recorder.take()).toEqual(taken);
  });
});
