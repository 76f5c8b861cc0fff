import type { Mark } from '../../db/model';

export type Lane = { item: number; marks: readonly Mark[] };

/**
 * A lane for each item that has marks, in order. Lanes with the same marks as before are the same objects, so
 * that only what changed is drawn anew.
 */
export function lanesOf(marks: readonly Mark[], before: readonly Lane[]): readonly Lane[] {
  const byItem = Map.groupBy(marks, ({ item }) => item);
  const lanes = [...byItem]
    .sort(([a], [b]) => a - b)
    .map(([item, own]) => {
      const old = before.find((lane) => lane.item === item);
      return old !== undefined && sameMarks(old.marks, own) ? old : { item, marks: own };
    });
  const same = lanes.length === before.length && lanes.every((lane, index) => lane === before[index]);
  return same ? before : lanes;
}

export const sameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length && one.every((mark, index) => mark === other[index]);
