/** Benchmarks: each figure stands beside a limit measured in the same run, and is told as their ratio. */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { demoStore } from '../../build/demo/demoStore.ts';
import { openFile } from '../../main/media/bytes.ts';
import { serve } from '../../main/media/serve.ts';
import { bareSession } from '../fixtures/rows.ts';
import { agreements } from './agreement.ts';
import { bareCommit } from './bareCommit.ts';
import { keyToDrawn } from './desk.ts';
import { tell, times } from './figures.ts';
import { keptRecordings } from './kept.ts';
import { longLog } from './log.ts';
import { openings } from './places.ts';
import { seeks } from './seek.ts';
import { waveforms } from './waveform.ts';

const folder = mkdtempSync(join(tmpdir(), 'mbt-g-rater-bench-'));

function bareRead(): () => void {
  const db = new Database(join(folder, 'rows.db'));
  const columns = Array.from({ length: 10 }, (_, index) => `c${index}`);
  db.exec(`create table row (${columns.join(', ')})`);
  const insert = db.prepare(`insert into row values (${columns.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (let count = 0; count < 2500; count += 1) insert.run(columns.map(() => randomUUID()));
  })();
  const select = db.prepare('select * from row order by c0');
  return () => void select.all();
}

async function marks(): Promise<void> {
  const store = demoStore(folder);
  const session = store.sessions.add(bareSession);
  const rater = store.raters.add({ name: 'Bench', kind: 'supervisor' });
  const rating = store.ratings.begin({ sessionId: session.id, raterId: rater.id, purpose: 'supervision' });
  let atMs = 0;
  const addMark = () => {
    atMs += 1000;
    store.judgements.addMark({
      ratingId: rating.id,
      item: (atMs / 1000) % 19 || 19,
      kind: 'intervention',
      atMs,
      endMs: null,
      therapist: 'first',
      aspect: null,
      quality: 4,
      note: '',
    });
  };
  store.together(() => {
    for (let count = 0; count < 2000; count += 1) addMark();
  });
  const commit = bareCommit(folder);
  tell(
    'A mark committed, with 2,000 marks in the rating',
    await times(500, addMark),
    await times(500, commit),
    'one bare SQLite row, same disk, same pragmas',
  );
  tell(
    'A rating read, with 2,500 marks',
    await times(50, () => store.judgements.ofRating(rating.id)),
    await times(50, bareRead()),
    'as many rows of as many columns, bare',
  );
  store.close();
}

async function bytes(): Promise<void> {
  const file = join(folder, 'film.mp4');
  const size = 200_000_000;
  writeFileSync(file, Buffer.alloc(size, 7));
  const served = await times(10, async () => {
    const opened = await openFile(file);
    if (opened === undefined) throw new Error('not opened');
    const reader = (await serve(opened, file, 'bytes=0-')).body?.getReader();
    while ((await reader?.read())?.done === false);
  });
  const bare = await times(10, async () => {
    const handle = await open(file, 'r');
    const chunk = Buffer.alloc(256 * 1024);
    for (let from = 0; from < size; from += chunk.length) await handle.read(chunk, 0, chunk.length, from);
    await handle.close();
  });
  tell('200 MB of a recording served', served, bare, 'the same bytes read in the same pieces');
}

await marks();
await bytes();
await keyToDrawn(folder);
await seeks(folder);
await longLog(folder);
await keptRecordings(folder);
await openings(folder);
await waveforms(folder);
await agreements(folder);
rmSync(folder, { recursive: true, force: true });
