/** Byte ranges of RFC 9110 §14: what a player asks for, as offsets into a file. */

/** First and last byte, both included. */
export type Range = { start: number; end: number };

/**
 * @param header the `Range` header, if any
 * @param size bytes in the file, at least 1
 * @returns the one range asked for; 'whole' without a header that can be used (a server may ignore it);
 *   'unsatisfiable' where the range lies outside the file
 */
export function rangeOf(header: string | null, size: number): Range | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const suffix = Number(last);
    return suffix === 0 ? 'unsatisfiable' : { start: Math.max(0, size - suffix), end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
