import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begunAt, endedAt } from '../../renderer/marks/ended.ts';
import { nextAspect } from '../../renderer/rating/aspects.ts';

const ms = fc.nat(10_800_000);

describe('the ends of a stretch', () => {
  test('lie in order, whichever was set first', () => {
    fc.assert(
      fc.property(ms, ms, (atMs, nowMs) => {
        const ended = endedAt({ atMs }, nowMs);
        if (atMs === nowMs) expect(ended).toBeUndefined();
        else expect(ended).toEqual({ atMs: Math.min(atMs, nowMs), endMs: Math.max(atMs, nowMs) });
      }),
    );
  });

  test('a beginning behind the end leaves a moment', () => {
    expect(begunAt({ endMs: 2000 }, 1000)).toEqual({ atMs: 1000, endMs: 2000 });
    expect(begunAt({ endMs: 2000 }, 2000)).toEqual({ atMs: 2000, endMs: null });
    expect(begunAt({ endMs: null }, 5)).toEqual({ atMs: 5, endMs: null });
  });
});

describe('the aspects of turn-taking', () => {
  test('come in the order of a turn, then none, then again', () => {
    const visited = [nextAspect(null)];
    while (visited.at(-1) !== null) visited.push(nextAspect(visited.at(-1) ?? null));
    expect(visited).toEqual(['ownInitiative', 'followUp', 'organising', 'deepening', 'closing', null]);
  });
});
