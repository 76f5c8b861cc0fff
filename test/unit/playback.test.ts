import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPlayback, rates } from '../../renderer/player/playback.ts';
import { fakeMedia } from '../fixtures/fakePlayer.ts';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => void frames.splice(frame - 1, 1));
});

/** Playback over a stand-in for the player, which knows its length. */
function started(options?: Parameters<typeof fakeMedia>[0]) {
  const player = fakeMedia(options);
  const playback = createPlayback();
  const detach = playback.attach(player.element);
  if (options?.ready !== false) player.load();
  return { playback, player, detach };
}

describe('a seek', () => {
  test('sends the player there', () => {
    const { playback, player } = started();
    playback.seek(12_300);
    expect(player.sent).toEqual([12.3]);
  });

  test('shows the time that was asked for at once, whatever the player says', () => {
    const { playback, player } = started();
    playback.seek(12_000);
    player.media.dispatchEvent(new Event('timeupdate'));
    expect(playback.now()).toBe(12_000);
    playback.seek(30_000);
    expect(playback.now()).toBe(30_000);
  });

  test('while another is under way waits, and only the last one is done', () => {
    const { playback, player } = started();
    for (const ms of [1000, 2000, 3000, 4000]) playback.seek(ms);
    expect(player.sent).toEqual([1]);
    player.arrive();
    expect(player.sent).toEqual([1, 4]);
    player.arrive();
    expect(player.sent).toEqual([1, 4]);
  });

  test('adds up with the ones before it', () => {
    const { playback } = started();
    playback.seek(20_000);
    playback.step(-5000);
    playback.step(-5000);
    expect(playback.now()).toBe(10_000);
  });

  test("ends where the player arrives, and the clock is the player's again", () => {
    const { playback, player } = started();
    playback.seek(10_000);
    player.arrive();
    player.run(250);
    expect(playback.now()).toBe(10_250);
  });

  test('does not go before the start or beyond the end', () => {
    const { playback } = started({ durationMs: 60_000 });
    playback.seek(-1);
    expect(playback.now()).toBe(0);
    playback.seek(60_001);
    expect(playback.now()).toBe(60_000);
  });

  test('before the player is ready is done as soon as it is', () => {
    const { playback, player } = started({ ready: false });
    playback.seek(7000);
    expect(player.sent).toEqual([]);
    expect(playback.now()).toBe(7000);
    player.load();
    expect(player.sent).toEqual([7]);
  });

  test('while playing is done once, although playback has run on when it arrives', () => {
    const { playback, player } = started();
    playback.play();
    playback.seek(10_000);
    player.arrive(12);
    expect(player.sent).toEqual([10]);
    expect(playback.now()).toBe(10_012);
  });

  test('that the player forgot is done once more, and no third time', () => {
    const { playback, player } = started({ durationMs: 60_000 });
    playback.seek(30_000);
    player.arrive(-30_000);
    expect(playback.now()).toBe(30_000);
    expect(player.sent).toEqual([30, 30]);
    player.arrive(-30_000);
    expect(playback.now()).toBe(0);
    expect(player.sent).toHaveLength(2);
    expect(playback.settled()).toBe(true);
  });

  test('to a place that was kept from a longer file comes to rest at the end', () => {
    const { playback, player } = started({ ready: false, durationMs: 60_000 });
    playback.seek(90_000);
    player.load();
    player.arrive();
    const after = player.sent.length;
    player.arrive();
    player.arrive();
    expect(player.sent).toHaveLength(after);
    expect(playback.now()).toBe(60_000);
  });
});

describe('playing and pausing', () => {
  test('toggles', () => {
    const { playback } = started();
    playback.toggle();
    expect(playback.state().playing).toBe(true);
    playback.toggle();
    expect(playback.state().playing).toBe(false);
  });

  test('stops at the end of the recording', () => {
    const { playback, player } = started();
    playback.play();
    player.media.dispatchEvent(new Event('ended'));
    expect(playback.state().playing).toBe(false);
  });

  test('does nothing without a recording', () => {
    const playback = createPlayback();
    playback.play();
    playback.toggle();
    expect(playback.state().playing).toBe(false);
  });

  test('is over when the recording is taken away', () => {
    const { playback, detach } = started();
    playback.play();
    detach();
    expect(playback.state().playing).toBe(false);
  });
});

describe('speed', () => {
  test('goes up and down the list and stops at its ends', () => {
    const { playback, player } = started();
    const up = rates.map(() => {
      playback.changeRate(1);
      return player.media.playbackRate;
    });
    expect(up).toEqual([1.25, 1.5, 1.75, 2, 2.5, 3, 3, 3, 3]);
    for (const _ of rates) playback.changeRate(-1);
    expect(player.media.playbackRate).toBe(0.5);
    expect(playback.state().rate).toBe(0.5);
  });

  test('holds for the next player as well', () => {
    const { playback } = started();
    playback.setRate(1.5);
    const next = fakeMedia();
    playback.attach(next.element);
    expect(next.media.playbackRate).toBe(1.5);
  });

  test('leaves voices at their pitch', () => {
    const { player } = started();
    expect(player.media.preservesPitch).toBe(true);
  });
});

