import { useDeferredValue, useMemo, useState } from 'react';
import type { Cue } from '../../db/model';
import { folded, hitsIn, nextHit } from './cues';

export type Search = ReturnType<typeof useSearch>;

/** What is sought in a transcript, and which of its places one stands on. */
export function useSearch(cues: readonly Cue[]) {
  const [text, setText] = useState('');
  /** Undefined until one goes there: typing alone moves nothing. */
  const [index, setIndex] = useState<number>();
  const sought = useDeferredValue(folded(text.trim()));
  const texts = useMemo(() => cues.map((cue) => folded(cue.text)), [cues]);
  const hits = useMemo(() => hitsIn(texts, sought), [texts, sought]);

  return {
    text,
    sought,
    hits,
    /** Counted from 0. */
    index: index !== undefined && index < hits.length ? index : undefined,
    type(typed: string) {
      setText(typed);
      setIndex(undefined);
    },
    /** Goes to the next or previous place, round and round; the first time to the next one from a cue on. */
    step(direction: 1 | -1, from: number): number | undefined {
      // What is drawn may lag behind what was typed; Enter speaks of what was typed.
      const asked = folded(text.trim());
      const places = asked === sought ? hits : hitsIn(texts, asked);
      if (places.length === 0) return undefined;
      const first = nextHit(places, from) - (direction === 1 ? 0 : 1);
      const next = index === undefined ? first : index + direction;
      const round = (next + places.length) % places.length;
      setIndex(round);
      return places[round]?.cue;
    },
  };
}
