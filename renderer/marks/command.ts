/** What is being typed on the desk: an item's number, then perhaps the quality of the mark just made. */
import { items } from '../../db/scale';

export type Command = {
  /** One or two digits of an item's number. */
  digits: string;
  /** The next mark is a missed opportunity. */
  missed: boolean;
  /** The next number goes to the moment of the selected mark, not to the present one. */
  same: boolean;
  /** A mark that was just made and may still get a quality. */
  awaiting: string | undefined;
  /** A stretch that has begun: its mark, which still wants an end. */
  running: { mark: string; item: number; fromMs: number } | undefined;
};

export const idle: Command = {
  digits: '',
  missed: false,
  same: false,
  awaiting: undefined,
  running: undefined,
};

/** Nothing typed and nothing awaited; a stretch runs on. */
export const rested = ({ running }: Command): Command => ({ ...idle, running });

/** The item whose number is typed so far; undefined while there is none. */
export function typedItem({ digits }: Command): number | undefined {
  const number = Number(digits);
  return number >= 1 && number <= items.length ? number : undefined;
}

/**
 * After a mark, 1-7 is its quality. Otherwise digits make a number, and one too large starts anew. For the same
 * moment a number is taken as soon as no other can come of it: 2 to 9 at once, 1 waits for a second digit or Enter.
 */
export function pressDigit(
  command: Command,
  digit: number,
): { command: Command; quality?: { markId: string; level: number }; same?: number } {
  if (command.awaiting !== undefined && digit >= 1 && digit <= 7) {
    return { command: rested(command), quality: { markId: command.awaiting, level: digit } };
  }
  const longer = Number(`${command.digits}${digit}`);
  const number = longer >= 1 && longer <= items.length ? longer : digit;
  if (command.same && number > 1) return { command: rested(command), same: number };
  return { command: { ...command, digits: number === 0 ? '' : String(number), awaiting: undefined } };
}

export type Entered = {
  command: Command;
  /** Mark this item. */
  item?: number;
  /** Mark it at the moment of the selected mark. */
  same?: true;
  /** The running stretch ends here. */
  ends?: string;
};

/** Enter marks the typed item; without one it ends a running stretch, or the wait for a quality. */
export function pressEnter(command: Command): Entered {
  const item = typedItem(command);
  if (item !== undefined) return { command: rested(command), item, ...(command.same && { same: true }) };
  if (command.running !== undefined) return { command: idle, ends: command.running.mark };
  return { command: idle };
}

/** Shift+Enter begins a stretch on the typed item, which ends a running one; without a number it only ends. */
export function pressShiftEnter(command: Command): Entered {
  const item = typedItem(command);
  const ends = command.running && { ends: command.running.mark };
  return { command: idle, ...(item !== undefined && { item }), ...ends };
}

export function pressBackspace(command: Command): Command {
  return { ...command, digits: command.digits.slice(0, -1) };
}
