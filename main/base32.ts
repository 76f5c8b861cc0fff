/** Bytes that people read aloud and type. */

/** Crockford's base 32: no I, L, O or U, which are read as something else. */
export const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Signs that are read as another one are that one; gaps and dashes are nothing. */
export const bareOf = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** Five bits a sign, the last one filled up with zeros. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let [kept, bits] = [0, 0];
  for (const byte of bytes) {
    kept = (kept << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += signs[(kept >> bits) & 31];
    }
    kept &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + signs[(kept << (5 - bits)) & 31];
}
