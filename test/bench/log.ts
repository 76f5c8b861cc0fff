/** Going through a long log, as the program does it, beside reading the same rows and hashing each of them once. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { changes } from '../../db/changes.ts';
import { connect, openDatabase } from '../../db/open.ts';
import type { Verified } from '../../db/verify.ts';
import { inWorker } from '../../main/inWorker.ts';
import type { LogWork } from '../../main/logWorker.ts';
import { tell, times } from './figures.ts';

const entries = 200_000;
const runs = 5;

function fill(file: string): void {
  const db = openDatabase(file, demoKeys.database, resolve(import.meta.dirname, '../../db/migrations'));
  const log = changes(db, () => new Date());
  const [ratingId, raterId] = [randomUUID(), randomUUID()];
  const mark = { ratingId, item: 12, kind: 'intervention', endMs: null, therapist: 'first', quality: 4 };
  db.transaction(() => {
    for (let number = 0; number < entries; number += 1) {
      const nounId = randomUUID();
      const after = { id: nounId, ...mark, atMs: number, note: 'En merknad av vanlig lengde.' };
      log.append({ ratingId, raterId, noun: 'mark', nounId, after });
    }
  })();
  db.close();
}

async function verified(file: string): Promise<void> {
  const work: LogWork = { work: 'verify', file, key: new Uint8Array(demoKeys.database) };
  const { changes: found, faultCount } = await inWorker<Verified>('logWorker', work);
  if (found !== entries || faultCount !== 0) throw new Error(`${found} changes, ${faultCount} faults`);
}

function bareHashes(file: string): void {
  const db = connect(file, demoKeys.database, { readonly: true });
  for (const row of db.prepare<[], unknown[]>('select * from change order by id').raw().iterate())
    createHash('sha256').update(JSON.stringify(row)).digest();
  db.close();
}

export async function longLog(folder: string): Promise<void> {
  const file = join(mkdtempSync(join(folder, 'log-')), 'record.db');
  fill(file);
  tell(
    `A log of ${entries.toLocaleString('en')} changes verified, encrypted`,
    await times(runs, () => verified(file)),
    await times(runs, () => bareHashes(file)),
    'the same rows read and hashed once each',
  );
}
