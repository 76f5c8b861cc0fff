import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { countedBy, crashedLibrary, flipEach, randomFlips } from '../fixtures/flips';
import { counted } from './proving';

const count = counted(500);

/** Two at a time: one after the other a thousand take twice as long. */
for (const seed of [2026, 2027]) {
  test(`${count} random byte flips (seed ${seed}) in a library: each harmless or found`, async () => {
    const place = mkdtempSync(join(tmpdir(), 'mbt-g-rater-flips-'));
    try {
      const { folder, last } = await crashedLibrary(place);
      const outcomes = await flipEach(place, folder, last, randomFlips(folder, count, seed));
      const of = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
      console.log(
        `byte flips, seed ${seed}: ${outcomes.length} tried, ${of('harmless')} harmless, ${of('found')} found, ` +
          `${of('other')} with other numbers, ${of('crashed')} crashed`,
      );
      for (const [name, times] of Object.entries(countedBy(outcomes)).sort())
        console.log(`  ${name}: ${times}`);
      expect(outcomes.filter(({ outcome }) => outcome === 'other' || outcome === 'crashed')).toEqual([]);
      expect(outcomes).toHaveLength(count);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
}
