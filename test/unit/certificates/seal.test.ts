import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsText } from '../../../main/certificates/facts.ts';
import { largestFile, openSeal, seal } from '../../../main/certificates/seal.ts';
import { aPdf, aSealedFile, aSigner, keyText, someFacts } from '../../fixtures/certificate.ts';

const file = aSealedFile();
const firstLine = '\n% MBT-G Rater certificate 1\n';
const sealAt = file.indexOf(firstLine);
const outcomeOf = (bytes: Uint8Array) => openSeal(bytes).outcome;
const text = (bytes: Buffer) => bytes.toString('latin1');
const bytesOf = (changed: string) => Buffer.from(changed, 'latin1');

/** The file with other facts under the signatures of these. */
function withFacts(change: (facts: string) => string): Buffer {
  const facts = /facts ([\w-]+)/.exec(text(file))?.[1] ?? '';
  const other = Buffer.from(change(Buffer.from(facts, 'base64url').toString('utf8'))).toString('base64url');
  expect(other).not.toBe(facts);
  return bytesOf(text(file).replace(facts, other));
}

describe('the seal of a certificate', () => {
  test('is opened with what was certified and its signature', () => {
    const facts = factsText(someFacts());
    expect(openSeal(file)).toEqual({
      outcome: 'genuine',
      facts: expect.objectContaining({ rater: 'Åse Ødegård', attempt: 2 }),
      signature: aSigner().sign(Buffer.from(facts)),
    });
  });

  test('leaves the PDF as it is, and repeats where its table is', () => {
    expect(file.subarray(0, aPdf.length)).toEqual(aPdf);
    expect(text(file)).toMatch(/startxref\n49\n%%EOF\n$/);
    const lines = text(file.subarray(sealAt + 1)).split('\n');
    expect(lines.slice(0, 4).every((line) => line.startsWith('% '))).toBe(true);
  });

  test('opens whatever stands around it in memory', () => {
    const around = new Uint8Array(file.length + 20);
    around.set(file, 10);
    expect(outcomeOf(around.subarray(10, 10 + file.length))).toBe('genuine');
  });

  test('does not open when any bit of the file is another one', () => {
    const bit = fc.integer({ min: 0, max: 8 * file.length - 1 });
    fc.assert(
      fc.property(bit, (at) => {
        const changed = Buffer.from(file);
        changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
        expect(['changed', 'noCertificate']).toContain(outcomeOf(changed));
      }),
      { numRuns: 1500 },
    );
  });

  test('is said to be changed wherever its own first line is whole', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ by;
        const inFirstLine = at >= sealAt && at < sealAt + firstLine.length;
        expect(outcomeOf(changed)).toBe(inFirstLine ? 'noCertificate' : 'changed');
      }),
      { numRuns: 1500 },
    );
  });

  test('does not open when the file is cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        const whole = length >= sealAt + firstLine.length;
        expect(outcomeOf(file.subarray(0, length))).toBe(whole ? 'changed' : 'noCertificate');
      }),
    );
  });

  test('does not open when anything is put before, into or behind it', () => {
    const more = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(file.length), more, (at, bytes) => {
        const longer = Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)]);
        expect(['changed', 'noCertificate']).toContain(outcomeOf(longer));
      }),
      { numRuns: 500 },
    );
  });

  test('does not open with one digit of the facts changed', () => {
    expect(outcomeOf(withFacts((facts) => facts.replace('"attempt":2', '"attempt":1')))).toBe('changed');
    expect(outcomeOf(withFacts((facts) => facts.replace('2027-11-21', '2028-11-21')))).toBe('changed');
  });

  test('does not open for another key, named by the facts or not', () => {
    const other = aSigner(8);
    expect(outcomeOf(aSealedFile(someFacts(), other))).toBe('changed');
    const key = keyText(other);
    expect(outcomeOf(withFacts((facts) => facts.replace(someFacts().key, key)))).toBe('changed');
    expect(outcomeOf(aSealedFile(someFacts({ key }), other))).toBe('genuine');
  });

  test('does not open twice: a sealed file under another seal', () => {
    expect(outcomeOf(aSealedFile(someFacts(), aSigner(), file))).toBe('changed');
  });

  test('does not open for the facts of another file', () => {
    const other = text(aSealedFile(someFacts({ rater: 'Nora' }), aSigner(), Buffer.concat([aPdf, aPdf])));
    const moved = text(file).slice(0, sealAt) + other.slice(other.indexOf('\n% MBT-G'));
    expect(outcomeOf(bytesOf(moved))).toBe('changed');
  });

  test('opens for no signature that is written in another way', () => {
    const code = /code ([\w-]{86})/.exec(text(file))?.[1] ?? '';
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = signs.indexOf(code.at(-1) ?? '');
    // The last four bits stand for nothing.
    const same = `${code.slice(0, -1)}${signs[last ^ 1]}`;
    expect(Buffer.from(same, 'base64url')).toEqual(Buffer.from(code, 'base64url'));
    expect(outcomeOf(bytesOf(text(file).replace(code, same)))).toBe('changed');
  });

  test('is not found in other files', () => {
    expect(outcomeOf(new Uint8Array())).toBe('noCertificate');
    expect(outcomeOf(aPdf)).toBe('noCertificate');
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(outcomeOf(bytes)).toBe('noCertificate')));
  });

  test('of a later form is not taken for this one', () => {
    expect(outcomeOf(bytesOf(text(file).replace('certificate 1', 'certificate 2')))).toBe('noCertificate');
  });

  test('holds on a large file, and a larger one is not looked at', () => {
    const large = Buffer.concat([Buffer.alloc(5_000_000, '%'), aPdf]);
    expect(outcomeOf(aSealedFile(someFacts(), aSigner(), large))).toBe('genuine');
    const tooLarge = Buffer.concat([Buffer.alloc(largestFile, '%'), aPdf]);
    expect(outcomeOf(aSealedFile(someFacts(), aSigner(), tooLarge))).toBe('noCertificate');
  });

  test('is put on nothing but a PDF', () => {
    const facts = factsText(someFacts());
    const signature = aSigner().sign(Buffer.from(facts));
    expect(() => seal(Buffer.from('no PDF'), { facts, signature }, aSigner())).toThrow('no PDF');
  });
});
