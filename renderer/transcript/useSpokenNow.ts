import { useEffect, useState } from 'react';
import type { Cue } from '../../db/model';
import type { Playback } from '../player/playback';
import { cueAt } from './cues';

/** The passage that is being said where playback is. Renders only when it is another one. */
export function useSpokenNow(cues: readonly Cue[], playback: Playback): number | undefined {
  const [index, setIndex] = useState<number>();
  useEffect(() => playback.onTime((ms) => setIndex(cueAt(cues, ms))), [cues, playback]);
  return index;
}
