/** What is being typed on the desk: an item's number, then perhaps the quality of the mark just made. */
import { items } from '../../db/scale';

export type Command = {
  /** One or two digits of an item's number. */
  digits: string;
  /** The next mark is a missed opportunity. */
  missed: boolean;
  /** A mark that was just made and may still get a quality. */
  awaiting: string | undefined;
};

export const idle: Command = { digits: '', missed: false, awaiting: undefined };

/** The item whose number is typed so far; undefined while there is none. */
export function typedItem({ digits }: Command): number | undefined {
  const number = Number(digits);
  return number >= 1 && number <= items.length ? number : undefined;
}

/** After a mark, 1-7 is its quality. Otherwise digits make a number, and one too large starts anew. */
export function pressDigit(
  command: Command,
  digit: number,
): { command: Command; quality?: { markId: string; level: number } } {
  if (command.awaiting !== undefined && digit >= 1 && digit <= 7) {
    return { command: idle, quality: { markId: command.awaiting, level: digit } };
  }
  const longer = Number(`${command.digits}${digit}`);
  const number = longer >= 1 && longer <= items.length ? longer : digit;
  return { command: { ...command, digits: number === 0 ? '' : String(number), awaiting: undefined } };
}

/** Enter marks the typed item; without one it ends the wait for a quality. */
export function pressEnter(command: Command): { command: Command; item?: number } {
  const item = typedItem(command);
  return item === undefined ? { command: idle } : { command: idle, item };
}

export function pressBackspace(command: Command): Command {
  return { ...command, digits: command.digits.slice(0, -1) };
}
