/** Marking by keyboard: what is typed, whose intervention it is, and the marks that are still on their way. */
import { useEffect, useRef, useState } from 'react';
import type { Mark } from '../../db/model';
import {
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
  const [command, setCommand] = useState(idle);
  const [therapist, setTherapist] = useState<Mark['therapist']>(
    rating.view.marks.at(-1)?.therapist ?? 'first',
  );
  const count = useRef(0);
  /** Keys that follow at once speak of a mark that may still be on its way to the disk. */
  const adding = useRef(new Map<string, Promise<Mark | undefined>>());
  /** Whose moment the next number takes. */
  const sameAs = useRef<Promise<Mark | undefined>>(undefined);

  // Who has watched on without giving a quality means an item's number by the next digit.
  const { awaiting } = command;
  useEffect(() => {
    if (awaiting === undefined) return undefined;
    const fromMs = playback.now();
    return playback.onTime((ms) => {
      if (Math.abs(ms - fromMs) > waitMs) setCommand((now) => ({ ...now, awaiting: undefined }));
    });
  }, [awaiting, playback]);

  const stopWaiting = () => setCommand((now) => ({ ...now, awaiting: undefined, same: false }));

  async function addMark(token: string, item: number, moment: Moment, note = ''): Promise<void> {
    const { atMs, endMs, kind } = moment;
    const fields = { item, atMs, endMs, kind, therapist: moment.therapist };
    const asked = rating.addMark({ ratingId, aspect: null, quality: null, note, ...fields });
    adding.current.set(token, asked);
    const mark = await asked;
    if (mark !== undefined) added(mark);
    // What was not kept gets no quality, and its stretch no end.
    else setCommand(idle);
  }

  const newToken = () => String(count.current++);
  const here = (): Moment => ({
    atMs: playback.now(),
    endMs: null,
    therapist,
    kind: command.missed ? 'missed' : 'intervention',
  });

  async function addAtSameMoment(token: string, item: number): Promise<void> {
    const mark = await sameAs.current;
    if (mark !== undefined) await addMark(token, item, mark);
  }

  async function complete(token: string, change: (mark: Mark) => Partial<Mark> | undefined): Promise<void> {
    const mark = await adding.current.get(token);
    const changed = mark && change(mark);
    if (mark !== undefined && changed !== undefined) await rating.editMark({ ...changed, id: mark.id });
  }

  /** Does what Enter or Shift+Enter means. */
  function enter(entered: Entered, stretch: boolean): void {
    const { item, same, ends } = entered;
    const nowMs = playback.now();
    if (ends !== undefined) void complete(ends, (mark) => endedAt(mark, nowMs));
    if (item === undefined) {
      setCommand({ ...entered.command, awaiting: ends });
      return;
    }
    const token = newToken();
    // While a stretch runs, digits are numbers of items; its quality is asked for at its end.
    const next = stretch ? { running: { mark: token, item, fromMs: nowMs } } : { awaiting: token };
    setCommand({ ...entered.command, ...next });
    void (same ? addAtSameMoment(token, item) : addMark(token, item, here()));
  }

  return {
    command,
    therapist,
    stopWaiting,
    /** Whose the next marks are. Right after a mark it still speaks of that one. */
    seat(whose: Mark['therapist']) {
      setTherapist(whose);
      if (command.awaiting !== undefined) void complete(command.awaiting, () => ({ therapist: whose }));
    },
    missed: () => setCommand((now) => ({ ...now, missed: !now.missed, awaiting: undefined })),
    /** The next number marks the moment of the mark just made, or of the selected one, once more. */
    sameMoment() {
      const justMade = command.awaiting && adding.current.get(command.awaiting);
      const base = justMade ?? (selected && Promise.resolve(selected));
      if (!base) return;
      sameAs.current = base;
      const item = typedItem(command);
      if (item !== undefined) enter({ command: rested(command), item, same: true }, false);
      else setCommand({ ...rested(command), same: true });
    },
    digit(digit: number) {
      const { command: next, quality, same } = pressDigit(command, digit);
      setCommand(next);
      if (quality !== undefined) void complete(quality.markId, () => ({ quality: quality.level }));
      if (same !== undefined) enter({ command: next, item: same, same: true }, false);
    },
    enter: () => enter(pressEnter(command), false),
    shiftEnter: () => enter(pressShiftEnter(command), true),
    /** Marks a stretch that was found otherwise than by playing it. */
    markFrom({ item, atMs, endMs, note }: MarkFromWords) {
      const token = newToken();
      setCommand({ ...rested(command), awaiting: token });
      void addMark(token, item, { ...here(), atMs, endMs }, note);
    },
    backspace: () => setCommand(pressBackspace),
    /** Forgets what is typed; with nothing typed, true: there is nothing left to forget but a stretch without end. */
    forget(): boolean {
      const nothing = command.digits === '' && command.awaiting === undefined && !command.same;
      setCommand(nothing ? idle : rested(command));
      return nothing && command.running === undefined;
    },
    clear: () => setCommand(idle),
  };
}
