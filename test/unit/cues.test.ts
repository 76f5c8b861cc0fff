import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cue } from '../../db/model.ts';
import { cueAt, cuesAt, folded, hitsIn, nextHit, speakerTones } from '../../renderer/transcript/cues.ts';

const at = (startMs: number, endMs: number, speaker = ''): Cue => ({ startMs, endMs, speaker, text: 'x' });

describe('the passage at a time', () => {
  const cues = [at(1000, 2000), at(3000, 9000), at(4000, 5000), at(20_000, 21_000)];

  test.each([
    [0, undefined],
    [1000, 0],
    [2500, 0],
    [3000, 1],
    [4500, 2],
    [6000, 1],
    [8999, 1],
    [15_000, undefined],
    [20_500, 3],
    [23_500, undefined],
  ])('at %d ms is %s', (ms, index) => {
    expect(cueAt(cues, ms)).toBe(index);
  });

  test('is nothing in an empty transcript', () => {
    expect([cueAt([], 0), cuesAt([], 0)]).toEqual([undefined, []]);
  });

  test('may be several, where people speak at once', () => {
    expect([cuesAt(cues, 4500), cuesAt(cues, 2500)]).toEqual([[1, 2], []]);
  });

  test('is always one that runs then, when any of the newest fifty does', () => {
    const some = fc.array(fc.record({ startMs: fc.nat(5000), lasts: fc.integer({ min: 1, max: 2000 }) }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(some, fc.nat(8000), (made, ms) => {
        const sorted = made
          .map(({ startMs, lasts }) => at(startMs, startMs + lasts))
          .toSorted((a, b) => a.startMs - b.startMs);
        const running = sorted.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs);
        const found = sorted[cueAt(sorted, ms) ?? -1];
        if (running.length > 0) expect(running).toContain(found);
        expect(cuesAt(sorted, ms)).toHaveLength(Math.min(3, running.length));
      }),
    );
  });
});

describe('search', () => {
  test.each([
    ['ÆØÅ', 'æøå'],
    ['Én idé', 'en ide'],
    ['får', 'får'],
    ['İx', 'ix'],
  ])('takes %s for %s', (text, same) => {
    expect(folded(text)).toBe(same);
  });

  test('compares texts of the length they had', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(text)).toHaveLength(text.length);
      }),
    );
  });

  test('finds every place, one after the other', () => {
    expect(hitsIn(['aaaa', 'b', 'xaa'], 'aa')).toEqual([
      { cue: 0, at: 0 },
      { cue: 0, at: 2 },
      { cue: 2, at: 1 },
    ]);
  });

  test('finds nothing when nothing is sought', () => {
    expect(hitsIn(['a'], '')).toEqual([]);
  });

  test('begins at the next place from a passage on, or at the first of all', () => {
    const hits = [
      { cue: 1, at: 0 },
      { cue: 5, at: 0 },
    ];
    expect([0, 1, 2, 6].map((from) => nextHit(hits, from))).toEqual([0, 0, 1, 0]);
  });
});

describe('the tones of speakers', () => {
  test('go by who speaks first, begin again after the sixth, and leave out nobody', () => {
    const names = ['Eva', '', 'Per', 'Eva', 'C', 'D', 'E', 'F', 'G'];
    const tones = speakerTones(names.map((name) => at(0, 1, name)));
    expect([...tones]).toEqual([
      ['Eva', 1],
      ['Per', 2],
      ['C', 3],
      ['D', 4],
      ['E', 5],
      ['F', 6],
      ['G', 1],
    ]);
  });
});
