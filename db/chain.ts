/**
 * The hashes that hold the log together: pure. SHA-256 (FIPS 180-4) over JSON arrays, in which no two lists of fields
 * look the same. The digest stands for what a change says, so that the content can go and the chain still holds; with
 * its random salt nobody can try which content it was made of.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Db } from './open.ts';

/** What the chain holds of a change, besides the hash before. */
export type Link = {
  id: number;
  at: string;
  raterId: string | null;
  ratingId: string | null;
  noun: string;
  nounId: string;
  action: string;
  digest: Uint8Array;
  /** Of a deletion only. */
  erases: Uint8Array | null;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** What comes before the first change. */
export const beginning: Uint8Array = new Uint8Array(32);

/** 16 bytes. */
export const newSalt = (): Buffer => randomBytes(16);

export const digestOf = (salt: Uint8Array, before: string | null, after: string | null): Buffer =>
  sha256(salt, JSON.stringify([before, after]));

export const hashOf = (previous: Uint8Array, link: Link): Buffer => {
  const { id, at, raterId, ratingId, noun, nounId, action, digest, erases } = link;
  const fields = [id, at, raterId, ratingId, noun, nounId, action, hex(digest), erases && hex(erases)];
  return sha256(JSON.stringify([hex(previous), ...fields]));
};

/** Of the numbers of changes, in order; given one at a time. */
export function numbersDigest(): { add: (id: number) => void; digest: () => Buffer } {
  const hash = createHash('sha256');
  return { add: (id) => void hash.update(`${id},`), digest: () => hash.digest() };
}

/** The functions by which the migration chains a log that was none. Called for each row in order. */
export function chainFunctions(db: Db): void {
  db.function('change_digest', (salt: Uint8Array, before: string | null, after: string | null) =>
    digestOf(salt, before, after),
  );
  let previous = beginning;
  db.function(
    'change_hash',
    (
      id: number,
      at: string,
      raterId: string | null,
      ratingId: string | null,
      noun: string,
      nounId: string,
      action: string,
      digest: Uint8Array,
    ) => {
      previous = hashOf(previous, { id, at, raterId, ratingId, noun, nounId, action, digest, erases: null });
      return previous;
    },
  );
}
