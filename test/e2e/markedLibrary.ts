/** A library with one session of two hours and one rating with as many marks as a test wants. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { demoStore } from '../../build/demo/demoStore.ts';
import { seeded } from '../../build/demo/random.ts';
import type { NewMark } from '../../db/model.ts';
import { fingerprintOf } from '../../main/media/fingerprint.ts';
import { inspect } from '../../main/media/inspect.ts';
import { twoHours } from '../fixtures/media.ts';

const durationMs = 7_200_000;

const plain = {
  item: 12,
  kind: 'intervention',
  atMs: 600_000,
  endMs: null,
  therapist: 'first',
  aspect: null,
  quality: null,
  note: '',
} as const;

/** The switch that opens it. The rater is SK, who sits in front of the screen. */
export async function markedLibrary(folder: string, marks: readonly Partial<NewMark>[]): Promise<string> {
  const place = join(folder, 'marked');
  await writeDemoKeys(place);
  const random = seeded(7);
  const store = demoStore(place, { now: () => new Date(Date.UTC(2026, 9, 30, 8, 0)), newId: random.uuid });
  const path = twoHours();
  const { sizeBytes, durationMs: lasts, picture } = await inspect(path);
  const fingerprint = await fingerprintOf(path);
  store.together(() => {
    const first = store.therapists.add({ code: 'T-07', name: 'Ingrid' });
    const second = store.therapists.add({ code: 'T-12', name: 'Jonas' });
    const session = store.sessions.add({
      groupId: null,
      date: '2026-10-29',
      number: 1,
      patientsPresent: 7,
      firstTherapistId: first.id,
      secondTherapistId: second.id,
    });
    store.recordings.add({
      sessionId: session.id,
      path,
      name: 'two-hours.mp4',
      sizeBytes,
      durationMs: lasts,
      picture,
      fingerprint,
    });
    const rater = store.raters.add({ name: 'SK', kind: 'supervisor' });
    const rating = store.ratings.begin({ sessionId: session.id, raterId: rater.id, purpose: 'supervision' });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ raterId: rater.id }));
    for (const mark of marks) store.judgements.addMark({ ...plain, ratingId: rating.id, ...mark });
  });
  store.close();
  return `--library=${place}`;
}

/** Marks on all items, over the whole session, as a rater might make them. */
export function manyMarks(count: number): Partial<NewMark>[] {
  const random = seeded(11);
  return Array.from({ length: count }, () => {
    const atMs = Math.floor(random.next() * (durationMs - 60_000));
    const item = 1 + Math.floor(random.next() * 19);
    return {
      item,
      atMs,
      endMs: random.next() < 0.12 ? atMs + 2000 + Math.floor(random.next() * 50_000) : null,
      kind: random.next() < 0.08 ? 'missed' : 'intervention',
      therapist: (['first', 'second', 'both'] as const)[Math.floor(random.next() * 3)] ?? 'first',
      quality: random.next() < 0.8 ? 1 + Math.floor(random.next() * 7) : null,
    };
  });
}
