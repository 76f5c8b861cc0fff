/** Looks at the file of a certificate that somebody brings. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CertificateChecked, CertificateFacts, CertificateView } from '../../preload/api.ts';
import { codeOf, isCodeOf, libraryNumber } from './code.ts';
import { largestFile, openSeal } from './seal.ts';

/** @param signature 64 bytes */
export const viewOf = (facts: CertificateFacts, signature: Uint8Array): CertificateView => ({
  id: facts.id,
  facts,
  code: codeOf(signature),
  library: libraryNumber(Buffer.from(facts.key, 'base64url')),
});

type Asked = {
  path: string;
  /** As it was typed; empty for none. */
  code: string;
  /** The key of the open library; undefined when it has signed nothing. */
  ownKey: Uint8Array | undefined;
  /** YYYY-MM-DD. */
  today: string;
};

/** What cannot be read is no certificate. */
export async function checkFile({ path, code, ownKey, today }: Asked): Promise<CertificateChecked> {
  const name = basename(path);
  const bytes = await readWhole(path);
  const opened = bytes === undefined ? ({ outcome: 'noCertificate' } as const) : openSeal(bytes);
  if (opened.outcome !== 'genuine') return { outcome: opened.outcome, name };
  const { facts, signature } = opened;
  const view = viewOf(facts, signature);
  if (code.trim() !== '' && !isCodeOf(code, signature)) return { outcome: 'otherCode', name, view };
  const ours = ownKey !== undefined && facts.key === Buffer.from(ownKey).toString('base64url');
  return { outcome: 'genuine', name, view, ours, valid: today <= facts.validUntil };
}

/** Undefined for what is no file, is too large, or cannot be read. */
async function readWhole(path: string): Promise<Uint8Array | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= largestFile ? await readFile(path) : undefined;
  } catch {
    // Gone, a folder, or not to be read: there is nothing to check.
    return undefined;
  }
}
