/** What of a text can be found on the disk, in every way that programs write text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every plain file under a folder; what goes away while one looks is left out. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** In bytes: UTF-8 and UTF-16, Latin-1, as in an address, as JSON and HTML escape it, and each of these in base 64. */
export function formsOf(text: string): Buffer[] {
  const escaped = [...text].map((sign) => {
    const code = sign.charCodeAt(0);
    return code < 128 ? sign : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  const plain = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(text, 'latin1'),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(escaped.join('')),
  ];
  // In base 64 a text can begin at three places of a group: what is the same wherever it begins is sought.
  const coded = plain.slice(0, 2).flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.concat([Buffer.alloc(before), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      return Buffer.from(whole.slice(before === 0 ? 0 : before + 1, -2));
    }),
  );
  return [...plain, ...coded];
}

/** Which of the texts stands in which file, in its bytes or in its name. */
export function found(texts: readonly string[], files: readonly string[]): string[] {
  const sought = texts.map((text) => ({ text, forms: formsOf(text) }));
  return files.flatMap((file) => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(file);
    } catch {
      // Gone meanwhile.
      return [];
    }
    return sought
      .filter(({ text, forms }) => file.includes(text) || forms.some((form) => bytes.includes(form)))
      .map(({ text }) => `${text} in ${file}`);
  });
}
