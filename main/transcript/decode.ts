/** Bytes of a transcript's file as text, whatever wrote them. Pure. */

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text by its byte order mark (UTF-8, UTF-16); otherwise UTF-8 where the bytes are that, and Windows-1252
 * where they are not. Undefined for a file of another kind: a PDF, a document, a film.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le', 2).toWellFormed();
  if (buffer[0] === 0xfe && buffer[1] === 0xff) {
    // Swapping works in place and on pairs only.
    const pairs = Buffer.from(buffer.subarray(2, buffer.length - (buffer.length % 2)));
    return pairs.swap16().toString('utf16le').toWellFormed();
  }
  // No text has these; films, archives and documents begin with them.
  if (buffer.subarray(0, 4096).includes(0) || buffer.toString('latin1', 0, 5) === '%PDF-') return undefined;
  const text = buffer.toString('utf8').replace(/^\uFEFF/, '');
  return isUtf8(text) ? text : fromWindows1252(buffer);
}

/** A file that was damaged in one place is still UTF-8: most of what is beyond ASCII came out well. */
function isUtf8(text: string): boolean {
  let beyond = 0;
  let wrong = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) beyond += 1;
    if (unit === 0xfffd) wrong += 1;
  }
  return wrong * 2 < beyond || wrong === 0;
}

const fromWindows1252 = (buffer: Buffer): string =>
  buffer
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
