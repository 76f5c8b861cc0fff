import { expect } from 'vitest';
import { z } from 'zod';
import file from '../../fixtures/agreementExamples.json' with { type: 'json' };

/** The worked example of this name, with the parts that a test asks for. */
export const example = <T>(id: string, shape: z.ZodType<T>): T =>
  shape.parse(file.examples.find((one) => one.id === id));

export const rows = z.array(z.array(z.number().nullable()));
export const numbers = z.record(z.string(), z.number());

/** The number, to as many decimals as were given (or as are asked for). */
export function expectDigits(actual: number | undefined, given: number, decimals = decimalsOf(given)) {
  expect(actual).toBeDefined();
  // Half a unit of the last decimal, and room for the rounding of the given number itself.
  expect(Math.abs((actual ?? Number.NaN) - given)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals);
}

const decimalsOf = (x: number): number => `${x}`.split('.')[1]?.length ?? 0;

/** What a table of counts says, as a row for each session: how many raters chose category 1, 2, … */
export const fromCounts = (counts: readonly (readonly number[])[]): number[][] =>
  counts.map((row) => row.flatMap((count, at) => new Array<number>(count).fill(at + 1)));

/** What a confusion matrix says, as a row of two judgements for each session. */
export const fromConfusion = (matrix: readonly (readonly number[])[]): [number, number][] =>
  matrix.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i + 1, j + 1])),
  );

export const column = <T>(table: readonly (readonly T[])[], at: number): T[] =>
  table.map((row) => row[at]).filter((cell) => cell !== undefined);

/** The same numbers but for rounding, and absent in the same places. */
export function expectClose(
  actual: readonly (number | undefined)[],
  given: readonly (number | undefined)[],
  apart = 1e-9,
) {
  expect(actual.map((value) => value === undefined)).toEqual(given.map((value) => value === undefined));
  actual.forEach((value, at) => {
    expect(Math.abs((value ?? 0) - (given[at] ?? 0))).toBeLessThan(apart);
  });
}
