/** What is marked in a session of ninety minutes, and what the record must have of it. */
import type { Mark } from '../../db/model';
import { type Moment, msOf } from './byKeyboard';

/** Thirty-nine marks over the session; one more is made while it plays. */
export const moments: Moment[] = [
  { at: '1:10', item: 1, therapist: 'first', quality: 5 },
  { at: '2:05', item: 10, therapist: 'first', quality: 6, note: 'Greets everybody by name.' },
  { at: '4:00', item: 2, therapist: 'second' },
  { at: '6:20', to: '7:05', item: 3, therapist: 'first', quality: 4, aspect: 1 },
  { at: '8:30', item: 3, therapist: 'second', quality: 5, aspect: 3 },
  { at: '9:15', item: 9, therapist: 'both', quality: 5 },
  { at: '11:40', item: 11, therapist: 'first', quality: 6 },
  { at: '12:02', item: 17, therapist: 'first', quality: 5, later: 3 },
  { at: '13:30', item: 4, therapist: 'second', quality: 4, also: 11 },
  { at: '16:00', to: '17:30', item: 18, therapist: 'second', quality: 6, note: 'Back to Sunday evening.' },
  { at: '19:45', item: 12, therapist: 'first', quality: 3 },
  { at: '21:10', item: 13, therapist: 'both', quality: 4 },
  { at: '23:00', item: 5, therapist: 'first', quality: 2, missed: true },
  { at: '24:30', item: 16, therapist: 'first', quality: 3 },
  { at: '27:05', item: 6, therapist: 'second', quality: 6 },
  { at: '29:50', item: 14, therapist: 'second' },
  { at: '31:15', item: 7, therapist: 'first', quality: 5 },
  { at: '34:00', to: '36:10', item: 15, therapist: 'both', quality: 2, missed: true },
  { at: '38:20', item: 8, therapist: 'second', quality: 4, also: 1 },
  { at: '41:00', item: 19, therapist: 'first', quality: 5 },
  { at: '44:44', item: 17, therapist: 'second', quality: 6 },
  { at: '47:30', item: 5, therapist: 'both', quality: 5, also: 19 },
  { at: '52:10', item: 12, therapist: 'second', quality: 4, note: 'Doubts “all of them”, kindly.' },
  { at: '55:00', item: 3, therapist: 'first', aspect: 4 },
  { at: '58:25', item: 2, therapist: 'first', quality: 4 },
  { at: '1:01:00', to: '1:01:40', item: 13, therapist: 'first', quality: 5 },
  { at: '1:04:30', item: 14, therapist: 'first', quality: 6 },
  { at: '1:07:07', item: 6, therapist: 'both', quality: 3, missed: true },
  { at: '1:10:20', item: 11, therapist: 'second', quality: 5 },
  { at: '1:13:00', item: 4, therapist: 'first', quality: 5 },
  { at: '1:16:45', item: 8, therapist: 'both' },
  { at: '1:19:30', item: 10, therapist: 'second', quality: 5 },
  { at: '1:22:00', item: 9, therapist: 'both', quality: 6 },
  { at: '1:24:10', item: 2, therapist: 'second', quality: 5 },
  { at: '1:26:50', item: 1, therapist: 'first', quality: 6 },
  { at: '1:29:00', item: 3, therapist: 'both', quality: 6, aspect: 5 },
];

const aspects: readonly Mark['aspect'][] = [
  null,
  'ownInitiative',
  'followUp',
  'organising',
  'deepening',
  'closing',
];
type Said = Omit<Mark, 'id' | 'ratingId'>;
export const said = ({ item, kind, atMs, endMs, therapist, aspect, quality, note }: Said): Said => ({
  ...{ item, kind, atMs, endMs, therapist, aspect, quality, note },
});
export const byTime = (one: Said, other: Said) => one.atMs - other.atMs || one.item - other.item;

/** The marks that a moment becomes. */
export function marksOf(moment: Moment): Said[] {
  const { at, to, item, therapist, missed, aspect = 0, note = '', later = 0, also } = moment;
  const made: Said = {
    item,
    kind: missed ? 'missed' : 'intervention',
    atMs: msOf(at) + later * 100,
    endMs: to === undefined ? null : msOf(to),
    therapist,
    aspect: aspects[aspect] ?? null,
    quality: moment.quality ?? null,
    note,
  };
  // The quality goes to the last one made.
  return also === undefined
    ? [made]
    : [
        { ...made, quality: null },
        { ...made, item: also },
      ];
}
