/**
 * The full table of agreement in the real program, 2,000 bootstrap samples for each score: how long it takes, and the
 * longest that the window and the main process kept anybody waiting meanwhile. Alone:
 * `node build/withDisplay.mjs node test/bench/agreement.ts`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { type AgreementSize, makeAgreement } from '../../build/demo/makeAgreement.ts';
import { inProgram } from './program.ts';

const sizes: readonly AgreementSize[] = [
  { raters: 5, sessions: 16, marks: false, share: 1 },
  { raters: 5, sessions: 500, marks: false, share: 1 },
  { raters: 5, sessions: 500, marks: false, share: 0.7 },
];

export async function agreements(folder: string): Promise<void> {
  for (const size of sizes) {
    const library = mkdtempSync(join(folder, 'agreement-'));
    await makeAgreement(library, size);
    const found = await inProgram(folder, library, '', measured);
    const cells = size.share === 1 ? 'complete' : 'with missing cells';
    console.log(`Agreement of ${size.sessions} sessions by ${size.raters} raters by 19 items, ${cells}`);
    console.log(`    from the way to the place until the table is drawn      ${found.takenMs.toFixed(0)} ms`);
    console.log(
      `    longest stall of the window's main thread               ${found.windowMs.toFixed(0)} ms`,
    );
    console.log(
      `    longest stall of the main process                       ${found.mainMs.toFixed(0)} ms\n`,
    );
  }
}

async function measured(page: Page, app: ElectronApplication) {
  // Beats that come late were kept waiting: by how much is the stall.
  await app.evaluate(() => {
    const beat = { last: performance.now(), longest: 0 };
    Object.assign(globalThis, { beat });
    setInterval(() => {
      const now = performance.now();
      beat.longest = Math.max(beat.longest, now - beat.last - 2);
      beat.last = now;
    }, 2);
  });
  const inWindow = await page.evaluate(
    () =>
      new Promise<{ takenMs: number; windowMs: number }>((resolve) => {
        const start = performance.now();
        let [last, longest] = [start, 0];
        const beat = new MessageChannel();
        beat.port1.onmessage = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (document.querySelectorAll('tbody[data-measure]').length === 21) {
            requestAnimationFrame(() => resolve({ takenMs: performance.now() - start, windowMs: longest }));
          } else setTimeout(() => beat.port2.postMessage(undefined), 0);
        };
        beat.port2.postMessage(undefined);
        window.location.hash = '#/agreement/table';
      }),
  );
  const mainMs = await app.evaluate(() => {
    // Put there above.
    const { beat } = globalThis as unknown as { beat: { longest: number } };
    return beat.longest;
  });
  return { ...inWindow, mainMs };
}

if (process.argv[1] === import.meta.filename) {
  const folder = mkdtempSync(join(tmpdir(), 'mbt-g-rater-bench-'));
  try {
    await agreements(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
