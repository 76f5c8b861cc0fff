import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun, type Playlist, type Stretch, step, stretchOf } from '../../renderer/moments/playlist.ts';
import { aMark } from '../fixtures/rows.ts';

const usual = { preRollMs: 5000, lengthMs: 20_000, durationMs: 600_000 };

describe('what is played for a moment', () => {
  test('begins with the pre-roll and goes on for the chosen length', () => {
    expect(stretchOf({ atMs: 60_000, endMs: null }, usual)).toEqual({ fromMs: 55_000, toMs: 80_000 });
  });

  test('ends where the mark ends', () => {
    expect(stretchOf({ atMs: 60_000, endMs: 63_000 }, usual)).toEqual({ fromMs: 55_000, toMs: 63_000 });
  });

  test('begins with the recording where the pre-roll would be before it', () => {
    expect(stretchOf({ atMs: 2000, endMs: null }, usual)?.fromMs).toBe(0);
  });

  test('ends with the recording, a little before what a player may not reach', () => {
    expect(stretchOf({ atMs: 590_000, endMs: 700_000 }, usual)).toEqual({ fromMs: 585_000, toMs: 599_900 });
  });

  test('is nothing beyond the end of the recording', () => {
    expect(stretchOf({ atMs: 600_000, endMs: null }, usual)).toBeUndefined();
    expect(stretchOf({ atMs: 700_000, endMs: 710_000 }, usual)).toBeUndefined();
  });

  test('is not cut while the length of the recording is not known', () => {
    const unknown = { ...usual, durationMs: 0 };
    expect(stretchOf({ atMs: 700_000, endMs: null }, unknown)).toEqual({ fromMs: 695_000, toMs: 720_000 });
  });

  test('lies in the recording, around the moment, and is never empty', () => {
    const ms = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(ms, fc.option(ms), fc.integer({ min: 0, max: 15_000 }), ms, (atMs, long, preRollMs, of) => {
        const endMs = long === null ? null : atMs + 1 + long;
        const durationMs = of + 1;
        const stretch = stretchOf({ atMs, endMs }, { preRollMs, lengthMs: 10_000, durationMs });
        if (stretch === undefined) expect(atMs).toBeGreaterThan(durationMs - 101);
        else {
          expect(stretch.fromMs).toBeGreaterThanOrEqual(0);
          expect(stretch.fromMs).toBeLessThanOrEqual(atMs);
          expect(stretch.toMs).toBeGreaterThan(atMs);
          expect(stretch.toMs).toBeLessThan(durationMs);
        }
      }),
    );
  });
});

const three: readonly Stretch[] = [
  { fromMs: 0, toMs: 10_000 },
  { fromMs: 20_000, toMs: 30_000 },
  { fromMs: 40_000, toMs: 50_000 },
];
const going = { stretches: three, stopAfterEach: false };
const stopping = { stretches: three, stopAfterEach: true };

