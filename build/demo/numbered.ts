/** A UUID that counts up, so that a table of a million rows is written in its own order. */
export const numbered = (table: number, number: number): string =>
  `${table}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
