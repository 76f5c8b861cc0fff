/** What the record does not take although it could. */

/** `submitted`: a submitted rating is locked. `notYours`: a rating is changed by its own rater only. */
export type Refusal = 'submitted' | 'notYours';

export class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(`refused: ${reason}`);
    this.reason = reason;
  }
}

/** Why the record refused; `gone` when something names what is not there. Undefined for every other error. */
export function refusalOf(error: unknown): Refusal | 'gone' | undefined {
  if (error instanceof Refused) return error.reason;
  const names = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
  return names ? 'gone' : undefined;
}
