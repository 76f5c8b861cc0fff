/** What happens on the desk: which item is open, which mark is selected, and what each action does. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Mark } from '../../db/model';
import { items } from '../../db/scale';
import { begunAt, endedAt } from '../marks/ended';
import { neighbour } from '../marks/jumps';
import { useNudge } from '../marks/useNudge';
import type { ZoomAction } from '../marks/useZoom';
import type { Action } from '../player/keys';
import type { Loop, Playback } from '../player/playback';
import { nextAspect } from './aspects';
import type { Opened } from './Sheet';
import { useMarking } from './useMarking';
import type { OpenRating } from './useRating';

/** Where the length of a frame is not known. */
const usualFrameMs = 40;

type Options = {
  note: RefObject<HTMLTextAreaElement | null>;
  preRollMs: number;
  frameMs: number | null;
};

/** Actions that something beside the desk's own state carries out. */
type Elsewhere =
  | 'goToTime'
  | 'help'
  | 'submit'
  | 'phase'
  | 'anchors'
  | 'mute'
  | 'louder'
  | 'softer'
  | 'lift'
  | 'stage'
  | 'captions'
  | 'find'
  | 'hidePicture'
  | 'pictureWindow'
  | 'fullScreen'
  | 'lockLibrary'
  | ZoomAction;

