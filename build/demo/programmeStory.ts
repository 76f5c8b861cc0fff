/** What happened in the programmes that are made up: who rated what, when, and how near to the standard. */
import type { Rating, WorkKind } from '../../db/model.ts';
import type { Leaning } from './programmeRatings.ts';

const steady: Leaning = { bias: 0, spread: 0.45 };
const unsteady: Leaning = { bias: 1.1, spread: 1.1 };

/** A clock that is set by hand: the record tells when things were done. */
export function clock() {
  let at = Date.UTC(2026, 0, 5, 8);
  return {
    now: (): Date => {
      at += 1000;
      return new Date(at);
    },
    /** Months are counted from 1, of 2026. */
    set: (month: number, day: number): void => {
      at = Date.UTC(2026, month - 1, day, 8);
    },
  };
}

export type Story = {
  time: ReturnType<typeof clock>;
  /** Raters by their place in the list of names, from 0. */
  work: (at: number, kind: WorkKind, leaning: Leaning, most?: number) => void;
  test: (at: number, leaning: Leaning, most?: number) => void;
  certificate: (at: number) => void;
  check: (at: number, index: number, leaning: Leaning) => void;
  alone: (at: number, index: number, leaning: Leaning) => Rating;
  double: (of: number, at: number, index: number, leaning: Leaning) => void;
};

/** The first passes and is certified, the second does not pass. */
export function small({ time, work, test, certificate }: Story): void {
  time.set(2, 2);
  work(0, 'practice', steady);
  work(1, 'practice', { bias: 0.7, spread: 0.9 });
  time.set(3, 2);
  test(0, steady);
  test(1, unsteady);
  time.set(3, 9);
  certificate(0);
}

export function large({ time, work, test, certificate, check, alone, double }: Story): void {
  time.set(2, 2);
  for (const at of [0, 1, 2, 3, 4, 6, 7])
    work(at, 'practice', at === 3 ? unsteady : { bias: 0.3, spread: 0.7 });
  time.set(3, 3);
  for (const at of [0, 2, 7]) test(at, steady);
  test(1, unsteady);
  test(3, unsteady);
  time.set(3, 20);
  for (const at of [0, 2, 7]) certificate(at);
  time.set(4, 14);
  test(1, steady);
  time.set(4, 21);
  certificate(1);

  time.set(5, 5);
  for (const [index, at] of [0, 1, 2, 7, 0, 1, 2, 0].entries()) alone(at, index, steady);
  time.set(5, 20);
  check(0, 0, steady);
  check(2, 0, { bias: 0.1, spread: 0.5 });
  check(7, 0, steady);
  time.set(6, 16);
  double(0, 1, 0, steady);
  double(1, 2, 1, { bias: 0.3, spread: 0.5 });
  time.set(7, 7);
  check(1, 1, steady);
  check(2, 1, { bias: 0.5, spread: 0.6 });
  time.set(8, 25);
  check(0, 2, { bias: -0.2, spread: 0.5 });
  double(2, 0, 2, { bias: -0.1, spread: 0.5 });
  check(2, 2, { bias: 0.9, spread: 0.7 });
  time.set(9, 22);
  for (const [index, at] of [0, 1, 2, 7, 0, 1].entries()) alone(at, 8 + index, steady);
  check(2, 3, { bias: 1.1, spread: 0.7 });
  time.set(10, 13);
  check(1, 4, steady);
  check(0, 5, steady);
  double(0, 2, 8, { bias: 1.1, spread: 0.7 });
  time.set(11, 3);
  check(2, 6, { bias: 1.2, spread: 0.8 });
  work(5, 'practice', { bias: 0.4, spread: 0.8 }, 4);
  test(4, steady, 3);
  test(6, steady);
  time.set(11, 17);
}
