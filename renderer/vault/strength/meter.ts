/** zxcvbn with what people here think of first. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { norwegianNames, norwegianWords, ours } from './norwegian';
import { type Strength, strengthOf } from './strength';

/** Beyond this nothing is gained, and it would take long. */
const most = 100;

/** Takes a moment: the dictionaries are large. */
export function strengthMeter(): (passphrase: string) => Strength {
  const dictionary = {
    ...common,
    ...english,
    'names-nb': norwegianNames,
    'words-nb': norwegianWords,
    ours,
  };
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (passphrase) => strengthOf(passphrase, zxcvbn.check(passphrase.slice(0, most)));
}
