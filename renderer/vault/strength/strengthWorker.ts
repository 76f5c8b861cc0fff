/** Looks a passphrase over, away from the typing: the dictionaries are large. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { norwegianNames, norwegianWords, ours } from './norwegian';
import { strengthOf } from './strength';

const zxcvbn = new ZxcvbnFactory({
  dictionary: {
    ...common,
    ...english,
    'names-nb': norwegianNames,
    'words-nb': norwegianWords,
    ours,
  },
  graphs: adjacencyGraphs,
});

/** Beyond this nothing is gained, and it would take long. */
const most = 100;

self.onmessage = ({ data }: MessageEvent<string>) =>
  self.postMessage({ passphrase: data, strength: strengthOf(data, zxcvbn.check(data.slice(0, most))) });
