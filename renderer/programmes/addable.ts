/** Which sessions can be added to a programme: pure. */
import type { StandardChoice } from '../../preload/api';

type Named = StandardChoice['session'];
export type Addable = { session: Named; choice: StandardChoice | undefined };

type Sought = {
  choices: readonly StandardChoice[];
  /** Sessions that the library found, with or without ratings. */
  rows: readonly Named[];
  /** Sessions that the programme has already. */
  taken: ReadonlySet<string>;
  sought: string;
  nameOf: (session: Named) => string;
};

/** Newest first: those that could have a standard, then the others that were found. */
export function addable({ choices, rows, taken, sought, nameOf }: Sought): Addable[] {
  const words = wordsOf(sought);
  const found = new Set(rows.map(({ id }) => id));
  const fits = (session: Named) => {
    const name = wordsOf(nameOf(session));
    return found.has(session.id) || words.every((word) => name.some((one) => begins(one, word)));
  };
  const newest = (one: Addable, other: Addable) => other.session.date.localeCompare(one.session.date);
  const withRatings = choices
    .filter(({ session }) => !taken.has(session.id) && fits(session))
    .map((choice): Addable => ({ session: choice.session, choice }))
    .toSorted(newest);
  const known = new Set(choices.map(({ session }) => session.id));
  const others = rows
    .filter(({ id }) => !taken.has(id) && !known.has(id))
    .map((session): Addable => ({ session, choice: undefined }));
  return [...withRatings, ...others];
}

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase()
    .split(/[\s·.,]+/)
    .filter(Boolean);

/** A number is meant as a whole: session 2 is not of 2026. */
const begins = (word: string, sought: string): boolean =>
  /^\d+$/.test(sought) ? word === sought : word.startsWith(sought);
