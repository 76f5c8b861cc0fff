/** How good a passphrase is, from what zxcvbn makes of it: a level, and what would make it better. */
import type { ZxcvbnResult } from '@zxcvbn-ts/core';

/** Below 2 it is refused. */
type Level = 0 | 1 | 2 | 3 | 4;

/** What would make it better. */
type Advice =
  | 'longer'
  | 'common'
  | 'name'
  | 'oneWord'
  | 'keyboard'
  | 'repeat'
  | 'sequence'
  | 'date'
  | 'ours'
  | 'moreWords';

export type Strength = { level: Level; enough: boolean; advice: readonly Advice[] };

/** Signs, as the main process asks for in any case (main/vault/floor.ts). */
const fewestSigns = 10;

/**
 * The levels begin at so many guesses, as powers of ten. Each guess costs a second of a machine (the work of the key
 * file): with 10^10 of them, a thousand machines take a hundred days on average; with 10^13, three hundred years.
 */
const begins = [6, 10, 13, 17] as const;

/** At most two pieces of advice: what weakens it, and what always helps. */
export function strengthOf(passphrase: string, { guessesLog10, sequence }: Found): Strength {
  const reached = begins.filter((least) => guessesLog10 >= least).length;
  const tooShort = [...passphrase.trim()].length < fewestSigns;
  const level = Math.min(reached, tooShort ? 1 : 4) as Level; // As many as there are levels.
  if (level >= 3) return { level, enough: true, advice: [] };
  const weakens = sequence.map(adviceOn).find((advice) => advice !== undefined);
  const helps = tooShort ? 'longer' : 'moreWords';
  return { level, enough: level >= 2, advice: weakens === undefined ? [helps] : [weakens, helps] };
}

type Found = Pick<ZxcvbnResult, 'guessesLog10'> & {
  sequence: readonly { pattern: string; dictionaryName?: string; token: string }[];
};

function adviceOn({ pattern, dictionaryName = '', token }: Found['sequence'][number]): Advice | undefined {
  switch (pattern) {
    case 'spatial':
      return 'keyboard';
    case 'repeat':
      return 'repeat';
    case 'sequence':
      return 'sequence';
    case 'date':
    case 'regex':
      return 'date';
    case 'dictionary':
      // Three letters are in every list.
      if (token.length < 4) return undefined;
      if (dictionaryName === 'passwords-common') return 'common';
      if (/names/.test(dictionaryName)) return 'name';
      if (/userInputs|^ours$/.test(dictionaryName)) return 'ours';
      return 'oneWord';
    default:
      return undefined;
  }
}
