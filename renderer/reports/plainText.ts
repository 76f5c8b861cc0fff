/** What people wrote, as it may stand on paper: pure. */
import { nameOfFile } from '../charts/export/plain';

/** Control characters but line ends, and marks that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** At most `longest` characters, with an ellipsis where it was cut; runs of empty lines as one. */
export function plainText(text: string, longest: number): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const characters = [...plain];
  return characters.length <= longest
    ? plain
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** What the file of a report is called, of the parts that are known. */
export const fileName = (parts: readonly (string | undefined)[]): string =>
  nameOfFile(parts.filter((part) => part !== undefined).join(' '));
