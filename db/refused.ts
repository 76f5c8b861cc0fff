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
