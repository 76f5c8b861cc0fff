/** Only what is near the visible part of the list is in the page: 50,000 passages would be too many. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Cue } from '../../db/model';

const size = 40;
/** How far beyond the visible part, in pixels: further than a turn of the wheel goes. */
const margin = 800;

export const chunkOf = (cue: number): number => Math.floor(cue / size);

export type Chunk = {
  number: number;
  first: number;
  cues: readonly Cue[];
  /** Pixels it takes while its rows are not there: as measured, or about so. */
  heightPx: number;
};

/**
 * Pieces of the list, and which of them are near. Each piece's element has `data-chunk` with its number.
 * Heights that turn out other than guessed move nothing: the browser anchors the scroll position.
 */
export function useChunks(cues: readonly Cue[], scroller: RefObject<HTMLElement | null>) {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]));
  const measured = useRef(new Map<number, number>());
  const pieces = useMemo(
    () =>
      Array.from({ length: Math.ceil(cues.length / size) }, (_, number) => ({
        number,
        first: number * size,
        cues: cues.slice(number * size, (number + 1) * size),
      })),
    [cues],
  );

  useEffect(() => {
    const root = scroller.current;
    if (root === null) return undefined;
    measured.current.clear();
    const observer = new IntersectionObserver(
      (entries) => {
        const told = entries.map(({ target, isIntersecting, boundingClientRect }) => ({
          number: Number(target.getAttribute('data-chunk')),
          isIntersecting,
          height: boundingClientRect.height,
        }));
        for (const { number, isIntersecting, height } of told) {
          if (!isIntersecting) measured.current.set(number, height);
        }
        setNear((before) => {
          const now = new Set(before);
          for (const { number, isIntersecting } of told) {
            if (isIntersecting) now.add(number);
            else now.delete(number);
          }
          return now;
        });
      },
      { root, rootMargin: `${margin}px 0px` },
    );
    for (const piece of pieces) {
      const element = root.querySelector(`[data-chunk="${piece.number}"]`);
      if (element !== null) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [pieces, scroller]);

  const chunks = pieces.map(
    (piece): Chunk => ({ ...piece, heightPx: measured.current.get(piece.number) ?? guessed(piece.cues) }),
  );
  return { chunks, near };
}

/** About 55 characters fit on a line of 19 pixels. */
const guessed = (cues: readonly Cue[]): number =>
  cues.reduce(
    (sum, { text, speaker }) => sum + 7 + 19 * Math.ceil((text.length + speaker.length + 1) / 55),
    0,
  );
