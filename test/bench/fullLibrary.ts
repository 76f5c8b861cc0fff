import { join } from 'node:path';
import { demoKeys, writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import { connect } from '../../db/open.ts';
import { fingerprintOf } from '../../main/media/fingerprint.ts';
import { inspect } from '../../main/media/inspect.ts';
import { bareSession } from '../fixtures/rows.ts';

const ratingsOfOthers = 2495;

/** @returns the rating that is open, and its rater */
export async function fullLibrary(
  folder: string,
  recording: string,
  { marks, marksOfOthers }: { marks: number; marksOfOthers: number },
): Promise<{ ratingId: string; raterId: string }> {
  await writeDemoKeys(folder);
  const file = join(folder, 'record.db');
  const { sizeBytes, durationMs, picture } = await inspect(recording);
  const store = demoStore(folder);
  const session = store.sessions.add(bareSession);
  store.recordings.add({
    sessionId: session.id,
    path: recording,
    name: 'recording.mp4',
    sizeBytes,
    durationMs,
    picture,
    fingerprint: await fingerprintOf(recording),
  });
  const rater = store.raters.add({ name: 'Bench', kind: 'supervisor' });
  const rating = store.ratings.begin({ sessionId: session.id, raterId: rater.id, purpose: 'supervision' });
  const length = durationMs ?? 3_600_000;
  store.together(() => {
    for (let count = 0; count < marks; count += 1) {
      store.judgements.addMark({
        ratingId: rating.id,
        item: (count % 19) + 1,
        kind: 'intervention',
        atMs: Math.floor((count * length) / marks),
        endMs: null,
        therapist: count % 3 === 0 ? 'second' : 'first',
        aspect: null,
        quality: (count % 7) + 1,
        note: '',
      });
    }
  });
  store.close();

  if (marksOfOthers === 0) return { ratingId: rating.id, raterId: rater.id };
  // The others lie there from years before: written at once, without a log.
  const db = connect(file, demoKeys.database);
  db.exec(`
    insert into session (id, date)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ratingsOfOthers})
    select printf('10000000-0000-4000-8000-%012d', i), '2020-01-01' from n;
    insert into rating (id, session_id, rater_id, purpose, scale_edition, started_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ratingsOfOthers})
    select printf('20000000-0000-4000-8000-%012d', i), printf('10000000-0000-4000-8000-%012d', i),
      '${rater.id}', 'supervision', 'mbt-g-aqs/1', '2020-01-01T00:00:00.000Z' from n;
    insert into mark (id, rating_id, item, kind, at_ms, therapist, quality, note)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${marksOfOthers})
    select printf('30000000-0000-4000-8000-%012d', i),
      printf('20000000-0000-4000-8000-%012d', 1 + i % ${ratingsOfOthers}), 1 + i % 19, 'intervention',
      i * 7 % 5400000, 'first', 1 + i % 7, '' from n;`);
  db.close();
  return { ratingId: rating.id, raterId: rater.id };
}
