/** The invented people of a library of many sessions. */
import type { Store } from '../../db/store.ts';

export type People = {
  /** Solveig is the first. */
  supervisorIds: string[];
  researcherIds: string[];
  pairs: { groupId: string; therapistIds: [string, string]; selfRaterIds: [string, string] }[];
};

const weekdays = ['Mandag', 'Tirsdag', 'Onsdag', 'Torsdag', 'Fredag'];
const places = [
  'Tøyen',
  'Ålesund',
  'Bærum',
  'Nydalen',
  'Sandnes',
  'Bodø',
  'Hamar',
  'Voss',
  'Moss',
  'Alta',
  'Lørenskog',
  'Førde',
  'Røros',
  'Askim',
  'Lillehammer',
  'Narvik',
  'Ørsta',
  'Skien',
  'Molde',
  'Gjøvik',
];
const names = [
  'Ingrid',
  'Jonas',
  'Marit',
  'Aksel',
  'Åse',
  'Øystein',
  'Kari',
  'Lars',
  'Ragnhild',
  'Sindre',
  'Hanne',
  'Bjørn',
  'Silje',
  'Tormod',
  'Liv',
  'Håkon',
  'Astrid',
  'Eirik',
  'Solfrid',
  'Magnus',
  'Tuva',
  'Pål',
];
export const supervisors = [
  'Solveig K.',
  'Henrik B.',
  'Nora L.',
  'Gunnar Ø.',
  'Berit S.',
  'Anders V.',
  'Marte H.',
  'Kjell Å.',
  'Elin R.',
  'Tor M.',
];

/** Inside of a transaction of the store. */
export function manyPeople(store: Store, pairs: number): People {
  const therapist = (number: number): string =>
    store.therapists.add({
      code: `T-${String(number).padStart(3, '0')}`,
      name: names[(number * 7) % names.length] ?? '',
    }).id;
  const selfOf = (therapistId: string): string => {
    const rater = store.raters.selfOf(therapistId);
    if (rater === undefined) throw new Error('no such therapist');
    return rater.id;
  };
  return {
    supervisorIds: supervisors
      .slice(0, Math.max(2, Math.ceil(pairs / 10)))
      .map((name) => store.raters.add({ name, kind: 'supervisor' }).id),
    researcherIds: ['Forsker A', 'Forsker B'].map((name) => store.raters.add({ name, kind: 'expert' }).id),
    pairs: Array.from({ length: pairs }, (_, at) => {
      const round = Math.floor(at / (weekdays.length * places.length));
      const place = places[Math.floor(at / weekdays.length) % places.length] ?? '';
      const name = `${weekdays[at % weekdays.length] ?? ''}sgruppen ${place}${round === 0 ? '' : ` ${round + 1}`}`;
      const first = therapist(2 * at + 1);
      const second = therapist(2 * at + 2);
      return {
        groupId: store.groups.add({ name, format: 'slowOpen', usualMinutes: 90 }).id,
        therapistIds: [first, second],
        selfRaterIds: [selfOf(first), selfOf(second)],
      };
    }),
  };
}
