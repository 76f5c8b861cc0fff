/** What happens on the desk: the keys' state, which item is open, which mark is selected, and what they do. */
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Mark } from '../../db/model';
import { items } from '../../db/scale';
import { idle, pressBackspace, pressDigit, pressEnter, typedItem } from '../marks/command';
import { neighbour, preRollMs } from '../marks/jumps';
import type { Action } from '../player/keys';
import type { Playback } from '../player/playback';
import type { Opened } from './Sheet';
import type { OpenRating } from './useRating';

const frameMs = 40;

export function useDesk(rating: OpenRating, playback: Playback, note: RefObject<HTMLTextAreaElement | null>) {
  const [command, setCommand] = useState(idle);
  const [opened, open] = useState<Opened>(1);
  const [selectedId, setSelectedId] = useState<string>();
  const [therapist, setTherapist] = useState<Mark['therapist']>(
    rating.view.marks.at(-1)?.therapist ?? 'first',
  );
  const { marks } = rating.view;
  const selected = marks.find(({ id }) => id === selectedId);
  const ratingId = rating.view.rating.id;

  const count = useRef(0);
  const added = useRef<{ token: string; adding: Promise<Mark | undefined> }>(undefined);
  const stopWaiting = () => setCommand((now) => ({ ...now, awaiting: undefined }));

  const editSelected = async (change: Partial<Mark>) =>
    selectedId === undefined ? undefined : rating.editMark({ ...change, id: selectedId });

  async function addMark(item: number, missed: boolean): Promise<void> {
    // Keys that follow at once speak of this mark, also while it is still on its way to the disk.
    const token = String(count.current++);
    const adding = rating.addMark({
      ratingId,
      item,
      kind: missed ? 'missed' : 'intervention',
      atMs: playback.now(),
      endMs: null,
      therapist,
      aspect: null,
      quality: null,
      note: '',
    });
    added.current = { token, adding };
    setCommand({ ...idle, awaiting: token });
    const mark = await adding;
    if (mark === undefined) {
      stopWaiting();
      return;
    }
    setSelectedId(mark.id);
    open(item);
  }

  /** Completes the mark that was just added; nothing when another was begun since. */
  async function completeAdded(token: string, change: Pick<Partial<Mark>, 'quality' | 'therapist'>) {
    const { current } = added;
    const mark = current?.token === token ? await current.adding : undefined;
    if (mark !== undefined) await rating.editMark({ ...change, id: mark.id });
  }

  function playMark(mark: Mark): void {
    setSelectedId(mark.id);
    stopWaiting();
    open(mark.item);
    playback.seek(Math.max(0, mark.atMs - preRollMs));
    playback.play();
  }

  function jump(direction: 1 | -1): void {
    const mark = neighbour(marks, playback.now(), direction, selected);
    if (mark !== undefined) playMark(mark);
  }

  function stepItem(direction: 1 | -1): void {
    open((now) => {
      const at = now === 'overall' ? items.length + 1 : (now ?? 0);
      const next = at + direction;
      return next > items.length ? 'overall' : Math.max(1, next);
    });
  }

  function moveMarkHere(): void {
    if (selected === undefined) return;
    const by = playback.now() - selected.atMs;
    void editSelected({ atMs: selected.atMs + by, endMs: selected.endMs && selected.endMs + by });
  }

  function removeMark(): void {
    if (selected === undefined) return;
    setSelectedId(undefined);
    setCommand(idle);
    void rating.removeMark(selected.id);
  }

  /** Opens the typed item, or stays with the open one, and puts the keyboard into its first scale. */
  function rateItem(): void {
    const item = typedItem(command) ?? opened ?? 1;
    flushSync(() => {
      open(item);
      setCommand(idle);
    });
    document.querySelector<HTMLElement>('[data-part="adherence"] [tabindex="0"]')?.focus();
  }

  const seat = (whose: Mark['therapist']) => {
    setTherapist(whose);
    // Right after a mark, the keys A, B and C still speak of it.
    if (command.awaiting !== undefined) void completeAdded(command.awaiting, { therapist: whose });
  };

  const act: Record<Exclude<Action, 'goToTime' | 'help'>, () => void> = {
    toggle: () => playback.toggle(),
    back5: () => playback.step(-5000),
    forward5: () => playback.step(5000),
    back1: () => playback.step(-1000),
    forward1: () => playback.step(1000),
    back30: () => playback.step(-30_000),
    forward30: () => playback.step(30_000),
    back10: () => playback.step(-10_000),
    forward10: () => playback.step(10_000),
    frameBack: () => playback.step(-frameMs),
    frameForward: () => playback.step(frameMs),
    slower: () => playback.changeRate(-1),
    faster: () => playback.changeRate(1),
    normalSpeed: () => playback.setRate(1),
    previousMark: () => jump(-1),
    nextMark: () => jump(1),
    previousItem: () => stepItem(-1),
    nextItem: () => stepItem(1),
    rateItem,
    first: () => seat('first'),
    second: () => seat('second'),
    both: () => seat('both'),
    missed: () => setCommand((now) => ({ ...now, missed: !now.missed, awaiting: undefined })),
    note: () => note.current?.focus(),
    removeMark,
    undo: () => {
      stopWaiting();
      void rating.undo();
    },
    redo: () => {
      stopWaiting();
      void rating.redo();
    },
  };

  return {
    command,
    opened,
    open,
    selected,
    therapist,
    setTherapist: seat,
    editSelected,
    removeMark,
    moveMarkHere,
    playMark,
    keys: {
      act,
      digit(digit: number) {
        const pressed = pressDigit(command, digit);
        setCommand(pressed.command);
        const { quality } = pressed;
        if (quality !== undefined) void completeAdded(quality.markId, { quality: quality.level });
      },
      enter() {
        const pressed = pressEnter(command);
        setCommand(pressed.command);
        if (pressed.item !== undefined) void addMark(pressed.item, command.missed);
      },
      backspace: () => setCommand(pressBackspace),
      leave() {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        if (command.digits === '' && command.awaiting === undefined) setSelectedId(undefined);
        setCommand(idle);
      },
    },
  };
}
