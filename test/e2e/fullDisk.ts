/** Fills a small disk to the brim under the real program, again and again. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../build/demo/random.ts';
import { reasonOf } from '../../db/open.ts';
import { demoLibrary } from './demoLibrary';
import { addMark, markIds, solveigsRating } from './marks';
import { expect, type Program } from './program';

type Filled = {
  fillings: number;
  acknowledged: number;
  /** Questions that were answered with 'the disk is full'. */
  refused: number;
  missing: number;
  /** Marks in the library that were never acknowledged. */
  invented: number;
  killed: number;
};

/** Leaves this many bytes, as nearly as the disk can. */
function fill(place: string, name: string, leaving: number): void {
  const { bavail, bsize } = statfsSync(place);
  const bytes = Math.max(0, bavail * bsize - leaving);
  try {
    writeFileSync(join(place, name), Buffer.alloc(bytes));
  } catch (error) {
    // The program wrote meanwhile, a backup for instance: then the disk is fuller than was asked for, which is as good.
    if (reasonOf(error) !== 'full') throw error;
  }
}

/**
 * @param place a disk of its own, with nothing else on it
 * @param times how often it is filled, each time with a little room left that the marks then use up
 */
export async function fillAgainAndAgain(program: Program, place: string, times: number, seed: number) {
  const switches = [await demoLibrary(place, program.folder)];
  const random = seeded(seed);
  let { page } = await program.start({ switches });
  const ratingId = await solveigsRating(page);
  const before = new Set(await markIds(page, ratingId));
  const acknowledged = new Set<string>();
  const result: Filled = { fillings: 0, acknowledged: 0, refused: 0, missing: 0, invented: 0, killed: 0 };

  const check = async () => {
    const ids = new Set(await markIds(page, ratingId));
    result.missing += [...acknowledged].filter((id) => !ids.has(id)).length;
    result.invented += [...ids].filter((id) => !before.has(id) && !acknowledged.has(id)).length;
  };

  let atMs = 0;
  const mark = async () => {
    atMs += 100;
    const answer = await addMark(page, ratingId, atMs, 'En merknad av vanlig lengde, med æøå.');
    if ('id' in answer) acknowledged.add(answer.id);
    return answer;
  };

  for (let time = 0; time < times; time += 1) {
    fill(place, 'rest', Math.floor(random.next() * 300_000));
    result.fillings += 1;
    let refusals = 0;
    while (refusals < 3) {
      const answer = await mark();
      if ('reason' in answer) {
        expect(answer.reason).toBe('full');
        refusals += 1;
      }
    }
    result.refused += refusals;
    await check();
    // Every third time the power goes while the disk is full.
    if (time % 3 === 2) {
      await program.kill();
      result.killed += 1;
    }
    rmSync(join(place, 'rest'));
    if (time % 3 === 2) ({ page } = await program.start({ switches }));
    // Work goes on as soon as there is room.
    expect(await mark()).toHaveProperty('id');
    await check();
  }
  await program.close();
  ({ page } = await program.start({ switches }));
  await check();
  return { ...result, acknowledged: acknowledged.size };
}