describe('those who watch', () => {
  test('hear of every change, until they are off', () => {
    const { playback } = started();
    const heard = vi.fn();
    const off = playback.watch(heard);
    playback.setRate(2);
    expect(heard).toHaveBeenCalledTimes(1);
    off();
    playback.setRate(1);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('are told the time at once, and at every frame while it plays', () => {
    const { playback, player } = started();
    const times: number[] = [];
    playback.onTime((ms) => times.push(ms));
    playback.play();
    player.run(40);
    frames.at(-1)?.();
    expect(times[0]).toBe(0);
    expect(times.at(-1)).toBe(40);
  });

  test('cost no frames while it stands', () => {
    const { playback, player } = started();
    playback.play();
    playback.pause();
    frames.at(-1)?.();
    const asked = frames.length;
    player.run(0);
    expect(frames).toHaveLength(asked);
  });

  test('learn the length when the player knows it', () => {
    const { playback, player } = started({ ready: false, durationMs: 5_400_000 });
    expect(playback.state().durationMs).toBe(0);
    player.load();
    expect(playback.state().durationMs).toBe(5_400_000);
  });

  test('learn that the player gave up', () => {
    const { playback, player } = started();
    playback.play();
    player.fail();
    expect(playback.state()).toMatchObject({ playing: false, failed: true });
  });

  test('learn that a file that was found again plays', () => {
    const { playback, player } = started();
    player.fail();
    player.load();
    expect(playback.state().failed).toBe(false);
  });
});

describe('playing on after a pause', () => {
  test('steps back as far as was wanted', () => {
    const { playback, player } = started();
    playback.stepBackOnResume(2000);
    playback.play();
    player.run(10_000);
    playback.pause();
    playback.play();
    expect(playback.now()).toBe(8000);
  });

  test('does not go before the start', () => {
    const { playback, player } = started();
    playback.stepBackOnResume(2000);
    playback.play();
    player.run(500);
    playback.pause();
    playback.play();
    expect(playback.now()).toBe(0);
  });

  test('begins at the very place that was gone to meanwhile', () => {
    const { playback, player } = started();
    playback.stepBackOnResume(2000);
    playback.play();
    player.run(10_000);
    playback.pause();
    playback.seek(30_000);
    player.arrive();
    playback.play();
    expect(playback.now()).toBe(30_000);
  });

  test('the first time plays from where one is', () => {
    const { playback, player } = started();
    playback.stepBackOnResume(2000);
    playback.seek(20_000);
    player.arrive();
    playback.play();
    expect(playback.now()).toBe(20_000);
  });
});

describe('a loop', () => {
  const loop = { fromMs: 10_000, toMs: 12_000 };

  function looping(fromMs: number) {
    const all = started();
    all.playback.setLoop(loop);
    all.playback.seek(fromMs);
    all.player.arrive();
    all.playback.play();
    all.player.run(0);
    return all;
  }

  test('turns back at its end', () => {
    const { playback, player } = looping(10_000);
    player.run(1900);
    expect(playback.now()).toBe(11_900);
    player.run(150);
    expect(playback.now()).toBe(10_000);
  });

  test('turns back again and again', () => {
    const { playback, player } = looping(10_000);
    for (let round = 0; round < 3; round += 1) {
      player.run(1000);
      player.run(1050);
      expect(playback.now()).toBe(10_000);
      player.arrive();
      player.run(0);
    }
  });

  test('lets one go anywhere else, and beyond its end', () => {
    const { playback, player } = looping(10_000);
    playback.seek(30_000);
    player.arrive();
    player.run(500);
    expect(playback.now()).toBe(30_500);
  });

  test('catches playback that comes into it from before', () => {
    const { playback, player } = looping(9000);
    player.run(1500);
    player.run(1600);
    expect(playback.now()).toBe(10_000);
  });

  test('that is taken off plays on', () => {
    const { playback, player } = looping(10_000);
    playback.setLoop(undefined);
    player.run(3000);
    expect(playback.now()).toBe(13_000);
  });

  test('to the very end of the recording begins anew there', () => {
    const { playback, player } = started({ durationMs: 60_000 });
    playback.setLoop({ fromMs: 50_000, toMs: 60_000 });
    playback.seek(59_000);
    player.arrive();
    playback.play();
    player.media.paused = true;
    player.media.dispatchEvent(new Event('ended'));
    expect(playback.now()).toBe(50_000);
    expect(playback.state().playing).toBe(true);
  });
});