export function useDesk(rating: OpenRating, playback: Playback, { note, preRollMs, frameMs }: Options) {
  const [opened, open] = useState<Opened>(1);
  const [selectedId, setSelectedId] = useState<string>();
  const [loopFrom, setLoopFrom] = useState<number>();
  const noteWanted = useRef(false);
  useEffect(() => {
    if (selectedId !== undefined && noteWanted.current) note.current?.focus();
    noteWanted.current = false;
  }, [selectedId, note]);
  const turning = useRef<{ id: string; mark: Promise<Mark | undefined> }>(undefined);
  const { marks } = rating.view;
  const selected = marks.find(({ id }) => id === selectedId);
  const marking = useMarking(rating, playback, selected, (mark) => {
    setSelectedId(mark.id);
    open(mark.item);
  });

  const nudge = useNudge(selected, rating.editMark, playback);

  const editSelected = async (change: Partial<Mark>) =>
    selectedId === undefined ? undefined : rating.editMark({ ...change, id: selectedId });

  function playMark(mark: Mark): void {
    setSelectedId(mark.id);
    marking.stopWaiting();
    open(mark.item);
    playback.seek(Math.max(0, mark.atMs - preRollMs));
    playback.play();
  }

  function jump(direction: 1 | -1): void {
    const mark = neighbour(marks, playback.now(), direction, selected, preRollMs);
    if (mark !== undefined) playMark(mark);
  }

  function stepItem(direction: 1 | -1): void {
    open((now) => {
      const at = now === 'overall' ? items.length + 1 : (now ?? 0);
      const next = at + direction;
      return next > items.length ? 'overall' : Math.max(1, next);
    });
  }

  /** Off when on; else the selected stretch, or from the first press to the second. */
  function loop(): void {
    const stretch: Loop | undefined =
      selected === undefined || selected.endMs === null
        ? undefined
        : { fromMs: selected.atMs, toMs: selected.endMs };
    if (playback.state().loop !== undefined) playback.setLoop(undefined);
    else if (loopFrom !== undefined) {
      const ends = endedAt({ atMs: loopFrom }, playback.now());
      if (ends?.endMs != null) playback.setLoop({ fromMs: ends.atMs, toMs: ends.endMs });
      if (ends !== undefined) playback.seek(ends.atMs);
      setLoopFrom(undefined);
    } else if (stretch !== undefined) {
      playback.setLoop(stretch);
      playback.seek(stretch.fromMs);
      playback.play();
    } else setLoopFrom(playback.now());
  }

  /** Presses that follow at once count on from each other, also while the disk is slow. */
  function turnAspect(): void {
    if (selected?.item !== 3) return;
    const { id } = selected;
    const before = turning.current?.id === id ? turning.current.mark : Promise.resolve(selected);
    const mark = before.then((now) => now && rating.editMark({ id, aspect: nextAspect(now.aspect) }));
    turning.current = { id, mark };
    void mark.finally(() => {
      if (turning.current?.mark === mark) turning.current = undefined;
    });
  }

  function removeMark(): void {
    if (selected === undefined) return;
    setSelectedId(undefined);
    marking.clear();
    void rating.removeMark(selected.id);
  }

  /** The mark once more on another item, with all that it says. */
  function copyMark({ id: _, ...mark }: Mark, item: number): void {
    void rating.addMark({ ...mark, item, aspect: item === 3 ? mark.aspect : null }).then((copy) => {
      if (copy === undefined) return;
      setSelectedId(copy.id);
      open(item);
    });
  }

  /** Opens the typed item, or stays with the open one, and puts the keyboard into its first scale. */
  function rateItem(): void {
    const typed = Number(marking.command.get().digits);
    const item = typed >= 1 ? typed : (opened ?? 1);
    rate(item);
  }

  /** Opens an item, or the overall, and puts the keyboard into its first scale. */
  function rate(item: Opened): void {
    flushSync(() => {
      open(item);
      marking.clear();
    });
    document.querySelector<HTMLElement>('[data-part] [tabindex="0"]')?.focus();
  }

  const act: Record<Exclude<Action, Elsewhere>, () => void> = {
    toggle: () => playback.toggle(),
    back5: () => playback.step(-5000),
    forward5: () => playback.step(5000),
    back1: () => playback.step(-1000),
    forward1: () => playback.step(1000),
    back30: () => playback.step(-30_000),
    forward30: () => playback.step(30_000),
    back10: () => playback.step(-10_000),
    forward10: () => playback.step(10_000),
    frameBack: () => playback.step(-(frameMs ?? usualFrameMs)),
    frameForward: () => playback.step(frameMs ?? usualFrameMs),
    slower: () => playback.changeRate(-1),
    faster: () => playback.changeRate(1),
    normalSpeed: () => playback.setRate(1),
    loop,
    previousMark: () => jump(-1),
    nextMark: () => jump(1),
    previousItem: () => stepItem(-1),
    nextItem: () => stepItem(1),
    rateItem,
    first: () => marking.seat('first'),
    second: () => marking.seat('second'),
    both: () => marking.seat('both'),
    missed: marking.missed,
    sameMoment: marking.sameMoment,
    aspect: turnAspect,
    note: () => {
      // Right after a mark its panel may still be on its way.
      if (note.current === null) noteWanted.current = true;
      else note.current.focus();
    },
    removeMark,
    undo: () => {
      marking.stopWaiting();
      void rating.undo();
    },
    redo: () => {
      marking.stopWaiting();
      void rating.redo();
    },
    nudgeBack: () => nudge('whole', -1),
    nudgeForward: () => nudge('whole', 1),
    nudgeEndBack: () => nudge('end', -1),
    nudgeEndForward: () => nudge('end', 1),
  };

  return {
    command: marking.command,
    therapist: marking.therapist,
    setTherapist: marking.seat,
    opened,
    open,
    selected,
    loopFrom,
    editSelected,
    removeMark,
    copyMark,
    beginHere: () => selected && void editSelected(begunAt(selected, playback.now())),
    endHere: () => selected && void editSelected(endedAt(selected, playback.now()) ?? { endMs: null }),
    playMark,
    markFrom: marking.markFrom,
    rate,
    keys: {
      act,
      digit: marking.digit,
      enter: marking.enter,
      shiftEnter: marking.shiftEnter,
      backspace: marking.backspace,
      leave() {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        setLoopFrom(undefined);
        if (marking.forget()) setSelectedId(undefined);
      },
    },
  };
}
