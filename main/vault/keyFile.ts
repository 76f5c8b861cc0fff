/**
 * The keys of a library, and the files they lie in: standard age files (age v1, scrypt) whose inside is itself an
 * age identity file. `age -d -i keys.age recording.age` takes a recording out without this program.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, type Identity } from 'age-encryption';

export type LibraryKeys = {
  libraryId: string;
  /** Of the database: 32 bytes. */
  database: Uint8Array;
  /** The age identity that recordings are encrypted to: `AGE-SECRET-KEY-1…`. */
  identity: string;
};

/** 2 to this power is the work of one try: what `age` itself uses, about a second and 256 MB. */
const usualWork = 18;

export const newKeys = async (): Promise<LibraryKeys> => ({
  libraryId: randomUUID(),
  database: new Uint8Array(randomBytes(32)),
  identity: await generateX25519Identity(),
});

/** @param work log2 of the work of one try, 1 to 22 */
export async function sealKeys(
  keys: LibraryKeys,
  passphrase: string,
  work: number = usualWork,
): Promise<Uint8Array> {
  return sealText(textOf(keys), passphrase, work);
}

function sealText(text: string, passphrase: string, work: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normal(passphrase));
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(text);
}

/** Undefined for a wrong passphrase and for a file that is damaged or none of ours: all take the same work. */
export async function unsealKeys(file: Uint8Array, passphrase: string): Promise<LibraryKeys | undefined> {
  const decrypter = new Decrypter();
  let worked = false;
  // Asked before the passphrase is tried: whether there is anything that takes work.
  const looking: Identity = {
    unwrapFileKey(stanzas) {
      worked = stanzas.length === 1 && stanzas.every(({ args }) => takesWork(args));
      return null;
    },
  };
  decrypter.addIdentity(looking);
  decrypter.addPassphrase(normal(passphrase));
  try {
    return keysIn(await decrypter.decrypt(file, 'text'));
  } catch {
    if (!worked) await sealText('', passphrase, usualWork);
    return undefined;
  }
}

/** @param args of the only stanza of a file under a passphrase: scrypt, its salt, log2 of its work */
const takesWork = ([kind = '', salt = '', work = '']: readonly string[]): boolean =>
  kind === 'scrypt' && /^[A-Za-z0-9+/]{22}$/.test(salt) && /^[1-9]\d?$/.test(work) && Number(work) <= 20;

/** One word typed at two keyboards can be two texts; `age` at a terminal gets the composed one. */
const normal = (passphrase: string): string => passphrase.normalize('NFC');

/** The text of an age identity file; `keysIn` reads it. */
export const textOf = ({ libraryId, database, identity }: LibraryKeys): string =>
  [
    '# The keys of an MBT-G Rater library. Whoever has them can read all of it.',
    `# library: ${libraryId}`,
    `# database (SQLCipher, raw key): ${Buffer.from(database).toString('hex')}`,
    identity,
    '',
  ].join('\n');

/** For keys that are not needed any more. A text cannot be overwritten, only let go. */
export function forgetKeys(keys: LibraryKeys): void {
  keys.database.fill(0);
  keys.identity = '';
}

export function keysIn(text: string): LibraryKeys | undefined {
  const [, libraryId] = /^# library: ([0-9a-f-]{36})$/m.exec(text) ?? [];
  const [, database] = /^# database \(SQLCipher, raw key\): ([0-9a-f]{64})$/m.exec(text) ?? [];
  const [identity] = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(text) ?? [];
  if (libraryId === undefined || database === undefined || identity === undefined) return undefined;
  return { libraryId, database: new Uint8Array(Buffer.from(database, 'hex')), identity };
}