describe('a playlist', () => {
  test('begins with the first moment', () => {
    expect(begun(0, going)).toEqual({ at: 0, state: 'on', turn: 1 });
  });

  test('stays with a moment until its end', () => {
    const on = begun(0, going);
    expect(step(on, { kind: 'time', ms: 9999 }, going)).toBe(on);
    expect(step(on, { kind: 'time', ms: 10_000 }, going)).toEqual({ ...on, state: 'between' });
  });

  test('stays with a moment when one goes back before it', () => {
    const on = step(begun(0, going), { kind: 'next' }, going);
    expect(step(on, { kind: 'time', ms: 0 }, going)).toBe(on);
  });

  test('holds after each moment where that is wanted', () => {
    const over = step(begun(0, stopping), { kind: 'time', ms: 10_000 }, stopping);
    expect(over.state).toBe('held');
    expect(step(over, { kind: 'next' }, stopping)).toMatchObject({ at: 1, state: 'on' });
  });

  test('holds when that is wanted while the next is announced', () => {
    const over = step(begun(0, going), { kind: 'time', ms: 10_000 }, going);
    expect(step(over, { kind: 'hold' }, going).state).toBe('held');
    expect(step(begun(0, going), { kind: 'hold' }, going).state).toBe('on');
  });

  test('is done after the last moment', () => {
    const last = step(begun(0, going), { kind: 'choose', at: 2 }, going);
    expect(step(last, { kind: 'time', ms: 50_000 }, going)).toMatchObject({ at: 2, state: 'done' });
  });

  test('is done when the last moment is skipped', () => {
    const last = step(begun(0, going), { kind: 'choose', at: 2 }, going);
    expect(step(last, { kind: 'next' }, going)).toEqual({ ...last, state: 'done' });
  });

  test('goes back to the moment before, and at the first begins it again', () => {
    const second = step(begun(0, going), { kind: 'next' }, going);
    const first = step(second, { kind: 'previous' }, going);
    expect(first).toEqual({ at: 0, state: 'on', turn: 3 });
    expect(step(first, { kind: 'previous' }, going)).toEqual({ at: 0, state: 'on', turn: 4 });
  });

  test('repeats a moment, also when it is over', () => {
    const on = begun(0, going);
    const over = step(on, { kind: 'time', ms: 10_000 }, going);
    expect(step(over, { kind: 'repeat' }, going)).toEqual({ at: 0, state: 'on', turn: 2 });
    expect(step(on, { kind: 'repeat' }, going).turn).toBe(2);
  });

  test('announces what comes after a moment beyond the end of the recording, without playing it', () => {
    const rules = { stretches: [undefined, { fromMs: 0, toMs: 1000 }], stopAfterEach: false };
    const beyond = begun(0, rules);
    expect(beyond).toEqual({ at: 0, state: 'between', turn: 1 });
    expect(step(beyond, { kind: 'time', ms: 700_000 }, rules)).toBe(beyond);
    expect(step(beyond, { kind: 'next' }, rules)).toMatchObject({ at: 1, state: 'on' });
  });

  test('leaves a moment that turns out to lie beyond the end', () => {
    const later = { stretches: [undefined, ...three.slice(1)], stopAfterEach: false };
    expect(step(begun(0, going), { kind: 'time', ms: 0 }, later).state).toBe('between');
  });

  test('whose only moment lies beyond the end is done at once', () => {
    expect(begun(0, { stretches: [undefined], stopAfterEach: false }).state).toBe('done');
  });

  test('plays every moment whole, once and in order, also where they overlap', () => {
    const moment = fc.record({
      atMs: fc.integer({ min: 0, max: 700_000 }),
      endMs: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 20 }), fc.boolean(), (some, stopAfterEach) => {
        const marks = some.toSorted((a, b) => a.atMs - b.atMs).map((mark) => aMark(mark));
        const stretches = marks.map((mark) => stretchOf(mark, usual));
        const rules = { stretches, stopAfterEach };
        const played = playThrough(rules);
        expect(played.map(({ at }) => at)).toEqual(marks.map((_, at) => at));
        for (const { at, lastMs } of played) {
          if (stretches[at] !== undefined) expect(lastMs).toBeGreaterThanOrEqual(stretches[at].toMs);
        }
      }),
    );
  });

  test('whatever is pressed, the moment that is on is one of the list', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 60_000 }) }),
      fc.record({
        kind: fc.constantFrom('next' as const, 'previous' as const, 'repeat' as const, 'hold' as const),
      }),
      fc.record({ kind: fc.constant('choose' as const), at: fc.integer({ min: 0, max: 2 }) }),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        let playlist = begun(0, going);
        for (const one of events) {
          const next = step(playlist, one, going);
          expect([0, 1, 2]).toContain(next.at);
          expect(next.turn - playlist.turn).toBeLessThanOrEqual(1);
          playlist = next;
        }
      }),
    );
  });
});

/** A player that goes on by itself, and a person who only ever goes on to the next. */
function playThrough(rules: Parameters<typeof begun>[1]): { at: number; lastMs: number }[] {
  const played: { at: number; lastMs: number }[] = [];
  let turn = 0;
  let ms = 0;
  for (let playlist: Playlist = begun(0, rules); ; ) {
    if (playlist.turn !== turn) {
      ({ turn } = playlist);
      ms = rules.stretches[playlist.at]?.fromMs ?? ms;
      played.push({ at: playlist.at, lastMs: ms });
    }
    if (playlist.state === 'done') return played;
    if (playlist.state === 'on') ms += 250;
    played[played.length - 1] = { at: playlist.at, lastMs: ms };
    playlist = step(playlist, playlist.state === 'on' ? { kind: 'time', ms } : { kind: 'next' }, rules);
  }
}
