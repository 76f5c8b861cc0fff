/** Kills the program again and again in the middle of a rating, and counts what each reopening finds. */
import { join } from 'node:path';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { seeded } from '../../build/demo/random.ts';
import { connect } from '../../db/open.ts';
import { verify } from '../../db/verify.ts';
import { demoLibrary } from './demoLibrary';
import { solveigsRating } from './marks';
import { after } from './model';
import type { Program } from './program';
import { agrees, beginAccount, modelOf, seen, type Work, workOn } from './scripted';

type Killed = {
  kills: number;
  reopenings: number;
  /** Reopenings whose files were whole. */
  integrityOk: number;
  /** Reopenings whose log of changes was unbroken, from its first to its last. */
  logOk: number;
  acknowledged: number;
  /** Reopenings that lacked something acknowledged, or showed something that nobody had asked for. */
  wrong: number;
  /** Kills between question and answer; of those, how often the change was kept all the same. */
  inFlight: number;
  inFlightKept: number;
};

/** @param longestMs each kill comes at a random moment up to this long after work begins */
export async function killAgainAndAgain(program: Program, times: number, seed: number, longestMs = 1500) {
  const switches = [await demoLibrary(program.folder)];
  const random = seeded(seed);
  const first = await program.start({ switches });
  const ratingId = await solveigsRating(first.page);
  const work: Work = {
    ratingId,
    model: await beginAccount(first.page, ratingId),
    asked: undefined,
    acknowledged: 0,
    steps: 0,
  };
  const result: Killed = {
    kills: 0,
    reopenings: 0,
    integrityOk: 0,
    logOk: 0,
    acknowledged: 0,
    wrong: 0,
    inFlight: 0,
    inFlightKept: 0,
  };
  let { page } = first;
  for (let time = 0; time < times; time += 1) {
    let ended = false;
    const working = workOn(page, work, random.next, () => ended).catch((error: unknown) => {
      // The page is gone with its program; anything before that is a fault.
      if (!ended) throw error;
    });
    await new Promise((moment) => setTimeout(moment, random.next() * longestMs));
    ended = true;
    await program.kill();
    await working;
    result.kills += 1;
    const { asked } = work;
    if (asked !== undefined) result.inFlight += 1;

    ({ page } = await program.start({ switches }));
    result.reopenings += 1;
    const { integrity, log } = looked(join(program.folder, 'demo', 'record.db'));
    if (integrity) result.integrityOk += 1;
    if (log) result.logOk += 1;
    const found = await seen(page, work.ratingId);
    const withAsked = asked && after(work.model, asked);
    if (withAsked !== undefined && agrees(found, withAsked)) {
      if (!agrees(found, work.model)) result.inFlightKept += 1;
      work.model = withAsked;
    } else if (!agrees(found, work.model)) {
      result.wrong += 1;
      work.model = modelOf(found);
    }
    work.ratingId = found.ratingId;
    work.asked = undefined;
  }
  return { ...result, acknowledged: work.acknowledged };
}

/** Whether its pages and its references are whole, and its log. */
function looked(file: string): { integrity: boolean; log: boolean } {
  const db = connect(file, demoKeys.database, { readonly: true });
  try {
    const orphans = db.pragma('foreign_key_check');
    const whole = db.pragma('integrity_check', { simple: true }) === 'ok';
    const { changes, faultCount } = verify(db);
    return {
      integrity: whole && Array.isArray(orphans) && orphans.length === 0,
      log: changes > 0 && faultCount === 0,
    };
  } finally {
    db.close();
  }
}
