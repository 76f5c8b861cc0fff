/**
 * The file of a certificate: the PDF of its page, and after it a seal: pure. The seal is lines of comments, which every
 * reader of PDF passes over (ISO 32000-1, 7.2.4), and the last lines of the PDF once more, where readers look for them:
 *
 *     % MBT-G Rater certificate 1
 *     % facts BASE64URL        what is certified, the text that `factsText` makes
 *     % code BASE64URL         the signature of that text
 *     % file BASE64URL         the signature of the SHA-256 of the PDF and of the text
 *     startxref
 *     OFFSET
 *     %%EOF
 *
 * Both signatures are made with the key that the facts name. No byte of the file can be another one.
 */
import { createHash } from 'node:crypto';
import { isSigned, type Signer } from '../../db/signing.ts';
import type { CertificateFacts } from '../../preload/api.ts';
import { factsOf, longestFacts } from './facts.ts';

/** A page of text has some hundred kilobytes; a file beyond this is not looked at. */
export const largestFile = 20_000_000;

/** Another number is another form, of a later version: no certificate to this one. */
const beginning = '\n% MBT-G Rater certificate 1\n';
/** Each character of the facts may be four bytes, and three bytes are four characters. */
const longest = Math.ceil((longestFacts * 16) / 3) + 1000;
const form =
  /^\n% MBT-G Rater certificate 1\n% facts ([\w-]+)\n% code ([\w-]{86})\n% file ([\w-]{86})\nstartxref\n\d{1,10}\n%%EOF\n$/;

type Seal = { facts: string; signature: Uint8Array; fileSignature: Uint8Array };

/**
 * @param facts the text that is signed
 * @param signature its signature
 * @throws when the bytes are no PDF: that is a bug
 */
export function seal(
  pdf: Uint8Array,
  { facts, signature }: Omit<Seal, 'fileSignature'>,
  signer: Signer,
): Uint8Array {
  const end = endOf(pdf);
  if (end === undefined) throw new Error('no PDF to seal');
  return sealed(pdf, end, { facts, signature, fileSignature: signer.sign(fileMessage(pdf, facts)) });
}

/** What a file turns out to be. */
export type Opened =
  | { outcome: 'genuine'; facts: CertificateFacts; signature: Uint8Array }
  | { outcome: 'changed' | 'noCertificate' };

/** Looks whether a file is, byte for byte, what was sealed by the key that it names. Never throws. */
export function openSeal(bytes: Uint8Array): Opened {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.length > largestFile ? -1 : file.indexOf(beginning);
  if (at === -1) return { outcome: 'noCertificate' };
  if (file.length - at > longest) return { outcome: 'changed' };
  const [, factsPart, codePart, filePart] = form.exec(file.toString('latin1', at)) ?? [];
  if (factsPart === undefined || codePart === undefined || filePart === undefined) {
    return { outcome: 'changed' };
  }
  const pdf = file.subarray(0, at);
  const found = {
    facts: Buffer.from(factsPart, 'base64url').toString('utf8'),
    signature: Buffer.from(codePart, 'base64url'),
    fileSignature: Buffer.from(filePart, 'base64url'),
  };
  const end = endOf(pdf);
  const facts = factsOf(found.facts);
  // The same facts and signatures can be written in one way alone.
  if (end === undefined || facts === undefined || !file.equals(sealed(pdf, end, found))) {
    return { outcome: 'changed' };
  }
  const key = Buffer.from(facts.key, 'base64url');
  const holds =
    isSigned(key, Buffer.from(found.facts), found.signature) &&
    isSigned(key, fileMessage(pdf, found.facts), found.fileSignature);
  return holds
    ? { outcome: 'genuine', facts, signature: new Uint8Array(found.signature) }
    : { outcome: 'changed' };
}

function sealed(pdf: Uint8Array, end: string, { facts, signature, fileSignature }: Seal): Buffer {
  const lines = [
    `${beginning}% facts ${base64url(Buffer.from(facts))}`,
    `% code ${base64url(signature)}`,
    `% file ${base64url(fileSignature)}`,
    'startxref',
    end,
    '%%EOF\n',
  ];
  return Buffer.concat([pdf, Buffer.from(lines.join('\n'), 'latin1')]);
}

/** Where the PDF has its table of objects, as its last lines say. */
function endOf(pdf: Uint8Array): string | undefined {
  const last = Buffer.from(pdf.subarray(-1024)).toString('latin1');
  return /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(last)?.[1];
}

/** It begins as no facts do, so that neither signature can stand for the other. */
const fileMessage = (pdf: Uint8Array, facts: string): Buffer =>
  Buffer.concat([Buffer.from('MBT-G Rater certificate file 1\n'), sha256(pdf), sha256(Buffer.from(facts))]);

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
