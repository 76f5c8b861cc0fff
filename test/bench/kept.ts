/** A kept recording beside the same one linked, and encrypting it beside `age` on the same file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import { seeded } from '../../build/demo/random.ts';
import { inWorker } from '../../main/inWorker.ts';
import type { KeepProgress, KeepWork } from '../../main/keepWorker.ts';
import { keptFile } from '../../main/vault/keptPlaces.ts';
import { recordingsFolder } from '../../main/vault/places.ts';
import { twoHours } from '../fixtures/media.ts';
import { tell, times } from './figures.ts';
import { fullLibrary } from './fullLibrary.ts';
import { inProgram } from './program.ts';
import { deskSeeks } from './seek.ts';

const { identity } = demoKeys;
const count = 50;
const runs = 5;

/** Milliseconds until all of it is encrypted, and until it was read back as well. */
async function keep(source: string, part: string): Promise<{ encrypted: number; checked: number }> {
  const start = performance.now();
  let encrypted: number | undefined;
  const work: KeepWork = { keep: { source, sizeBytes: statSync(source).size, part, identity } };
  const done = await inWorker<string, KeepProgress>('keepWorker', work, {
    onProgress: ({ step }) => {
      if (step === 'checking') encrypted ??= performance.now() - start;
    },
  });
  if (done !== 'whole' || encrypted === undefined) throw new Error(`not kept: ${done}`);
  return { encrypted, checked: performance.now() - start };
}

async function encryption(folder: string, film: string): Promise<void> {
  const recipient = await identityToRecipient(identity);
  const [ours, theirs] = [join(folder, 'ours.age'), join(folder, 'theirs.age')];
  const taken: { encrypted: number; checked: number }[] = [];
  const age: number[] = [];
  // In turn, so that what else the machine does meets both.
  for (let run = 0; run < runs; run += 1) {
    for (const file of [ours, theirs]) rmSync(file, { force: true });
    taken.push(await keep(film, ours));
    age.push(...(await times(1, () => execFileSync('age', ['-r', recipient, '-o', theirs, film]))));
  }
  const sorted = (figures: number[]) => figures.sort((a, b) => a - b);
  const size = `${Math.round(statSync(film).size / 1e6)} MB`;
  tell(
    `${size} encrypted, on the disk`,
    sorted(taken.map(({ encrypted }) => encrypted)),
    sorted(age),
    '`age`, same file',
  );
  tell(
    `${size} encrypted, read back and compared`,
    sorted(taken.map(({ checked }) => checked)),
    age,
    '`age`, which reads nothing back',
  );
}

/** A library that keeps its one recording, and the same library with the recording linked. */
async function libraries(folder: string, film: string) {
  const linked = mkdtempSync(join(folder, 'linked-'));
  const kept = mkdtempSync(join(folder, 'kept-'));
  const ids = [await fullLibrary(linked, film, few), await fullLibrary(kept, film, few)] as const;
  const store = demoStore(kept);
  const rating = store.ratings.find(ids[1].ratingId);
  const recording = rating && store.recordings.ofSession(rating.sessionId);
  if (recording === undefined) throw new Error('no recording');
  mkdirSync(recordingsFolder(kept));
  await keep(film, keptFile(kept, recording.id));
  store.recordings.keep(recording.id);
  store.close();
  return { linked: { folder: linked, ...ids[0] }, kept: { folder: kept, ...ids[1] } };
}

const few = { marks: 40, marksOfOthers: 0 };

export async function keptRecordings(folder: string): Promise<void> {
  const film = twoHours();
  await encryption(folder, film);
  const { linked, kept } = await libraries(folder, film);
  const random = seeded(7);
  const taken: { linked: number[]; kept: number[] } = { linked: [], kept: [] };
  await inProgram(folder, linked.folder, linked.raterId, (page) =>
    inProgram(folder, kept.folder, kept.raterId, async (other) => {
      const inLinked = await deskSeeks(page, linked.ratingId);
      const inKept = await deskSeeks(other, kept.ratingId);
      for (let seek = 0; seek < count; seek += 1) {
        const share = random.next();
        taken.linked.push(await inLinked(share));
        taken.kept.push(await inKept(share));
      }
    }),
  );
  tell(
    `${count} random seeks in a kept film of two hours, until the frame is there`,
    taken.kept.sort((a, b) => a - b),
    taken.linked.sort((a, b) => a - b),
    'the same film linked',
  );
}
