/** The header of an age file, without opening it. Source: https://age-encryption.org/v1, "Encrypted file format". */

export const tagBytes = 16;
export const nonceBytes = 16;

/** @returns where the header ends and the payload begins; undefined for anything but an age file */
export function headerEnd(start: Uint8Array): number | undefined {
  const text = Buffer.from(start).toString('latin1');
  const last = /^--- [A-Za-z0-9+/]{43}\n/m.exec(text);
  if (!text.startsWith('age-encryption.org/v1\n') || last === null) return undefined;
  return last.index + last[0].length;
}

/** Whether a small file begins as an age file does, and has something in it. */
export function isAge(file: Uint8Array): boolean {
  const end = headerEnd(file);
  return end !== undefined && file.length > end + nonceBytes + tagBytes;
}
