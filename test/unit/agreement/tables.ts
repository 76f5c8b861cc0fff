import fc from 'fast-check';

const level = fc.integer({ min: 1, max: 7 });
const sizes = fc.record({ n: fc.integer({ min: 3, max: 8 }), k: fc.integer({ min: 2, max: 5 }) });

/** Complete tables of levels, sessions by raters. */
export const completeTables = sizes.chain(({ n, k }) =>
  fc.array(fc.array(level, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
);

/** Tables of levels with missing cells. */
export const tables = sizes.chain(({ n, k }) => {
  const cell = fc.oneof({ arbitrary: level, weight: 5 }, { arbitrary: fc.constant(null), weight: 1 });
  return fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n });
});

/** Rows and columns in another order, by keys. */
export function shuffled<T>(table: readonly (readonly T[])[], seed: number): T[][] {
  const by = (count: number, salt: number) =>
    Array.from({ length: count }, (_, at) => at).toSorted(
      (a, b) => Math.sin(seed + salt * (a + 1)) - Math.sin(seed + salt * (b + 1)),
    );
  const raters = by(table[0]?.length ?? 0, 1.7);
  return by(table.length, 2.3).map((session) =>
    raters.map((rater) => table[session]?.[rater]).filter((cell) => cell !== undefined),
  );
}

export const mapped = (table: readonly (readonly (number | null)[])[], change: (level: number) => number) =>
  table.map((row) => row.map((cell) => (cell === null ? null : change(cell))));
