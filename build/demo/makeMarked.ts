/** Makes a library with one session of ninety minutes, which three raters have marked more and more closely. */

import { items, type Language } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import { writeDemoKeys } from './demoKeys.ts';
import { demoClock, demoStore } from './demoStore.ts';
import { manyMarks } from './manyMarks.ts';
import { seeded } from './random.ts';
import { recordingAt } from './recordingAt.ts';

const said = {
  nb: {
    group: 'Torsdagsgruppen',
    phases: ['Åpning', 'Runde', 'Tur: Eva', 'Tur: Per', 'Tur: Helen', 'Avslutning'],
  },
  en: {
    group: 'Thursday group',
    phases: ['Opening', 'Round', 'Turn: Eva', 'Turn: Per', 'Turn: Helen', 'Closing'],
  },
} as const;

/** Where the phases begin, and where the last one ends, in minutes. */
const edges = [0, 6, 14, 38, 61, 80, 90];

/** Who rates, how many marks there are, where in the session the rater is, and how many items are rated. */
const raters = [
  { name: 'Nora L.', kind: 'supervisor', marks: 3, minute: 8.4, rated: 0 },
  { name: 'Solveig K.', kind: 'supervisor', marks: 40, minute: 74.6, rated: 14 },
  { name: 'Henrik B.', kind: 'expert', marks: 400, minute: 89.2, rated: 19 },
] as const;

/** Where the rating with so many marks is. */
export type Marked = ReadonlyMap<number, { ratingId: string; raterId: string }>;

/** @param camera a second recording, which cannot be played as it is, for the session a week later */
export async function makeMarked(
  folder: string,
  film: string,
  camera: string,
  language: Language,
): Promise<Marked> {
  await writeDemoKeys(folder);
  const random = seeded(20_261_030);
  const store = demoStore(folder, { now: demoClock(), newId: random.uuid });
  const filmed = await recordingAt(film);
  const unplayable = await recordingAt(camera);
  const marked = store.together(() => {
    const { group, phases } = said[language];
    const session = {
      groupId: store.groups.add({ name: group, format: 'slowOpen', usualMinutes: 90 }).id,
      patientsPresent: 7,
      firstTherapistId: store.therapists.add({ code: 'T-07', name: 'Ingrid' }).id,
      secondTherapistId: store.therapists.add({ code: 'T-12', name: 'Jonas' }).id,
    };
    const { id } = store.sessions.add({ ...session, date: '2026-10-29', number: 47 });
    store.recordings.add({ sessionId: id, ...filmed });
    store.phases.set({
      sessionId: id,
      phases: phases.map((name, index) => ({
        name,
        startMs: (edges[index] ?? 0) * 60_000,
        endMs: (edges[index + 1] ?? 0) * 60_000,
      })),
    });
    const next = store.sessions.add({ ...session, date: '2026-11-05', number: 48 });
    store.recordings.add({ sessionId: next.id, ...unplayable });
    return new Map(
      raters.map((rater) => {
        const raterId = store.raters.add(rater).id;
        const ratingId = store.ratings.begin({ sessionId: id, raterId, purpose: 'supervision' }).id;
        for (const mark of manyMarks(random, rater.marks, rater.minute, language)) {
          store.judgements.addMark({ ...mark, ratingId });
        }
        rate(store, ratingId, rater.rated, random);
        const toMs = Math.round(rater.minute * 60_000);
        store.finishing.keepPlayed(ratingId, toMs, [
          { fromMs: 0, toMs: Math.round(toMs * 0.7), rate: 1 },
          { fromMs: Math.round(toMs * 0.74), toMs, rate: 1.25 },
        ]);
        return [rater.marks, { ratingId, raterId }] as const;
      }),
    );
  });
  store.close();
  return marked;
}

function rate(store: Store, ratingId: string, upTo: number, random: ReturnType<typeof seeded>): void {
  for (const { number, evidence } of items.slice(0, upTo)) {
    const noOccasion = evidence.noOccasionWhen === 'phenomenonAbsent' && random.next() < 0.3;
    const quality = noOccasion ? null : random.pick([3, 4, 4, 5, 5, 6]);
    const adherence = noOccasion ? null : random.pick([3, 4, 4, 5, 6]);
    store.judgements.editScore({ ratingId, item: number, adherence, quality, noOccasion, note: '' });
  }
  if (upTo === items.length) store.judgements.editOverall({ ratingId, adherence: 4, quality: 5, note: '' });
}
