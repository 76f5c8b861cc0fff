/**
 * The format of a kept recording: a standard age v1 file to the library's own identity. The header is age-encryption's;
 * the payload is 64 KiB chunks of ChaCha20-Poly1305 (RFC 8439) by libsodium, since the crypto of Electron has none.
 * Source: https://age-encryption.org/v1, "Payload".
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import sodium from 'libsodium-wrappers';
import { headerEnd, nonceBytes, tagBytes } from './ageHeader.ts';

export const chunkBytes = 64 * 1024;
/** A chunk as it lies in the file. */
export const sealedBytes = chunkBytes + tagBytes;

/** What stands before the chunks, and the key that they are sealed with. */
export type Opening = {
  /** Header and nonce, as they lie in the file. */
  bytes: Uint8Array;
  key: Uint8Array;
};

/** Of a new file: its own key, which nothing else was ever sealed with. */
export async function newOpening(identity: string): Promise<Opening> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  // An empty file is its header, a nonce, and one chunk that is nothing but its tag.
  const empty = await encrypter.encrypt(new Uint8Array());
  const header = empty.subarray(0, empty.length - nonceBytes - tagBytes);
  // A nonce of its own, so that not even the empty chunk shares a key with what comes now.
  const bytes = Buffer.concat([header, randomBytes(nonceBytes)]);
  const opening = await openingIn(bytes, identity);
  if (opening === undefined) throw new Error('the new header does not open');
  return opening;
}

/** Long enough for a file that was made for a hundred others besides. */
export const openingLimit = 16 * 1024;

/**
 * @param start the first bytes of a file, at most `openingLimit`
 * @returns undefined when it is no age file, or none for this identity
 */
export async function openingIn(start: Uint8Array, identity: string): Promise<Opening | undefined> {
  const end = headerEnd(start);
  if (end === undefined) return undefined;
  const nonce = start.subarray(end, end + nonceBytes);
  if (nonce.length < nonceBytes) return undefined;
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const fileKey = await decrypter.decryptHeader(start.slice(0, end)).catch(() => undefined);
  if (fileKey === undefined) return undefined;
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  fileKey.fill(0);
  await sodium.ready;
  return { bytes: start.slice(0, end + nonceBytes), key };
}

export type Layout = { chunks: number; sizeBytes: number };

/** What a payload of so many bytes holds; undefined when no payload has that length. */
export function layoutOf(payloadBytes: number): Layout | undefined {
  const chunks = Math.max(1, Math.ceil(payloadBytes / sealedBytes));
  const last = payloadBytes - (chunks - 1) * sealedBytes;
  // Only an empty file has an empty chunk.
  if (last < tagBytes || (last === tagBytes && chunks > 1)) return undefined;
  return { chunks, sizeBytes: payloadBytes - chunks * tagBytes };
}

export const chunksOf = (sizeBytes: number): number => Math.max(1, Math.ceil(sizeBytes / chunkBytes));

export const payloadOf = (sizeBytes: number): number => sizeBytes + chunksOf(sizeBytes) * tagBytes;

/** 11 bytes that count, and one that says whether this is the last. */
function nonceOf(chunk: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(chunk), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Once for each chunk of a file and never again with other content. */
export const seal = (key: Uint8Array, chunk: number, last: boolean, plain: Uint8Array): Uint8Array =>
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonceOf(chunk, last), key);

/** Undefined for anything but this very chunk, unchanged, in this very place. */
export function unseal(
  key: Uint8Array,
  chunk: number,
  last: boolean,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < tagBytes) return undefined;
  try {
    return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonceOf(chunk, last), key);
  } catch {
    return undefined;
  }
}
