import { expect, test } from 'vitest';
import { isolated } from '../../renderer/results/isolated.ts';

test('a name stays between the signs that keep its direction to itself', () => {
  expect(isolated('Dag\u202E')).toBe('\u2068Dag\u202E\u2069');
});
