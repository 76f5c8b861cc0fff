import { rmSync } from 'node:fs';
import { sizeOf, threeHours } from '../fixtures/media';
import { expect, test } from './program';
import { beginRating, frameTime, goTo, playerTime } from './steps';

test('in a recording of three hours and over 4 GB, twenty random seeks each arrive within 50 ms', async ({
  program,
}) => {
  const file = threeHours();
  expect(sizeOf(file)).toBeGreaterThan(4_294_967_296);
  const { page } = await program.start();
  await program.choose(file);
  await page.getByRole('button', { name: 'Add recording' }).click();
  await beginRating(page, 'SK');
  let seed = 7;
  const off: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const second = seed % 10_790;
    const text = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    await goTo(page, text);
    await expect.poll(async () => Math.abs((await playerTime(page)) - second * 1000)).toBeLessThan(50);
    off.push(Math.abs((await frameTime(page)) - second * 1000));
  }
  console.log(
    `${sizeOf(file)} bytes; furthest frame from where it was sent: ${Math.max(...off).toFixed(1)} ms`,
  );
  rmSync(file);
  expect(Math.max(...off)).toBeLessThan(50);
});
