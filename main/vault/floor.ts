/** What a passphrase must have in any case. How good it is beyond that, the window tells while it is typed. */

const fewestSigns = 10;
const fewestDifferent = 5;

/** Whether the passphrase may lock a library: at least 10 signs, at least 5 of them different, not digits alone. */
export function isEnough(passphrase: string): boolean {
  const signs = [...passphrase.normalize('NFC').trim()];
  return (
    signs.length >= fewestSigns && new Set(signs).size >= fewestDifferent && !/^[\d\s.\-/]+$/.test(passphrase)
  );
}
