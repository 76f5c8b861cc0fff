/** Marks as a rater might make them in ninety minutes: where something happens there are many. */
import type { NewMark } from '../../db/model.ts';
import type { Language } from '../../db/scale.ts';
import type { seeded } from './random.ts';

type Random = ReturnType<typeof seeded>;
type Event = readonly [minute: number, minutes: number, items: readonly number[]];

/** What happens when, how long it lasts about, and which items it shows. */
const events: readonly Event[] = [
  [1.5, 1.2, [1, 1, 7, 10]],
  [4, 1, [1, 8, 2]],
  [7.5, 2, [10, 3, 6, 11]],
  [12.5, 0.8, [2, 3, 3]],
  [15.5, 1.5, [3, 3, 10, 11]],
  [20, 2.2, [11, 11, 17, 4, 18]],
  [24.5, 1.2, [18, 13, 16]],
  [29, 2, [4, 4, 5, 17, 14]],
  [34, 1.5, [12, 16, 12, 17]],
  [38, 0.8, [3, 3, 2]],
  [42, 2.5, [11, 17, 11, 4, 19]],
  [47.5, 1.5, [5, 6, 13, 6, 7]],
  [50.5, 1, [19, 5, 19, 9]],
  [56, 1.8, [15, 11, 15, 4]],
  [61, 0.7, [3, 2, 9]],
  [64, 1.6, [11, 17, 10, 4]],
  [69.5, 1.8, [5, 8, 14, 4]],
  [74.5, 1.4, [17, 12, 19, 14]],
  [80, 1.2, [3, 2, 14]],
  [85, 1.8, [2, 10, 9, 1, 14]],
  [88.5, 0.6, [1, 1, 3]],
];

/** What these therapists do well, and what they could do better, against the middle of the scale. */
const leaning: Readonly<Record<number, number>> = {
  3: 0.6,
  5: -0.8,
  6: 1,
  10: 1.3,
  12: -1,
  15: -1.4,
  18: 0.4,
};

const notes: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  4: {
    nb: 'Spør de andre hva de tror skjedde, og venter på svar.',
    en: 'Asks the others what they think happened, and waits for an answer.',
  },
  5: { nb: 'Griper stillheten, her og nå.', en: 'Takes up the silence, here and now.' },
  12: { nb: 'Tviler vennlig på «alle».', en: 'Doubts “everybody”, kindly.' },
  17: { nb: 'Blir ved følelsen.', en: 'Stays with the feeling.' },
  18: { nb: 'Går tilbake til søndag kveld.', en: 'Goes back to Sunday evening.' },
};

const aspects = ['ownInitiative', 'followUp', 'organising', 'deepening', 'closing'] as const;

const level = (value: number) => Math.min(7, Math.max(1, Math.round(value)));

/** @param untilMinute where the rater has come to */
export function manyMarks(
  random: Random,
  count: number,
  untilMinute: number,
  language: Language,
): Omit<NewMark, 'ratingId'>[] {
  const seen = events.filter(([minute]) => minute < untilMinute);
  return Array.from({ length: count }, (_, index) => {
    // Each event in turn, so that few marks are spread over the session as well.
    const [minute, minutes, items] = seen[index % seen.length] ?? [0, 1, [1]];
    const at = minute + random.normal() * minutes * 0.45;
    const atMs = Math.round(60_000 * Math.min(untilMinute - 0.1, Math.max(0.1, at)));
    const item = random.pick(items);
    const missed = random.next() < 0.07;
    const quality = level(4.2 + (leaning[item] ?? 0) + random.normal() * 1.1 - (missed ? 2.2 : 0));
    // The one who began it goes on with it, mostly.
    const leads = (Math.floor(minute) % 2 === 0) === random.next() < 0.8;
    return {
      item,
      kind: missed ? 'missed' : 'intervention',
      atMs,
      endMs: random.next() < 0.14 ? atMs + 6000 + Math.round(random.next() * 55_000) : null,
      therapist: random.next() < 0.08 ? 'both' : leads ? 'first' : 'second',
      aspect: item === 3 ? (aspects[random.pick([0, 1, 2, 3, 4])] ?? null) : null,
      quality: random.next() < 0.85 ? quality : null,
      note: random.next() < 0.35 ? (notes[item]?.[language] ?? '') : '',
    };
  });
}
