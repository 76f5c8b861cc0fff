/** Marking by keyboard: what is typed, whose intervention it is, and the marks that are still on their way. */
import { useEffect, useRef, useState } from 'react';
import type { Mark } from '../../db/model';
import { createHeld } from '../held';
import {
  type Command,
  type Entered,
  idle,
  pressBackspace,
  pressDigit,
  pressEnter,
  pressShiftEnter,
  rested,
  typedItem,
} from '../marks/command';
import { endedAt } from '../marks/ended';
import type { Playback } from '../player/playback';
import type { MarkFromWords } from '../transcript/Transcript';
import type { OpenRating } from './useRating';

/** How far playback goes on before a mark no longer waits for its quality. */
const waitMs = 15_000;

type Moment = Pick<Mark, 'atMs' | 'endMs' | 'therapist' | 'kind'>;

/** @param added called with a mark when it is in the record */
export function useMarking(
  rating: OpenRating,
  playback: Playback,
  selected: Mark | undefined,
  added: (mark: Mark) => void,
) {
  const ratingId = rating.view.rating.id;
  const [held] = useState(() => createHeld<Command>(idle));
  const setCommand = held.set;
  const [therapist, setTherapist] = useState<Mark['therapist']>(
    rating.view.marks.at(-1)?.therapist ?? 'first',
  );
  const count = useRef(0);
  /** Marks by their tokens: keys that follow at once speak of one that may still be on its way to the disk. */
  const made = useRef(new Map<string, Promise<Mark | undefined>>());
  const ids = useRef(new Map<string, string>());
  /** Whose moment the next number takes. */
  const sameAs = useRef<Promise<Mark | undefined>>(undefined);

  // Who has watched on without giving a quality means an item's number by the next digit.
  useEffect(() => {
    let waiting: { mark: string; fromMs: number } | undefined;
    const begin = () => {
      const { awaiting } = held.get();
      if (awaiting === waiting?.mark) return;
      waiting = awaiting === undefined ? undefined : { mark: awaiting, fromMs: playback.now() };
    };
    const offHeld = held.watch(begin);
    const offTime = playback.onTime((ms) => {
      if (waiting === undefined || Math.abs(ms - waiting.fromMs) <= waitMs) return;
      held.set((now) => ({ ...now, awaiting: undefined }));
    });
    return () => {
      offHeld();
      offTime();
    };
  }, [held, playback]);

  const stopWaiting = () => setCommand((now) => ({ ...now, awaiting: undefined, same: false }));

  // A stretch whose mark was undone or deleted runs no more.
  const { marks } = rating.view;
  useEffect(() => {
    const running = held.get().running?.mark;
    const id = running === undefined ? undefined : ids.current.get(running);
    if (id === undefined || marks.some((mark) => mark.id === id)) return;
    held.set((now) => without(now, running));
  }, [marks, held]);

  /** Adds a mark, perhaps after another one; the keys that follow find it by its token at once. */
  function add(token: string, item: number, moment: Moment | Promise<Moment | undefined>, note = ''): void {
    const asked = (at: Moment) => {
      const fields = { item, atMs: at.atMs, endMs: at.endMs, kind: at.kind, therapist: at.therapist };
      return rating.addMark({ ratingId, aspect: null, quality: null, note, ...fields });
    };
    const adding = moment instanceof Promise ? moment.then((at) => at && asked(at)) : asked(moment);
    const shown = adding.then((mark) => {
      // What was not kept gets no quality, and its stretch no end.
      if (mark === undefined) setCommand((now) => without(now, token));
      else {
        ids.current.set(token, mark.id);
        added(mark);
      }
      return mark;
    });
    made.current.set(token, shown);
  }

  const newToken = () => String(count.current++);
  const here = (): Moment => ({
    atMs: playback.now(),
    endMs: null,
    therapist,
    kind: held.get().missed ? 'missed' : 'intervention',
  });

  /** Changes a mark when it is in the record, and after what was asked of it before. */
  function complete(token: string, change: (mark: Mark) => Partial<Mark> | undefined): void {
    const before = made.current.get(token);
    if (before === undefined) return;
    const completed = before.then(async (mark) => {
      const changed = mark && change(mark);
      if (mark === undefined || changed === undefined) return mark;
      return (await rating.editMark({ ...changed, id: mark.id })) ?? mark;
    });
    made.current.set(token, completed);
  }

  /** Does what Enter or Shift+Enter means. */
  function enter(entered: Entered, stretch: boolean): void {
    const { item, same, ends } = entered;
    const nowMs = playback.now();
    // Before what is typed is done with: 'missed' belongs to it.
    const moment = same && sameAs.current !== undefined ? sameAs.current : here();
    if (ends !== undefined) complete(ends, (mark) => endedAt(mark, nowMs));
    if (item === undefined) {
      setCommand({ ...entered.command, awaiting: ends });
      return;
    }
    const token = newToken();
    // While a stretch runs, digits are numbers of items; its quality is asked for at its end.
    const next = stretch ? { running: { mark: token, item, fromMs: nowMs } } : { awaiting: token };
    setCommand({ ...entered.command, ...next });
    add(token, item, moment);
  }

  return {
    command: held,
    therapist,
    stopWaiting,
    /** Whose the next marks are. Right after a mark it still speaks of that one. */
    seat(whose: Mark['therapist']) {
      setTherapist(whose);
      const { awaiting } = held.get();
      if (awaiting !== undefined) complete(awaiting, () => ({ therapist: whose }));
    },
    missed: () => setCommand((now) => ({ ...now, missed: !now.missed, awaiting: undefined })),
    /** The next number marks the moment of the mark just made, or of the selected one, once more. */
    sameMoment() {
      const command = held.get();
      const justMade = command.awaiting && made.current.get(command.awaiting);
      const base = justMade ?? (selected && Promise.resolve(selected));
      if (!base) return;
      sameAs.current = base;
      const item = typedItem(command);
      if (item !== undefined) enter({ command: rested(command), item, same: true }, false);
      else setCommand({ ...rested(command), same: true });
    },
    digit(digit: number) {
      const { command: next, quality, same } = pressDigit(held.get(), digit);
      setCommand(next);
      if (quality !== undefined) complete(quality.markId, () => ({ quality: quality.level }));
      if (same !== undefined) enter({ command: next, item: same, same: true }, false);
    },
    enter: () => enter(pressEnter(held.get()), false),
    shiftEnter: () => enter(pressShiftEnter(held.get()), true),
    /** Marks a stretch that was found otherwise than by playing it. */
    markFrom({ item, atMs, endMs, note }: MarkFromWords) {
      const token = newToken();
      const moment = { ...here(), atMs, endMs };
      setCommand((now) => ({ ...rested(now), awaiting: token }));
      add(token, item, moment, note);
    },
    backspace: () => setCommand(pressBackspace),
    /** Forgets what is typed; with nothing typed, true: there is nothing left to forget but a stretch without end. */
    forget(): boolean {
      const command = held.get();
      const nothing = command.digits === '' && command.awaiting === undefined && !command.same;
      setCommand(nothing ? idle : rested(command));
      return nothing && command.running === undefined;
    },
    /** Forgets what is typed; a stretch runs on. */
    clear: () => setCommand(rested),
  };
}

/** A command that speaks no more of a mark that is not there. */
const without = (command: Command, token: string | undefined): Command => ({
  ...command,
  awaiting: command.awaiting === token ? undefined : command.awaiting,
  running: command.running?.mark === token ? undefined : command.running,
});
