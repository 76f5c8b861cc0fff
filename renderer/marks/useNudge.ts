import { useRef } from 'react';
import type { Mark, MarkChange } from '../../db/model';
import type { Playback } from '../player/playback';
import { dragged, type Part } from './drag';

/** How far one press moves. */
const stepMs = 100;

/** Moves the selected mark, or its end, by a step. Presses that follow before the answer is shown add up. */
export function useNudge(
  selected: Mark | undefined,
  edit: (change: MarkChange) => Promise<Mark | undefined>,
  playback: Playback,
): (part: Part, direction: 1 | -1) => void {
  /** What was asked for last, until it is shown. */
  const asked = useRef<Pick<Mark, 'id' | 'atMs' | 'endMs'>>(undefined);
  const { current } = asked;
  if (
    current?.id !== selected?.id ||
    (current?.atMs === selected?.atMs && current?.endMs === selected?.endMs)
  ) {
    asked.current = undefined;
  }
  return (part, direction) => {
    if (selected === undefined) return;
    const before = asked.current ?? selected;
    const durationMs = playback.state().durationMs || Number.MAX_SAFE_INTEGER;
    const times = dragged(before, part, direction * stepMs, durationMs);
    if (times.atMs === before.atMs && times.endMs === before.endMs) return;
    const change = { id: selected.id, ...times };
    asked.current = change;
    void edit(change).then((kept) => {
      // Refused: the next press counts from what is shown.
      if (kept === undefined && asked.current === change) asked.current = undefined;
    });
  };
}
