import type { Page } from 'playwright';
import { toneAt } from '../fixtures/media';
import { expect, type Program, test } from './program';
import { beginRating } from './steps';

async function openDesk(program: Program, file: string): Promise<Page> {
  const { page } = await program.start();
  await program.choose(file);
  await page.getByRole('button', { name: 'Add recording' }).click();
  await beginRating(page, 'SK');
  // Listens to whatever goes to the loudspeaker.
  await page.evaluate(() => {
    const connect = AudioNode.prototype.connect;
    const listened: AnalyserNode[] = [];
    Object.assign(window, { listened });
    // Both shapes of `connect` go through the one that is patched here.
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode) {
        const analyser = new AnalyserNode(this.context, { fftSize: 8192 });
        connect.call(this, analyser as never);
        listened.push(analyser);
      }
      return connect.call(this, to as never);
    } as unknown as typeof connect;
  });
  return page;
}

/** What is heard now: level and peak, in dB of full scale. */
const heard = (page: Page) =>
  page.evaluate(() => {
    const { listened } = window as unknown as { listened: AnalyserNode[] };
    const samples = new Float32Array(8192);
    listened.at(-1)?.getFloatTimeDomainData(samples);
    const db = (value: number) => Math.round(200 * Math.log10(Math.max(value, 1e-9))) / 10;
    return {
      level: db(Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length)),
      peak: db(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)),
    };
  });

test('a quiet voice is lifted by as many dB as are said, and that is remembered', async ({ program }) => {
  const page = await openDesk(program, toneAt(-40));
  await page.keyboard.press('i');
  await page.keyboard.press('Space');
  // A sine of -40 dB has a level 3 dB below its peak.
  await expect.poll(async () => (await heard(page)).level).toBeCloseTo(-40 - 3 + 3, 0);
  for (const gain of [6, 9, 12]) {
    await page.keyboard.press('i');
    await expect.poll(async () => (await heard(page)).level).toBeCloseTo(-40 - 3 + gain, 0);
  }
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await heard(page)).level).toBeLessThan(-31.5);
  await page.keyboard.press('u');
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await page.getByRole('link', { name: 'SK' }).click();
  await expect(page.getByRole('button', { name: 'Sound, Lift quiet voices +12 dB' })).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('video')?.volume)).toBe(0.9);
  expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(false);
});

test('a loud voice is held below full scale by the highest lift', async ({ program }) => {
  const page = await openDesk(program, toneAt(-3));
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('i');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await heard(page)).level).toBeGreaterThan(-40);
  const { peak } = await heard(page);
  expect(peak).toBeLessThan(0);
});
