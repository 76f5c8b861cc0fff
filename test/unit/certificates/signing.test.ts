import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSigned, signerOf } from '../../../db/signing.ts';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

/** RFC 8032, section 7.1. */
const vectors = [
  {
    name: 'TEST 1',
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: 'TEST 3',
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

describe('a signature', () => {
  test.each(vectors)('is that of RFC 8032, $name', ({ seed, key, message, signature }) => {
    const signer = signerOf(bytes(seed));
    expect(signer.publicKey).toEqual(bytes(key));
    expect(signer.sign(bytes(message))).toEqual(bytes(signature));
    expect(isSigned(bytes(key), bytes(message), bytes(signature))).toBe(true);
  });

  test('holds for nothing else', () => {
    const signer = signerOf(new Uint8Array(32));
    const said = Buffer.from('said');
    const signature = signer.sign(said);
    expect(isSigned(signer.publicKey, Buffer.from('Said'), signature)).toBe(false);
    expect(isSigned(signerOf(new Uint8Array(32).fill(1)).publicKey, said, signature)).toBe(false);
  });

  test('of any bytes by any key is looked at without falling', () => {
    const any = fc.uint8Array({ maxLength: 80 });
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const signature = fc.uint8Array({ minLength: 64, maxLength: 64 });
    const odd = fc.tuple(fc.oneof(any, key), any, fc.oneof(any, signature));
    fc.assert(fc.property(odd, (given) => void expect(typeof isSigned(...given)).toBe('boolean')));
  });
});
