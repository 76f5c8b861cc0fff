import type { Page } from 'playwright';
import { bursts, loudStretches, pictureOnly, twoHours } from '../fixtures/media';
import { expect, type Program, test } from './program';
import { beginRating, playerTime } from './steps';

for (const [name, make] of Object.entries(bursts)) {
  test(`the waveform of ${name} is loud where the recording is, to the step`, async ({ program }) => {
    const page = await openDesk(program, make());
    const { stepMs, peaks } = await drawn(page);
    expect(peaks).toHaveLength(Math.ceil((await playerLength(page)) / stepMs));
    const wrong = peaks.flatMap((peak, step) => {
      const at = step * stepMs;
      const near = loudStretches.some((edges) => edges.some((edge) => Math.abs(edge - at) <= stepMs));
      const isLoud = loudStretches.some(([from, to]) => at >= from && at < to);
      // A tone of half the scale is 6 dB below full; -48 dB is what a codec may leave around it.
      const told = peak > 228 ? 'loud' : peak < 86 ? 'silent' : 'between';
      return near || told === (isLoud ? 'loud' : 'silent') ? [] : [{ at, peak }];
    });
    expect(wrong).toEqual([]);
  });
}

test('a waveform is drawn once: opened again, the recording is not read for it', async ({ program }) => {
  const page = await openDesk(program, bursts['bursts.m4a']());
  const first = await drawn(page);
  await expect.poll(() => inked(page)).toBeGreaterThan(100);
  await program.close();

  const { page: again } = await program.start();
  const workers: string[] = [];
  again.on('worker', (worker) => workers.push(worker.url()));
  await again.getByRole('row').nth(1).getByRole('link').first().click();
  await again.getByRole('link', { name: 'SK' }).click();
  await expect.poll(() => inked(again)).toBeGreaterThan(100);
  await expect.poll(() => playerLength(again)).toBeGreaterThan(0);
  expect(await drawn(again)).toEqual(first);
  expect(workers).toEqual([]);
});

test('a film without sound says so, also when it is opened again', async ({ program }) => {
  const page = await openDesk(program, pictureOnly());
  await expect(page.getByText('No sound in this recording')).toBeVisible();
  expect((await drawn(page)).peaks).toEqual([]);
  await page.reload();
  await expect(page.getByText('No sound in this recording')).toBeVisible();
});

test('while the waveform of two hours is drawn its progress shows, the film plays, and leaving ends the work', async ({
  program,
}) => {
  const page = await openDesk(program, twoHours());
  await page.keyboard.press('Space');
  const progress = page.getByRole('progressbar', { name: 'Drawing the sound' });
  await expect(progress).toBeVisible();
  await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
  expect(page.workers()).toHaveLength(1);
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await expect.poll(() => page.workers().length).toBe(0);
});

async function openDesk(program: Program, file: string): Promise<Page> {
  const { page } = await program.start();
  await program.drop(file);
  await beginRating(page, 'SK');
  return page;
}

const playerLength = (page: Page): Promise<number> =>
  page.evaluate(() => 1000 * (document.querySelector('video')?.duration || 0));

/** The waveform of the recording on the desk, as it is kept in the library. */
async function drawn(page: Page): Promise<{ stepMs: number; peaks: number[] }> {
  const kept = () =>
    page.evaluate(async () => {
      const id = document.querySelector('video')?.src.split('/').at(-1) ?? '';
      const answer = await window.api.waveform(id);
      if (!answer.ok || answer.value === undefined) return undefined;
      return { stepMs: answer.value.stepMs, peaks: [...answer.value.peaks] };
    });
  await expect.poll(async () => (await kept()) !== undefined, { timeout: 30_000 }).toBe(true);
  return (await kept()) ?? { stepMs: 0, peaks: [] };
}

/** Pixels of the waveform's picture that have a colour. */
const inked = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.filter((value, at) => at % 4 === 3 && value > 0).length ?? 0;
  });
