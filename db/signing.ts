/**
 * Signatures with Ed25519 (RFC 8032): pure. A key is its seed of 32 bytes, so that the record can hold it as it is;
 * around seed and public key stand the few bytes of DER (RFC 8410) by which `node:crypto` takes them.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

export const seedLength = 32;
const publicKeyLength = 32;
const signatureLength = 64;

const privateStart = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicStart = Buffer.from('302a300506032b6570032100', 'hex');

export type Signer = {
  /** 32 bytes. */
  publicKey: Uint8Array;
  /** The signature of 64 bytes; of the same bytes always the same. */
  sign: (bytes: Uint8Array) => Uint8Array;
};

/** @param seed 32 bytes that nobody can foresee */
export function signerOf(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privateStart, seed]), format: 'der', type: 'pkcs8' });
  const known = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(known.subarray(publicStart.length)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  };
}

/** False also for a key or a signature of another length. */
export function isSigned(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== publicKeyLength || signature.length !== signatureLength) return false;
  const key = { key: Buffer.concat([publicStart, publicKey]), format: 'der', type: 'spki' } as const;
  return verify(null, bytes, createPublicKey(key), signature);
}
