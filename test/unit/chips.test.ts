import { array, assert, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chipWidth, fitting } from '../../renderer/library/chips.ts';

describe('how many ratings fit into a line', () => {
  test('is all of them where there is room', () => {
    expect(fitting([100, 100, 100], 312)).toBe(3);
    expect(fitting([], 0)).toBe(0);
  });

  test('leaves place to say how many do not', () => {
    expect(fitting([100, 100, 100], 311)).toBe(2);
    expect(fitting([100, 100, 100], 245)).toBe(1);
  });

  test('is one, however narrow it is', () => {
    expect(fitting([300], 100)).toBe(1);
    expect(fitting([300, 20], 100)).toBe(1);
  });

  test('never grows less with more room', () => {
    const widths = array(nat(300), { maxLength: 8 });
    assert(
      property(
        widths,
        nat(2000),
        nat(500),
        (some, room, more) => fitting(some, room) <= fitting(some, room + more),
      ),
    );
  });
});

describe('a rating', () => {
  test('takes more room when it is not submitted, when its quality is shown, and with a longer name', () => {
    const usual = chipWidth(true, 'Solveig', false);
    expect(chipWidth(false, 'Solveig', false)).toBeGreaterThan(usual);
    expect(chipWidth(true, 'Solveig', true)).toBeLessThan(usual);
    expect(chipWidth(true, 'Solveig K.', false)).toBeGreaterThan(usual);
  });

  test('takes no more than its share, however long the name', () => {
    expect(chipWidth(true, 'x'.repeat(200), false)).toBe(chipWidth(false, 'x'.repeat(100), false));
  });
});
