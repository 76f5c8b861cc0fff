import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';
import { openSolveigs } from './steps';

test('marks are made every 50 ms until the process is killed: each one that was acknowledged is there', async ({
  program,
}) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library] });
  await openSolveigs(page);
  const ratingId = await page.evaluate(() => location.hash.split('/').at(-1) ?? '');

  // The page tells each acknowledgement as it comes; the last ones reach us before the kill or not at all.
  const acknowledged: string[] = [];
  await page.exposeFunction('acknowledge', (id: string) => void acknowledged.push(id));
  await page.evaluate((id) => {
    let atMs = 0;
    setInterval(async () => {
      atMs += 50;
      const answer = await window.api.addMark({
        ratingId: id,
        item: 12,
        kind: 'intervention',
        atMs,
        endMs: null,
        therapist: 'first',
        aspect: null,
        quality: null,
        note: '',
      });
      const { acknowledge } = window as unknown as { acknowledge: (id: string) => void };
      if (answer.ok) acknowledge(answer.value.id);
    }, 50);
  }, ratingId);
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(60);
  await program.kill();

  const again = await program.start({ switches: [library] });
  const kept = await again.page.evaluate(async (id) => {
    const answer = await window.api.rating(id);
    return answer.ok && answer.value?.outcome === 'open' ? answer.value.marks.map((mark) => mark.id) : [];
  }, ratingId);
  expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(60);
});
