/** From the way to a place until its first content is drawn, in a library of 100 sessions and in one of 10,000. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type Made, makeManySessions, type Size } from '../../build/demo/manySessions.ts';
import { tell } from './figures.ts';
import { inProgram } from './program.ts';

const runs = 9;
const row = 'tbody tr a[href^="#/session/"]';
const chart = 'main :is(svg.recharts-surface, [data-chart] svg:is([role="img"], [role="listbox"]))';
const heading = 'main h1';

type Place = { address: (made: Made) => string; content: string };

const progress: Place = {
  address: ({ pairs }) => `#/progress/therapist/${pairs[0]?.therapistIds[0] ?? ''}/time`,
  content: chart,
};

/** What of a place is its first content. */
const places: Readonly<Record<string, Place>> = {
  library: { address: () => '#/', content: row },
  results: { address: ({ sessionIds }) => `#/results/${sessionIds[50] ?? ''}`, content: chart },
  progress,
};

export async function openings(folder: string): Promise<void> {
  // A subject is as large in both: a pair of therapists with 100 sessions.
  const small = library(folder, { sessions: 100 });
  const large = library(folder, { sessions: 10_000 });
  await inBoth(large, small, async (many, few) => {
    for (const [name, place] of Object.entries(places)) {
      const [ours, limit] = await inTurn(place, many, few);
      tell(`${name} opened, 10,000 sessions in the library`, ours, limit, '100 sessions');
    }
  });

  const long = library(folder, { sessions: 300, sessionsPerPair: 300 });
  await inBoth(long, small, async (three, one) => {
    const [ours, limit] = await inTurn(progress, three, one);
    tell('progress opened, of a therapist with 300 sessions', ours, limit, 'of one with 100');
  });
}

type Library = { folder: string; made: Made };
type Opened = { page: Page; made: Made };

function library(folder: string, size: Size): Library {
  const own = mkdtempSync(join(folder, `sessions-${size.sessions}-`));
  return { folder: own, made: makeManySessions(own, size) };
}

const inLibrary = <T>({ folder, made }: Library, work: (opened: Opened) => Promise<T>): Promise<T> =>
  inProgram(folder, folder, made.supervisorIds[0] ?? '', (page) => work({ page, made }));

const inBoth = <T>(
  one: Library,
  other: Library,
  work: (one: Opened, other: Opened) => Promise<T>,
): Promise<T> => inLibrary(one, (first) => inLibrary(other, (second) => work(first, second)));

/** Milliseconds of each run, sorted; in turn, so that what else the machine does meets both. */
async function inTurn(place: Place, one: Opened, other: Opened): Promise<[number[], number[]]> {
  const taken: [number[], number[]] = [[], []];
  await opening(place, one);
  await opening(place, other);
  for (let run = 0; run < runs; run += 1) {
    taken[0].push(await opening(place, one));
    taken[1].push(await opening(place, other));
  }
  const inOrder = (some: number[]) => some.toSorted((a, b) => a - b);
  return [inOrder(taken[0]), inOrder(taken[1])];
}

async function opening({ address, content }: Place, { page, made }: Opened): Promise<number> {
  await page.evaluate(() => {
    window.location.hash = '#/settings';
  });
  // What was read before is gone with the page.
  await page.reload();
  await page.locator(heading).first().waitFor();
  return page.evaluate(untilDrawn, { address: address(made), content, heading });
}

/** Runs in the page, and can use nothing from here. A place without such content counts by its heading. */
function untilDrawn(place: { address: string; content: string; heading: string }): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    let headed: number | undefined;
    // Its heading is there at once; what else it has comes in this time, or not at all.
    const late = setTimeout(() => {
      watcher.disconnect();
      resolve(headed ?? Number.NaN);
    }, 5000);
    const look = () => {
      const there = document.querySelector(place.content) !== null;
      if (!there && (headed !== undefined || document.querySelector(place.heading) === null)) return;
      if (there) {
        watcher.disconnect();
        clearTimeout(late);
      }
      // A message sent from a frame is handled after that frame was drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          headed = performance.now() - start;
          if (there) resolve(headed);
        };
        port2.postMessage(undefined);
      });
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true });
    window.location.hash = place.address;
  });
}
