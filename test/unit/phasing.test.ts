import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyPhase, moved, nextName, phaseBegun, shortestMs } from '../../renderer/marks/phasing.ts';

const durationMs = 90 * 60_000;
const phase = (name: string, startMs: number, endMs: number): AnyPhase => ({ name, startMs, endMs });

/** Phases that lie apart, each of at least a second, some touching. */
const phases = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 1, 700, 60_000),
      length: fc.integer({ min: 1000, max: 600_000 }),
    }),
    {
      maxLength: 7,
    },
  )
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, length }, index) => {
      const startMs = at + gap;
      at = startMs + length;
      return phase(`Phase ${index}`, startMs, at);
    });
  });
const moment = fc.integer({ min: 0, max: durationMs });
const edge = fc.constantFrom('start' as const, 'end' as const);

const covered = (list: readonly AnyPhase[], ms: number): boolean =>
  list.some(({ startMs, endMs }) => startMs <= ms && ms < endMs);

function expectApart(list: readonly AnyPhase[]): void {
  list.forEach(({ startMs, endMs }, index) => {
    expect(startMs).toBeGreaterThanOrEqual(list[index - 1]?.endMs ?? 0);
    expect(endMs - startMs).toBeGreaterThanOrEqual(shortestMs);
  });
}

describe('a phase that begins', () => {
  test('ends the one that is running, and takes the rest of it', () => {
    expect(phaseBegun([phase('Opening', 0, 60_000)], 'Round', 20_000, 60_000)).toEqual([
      phase('Opening', 0, 20_000),
      phase('Round', 20_000, 60_000),
    ]);
  });

  test('reaches to the end of the session when nothing comes after it', () => {
    expect(phaseBegun([], 'Opening', 0, 60_000)).toEqual([phase('Opening', 0, 60_000)]);
  });

  test('reaches to the next phase when none is running', () => {
    expect(phaseBegun([phase('Closing', 50_000, 60_000)], 'Round', 10_000, 60_000)[0]).toEqual(
      phase('Round', 10_000, 50_000),
    );
  });

  test('gives its name to one that began less than a second ago', () => {
    const before = [phase('Opening', 0, 60_000)];
    expect(phaseBegun(before, 'Round', 999, 60_000)).toEqual([phase('Round', 0, 60_000)]);
  });

  test('is not begun where less than a second is left', () => {
    const before = [phase('Opening', 0, 60_000)];
    expect(phaseBegun(before, 'Round', 59_500, 60_000)).toEqual(before);
    expect(phaseBegun([], 'Opening', 60_000, 60_000)).toEqual([]);
  });

  test('leaves no overlap, uncovers nothing, and does not mind the order', () => {
    fc.assert(
      fc.property(phases, moment, moment, (list, at, probe) => {
        const after = phaseBegun(list, 'New', at, durationMs);
        expectApart(after);
        if (covered(list, probe)) expect(covered(after, probe)).toBe(true);
        expect(phaseBegun(list.toReversed(), 'New', at, durationMs)).toEqual(after);
      }),
    );
  });
});

describe('an edge that is moved', () => {
  const touching = [phase('Opening', 0, 20_000), phase('Round', 20_000, 60_000)];

  test('takes the touching edge of the neighbour along, in both directions', () => {
    for (const to of [10_000, 30_000]) {
      const after = [phase('Opening', 0, to), phase('Round', to, 60_000)];
      expect(moved(touching, 0, 'end', to, 60_000)).toEqual(after);
      expect(moved(touching, 1, 'start', to, 60_000)).toEqual(after);
    }
  });

  test('stops a second before the far edge of the neighbour, and of its own phase', () => {
    expect(moved(touching, 0, 'end', 90_000, 60_000)[0]?.endMs).toBe(59_000);
    expect(moved(touching, 0, 'end', -5, 60_000)[0]?.endMs).toBe(1000);
    expect(moved(touching, 1, 'start', -5, 60_000)[1]?.startMs).toBe(1000);
  });

  test('stays within the session', () => {
    expect(moved(touching, 1, 'end', 90_000, 60_000)[1]?.endMs).toBe(60_000);
    expect(moved([phase('Opening', 5000, 9000)], 0, 'start', -5, 60_000)[0]?.startMs).toBe(0);
  });

  test('leaves a neighbour alone that it does not reach', () => {
    const apart = [phase('Opening', 0, 20_000), phase('Round', 30_000, 60_000)];
    expect(moved(apart, 0, 'end', 25_000, 60_000)[1]).toEqual(apart[1]);
    expect(moved(apart, 0, 'end', 35_000, 60_000)[1]).toEqual(phase('Round', 35_000, 60_000));
  });

  test('leaves no overlap, and uncovers nothing between phases that touch', () => {
    fc.assert(
      fc.property(phases, fc.nat(6), edge, moment, (list, index, which, to) => {
        const after = moved(list, index, which, to, durationMs);
        expectApart(after);
        expect(after).toHaveLength(list.length);
        after.forEach((one, at) => {
          if (list[at]?.endMs === list[at + 1]?.startMs) expect(after[at + 1]?.startMs).toBe(one.endMs);
        });
        expect(moved(list.toReversed(), index, which, to, durationMs)).toEqual(after);
      }),
    );
  });
});

describe('the name that comes next', () => {
  const names = ['Opening', 'Round', 'Turn', 'Closing'];

  test('is the first at the start, and the last for good', () => {
    expect(nextName(names, [], 0)).toBe('Opening');
    expect(nextName(names, [phase('Closing', 0, 9000)], 5000)).toBe('Closing');
  });

  test('follows the last phase begun, also one with a name after its kind', () => {
    const begun = [phase('Opening', 0, 9000), phase('Turn: Eva', 9000, 20_000)];
    expect(nextName(names, begun, 5000)).toBe('Round');
    expect(nextName(names, begun, 15_000)).toBe('Closing');
  });
});
