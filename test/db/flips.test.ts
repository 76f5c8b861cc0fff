import { expect, test } from 'vitest';
import { countedBy, crashedLibrary, flipEach, randomFlips } from '../fixtures/flips.ts';
import { testFolder } from '../fixtures/folder.ts';

test('one wrong byte in a library is harmless or found: sixty of them, none shows other numbers', async () => {
  const place = testFolder();
  const { folder, last } = await crashedLibrary(place);
  const outcomes = await flipEach(place, folder, last, randomFlips(folder, 60, 5));
  const wrong = outcomes.filter(({ outcome }) => outcome === 'other' || outcome === 'crashed');
  expect(wrong).toEqual([]);
  expect(
    outcomes.filter(({ outcome }) => outcome === 'found').length,
    JSON.stringify(countedBy(outcomes)),
  ).toBeGreaterThan(20);
});
