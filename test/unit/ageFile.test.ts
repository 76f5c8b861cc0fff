import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoKeys, writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { type AgeBytes, DamagedError } from '../../main/vault/ageBytes.ts';
import {
  chunkBytes,
  layoutOf,
  newOpening,
  openingIn,
  payloadOf,
  sealedBytes,
} from '../../main/vault/ageFormat.ts';
import { checkFile, type KeepDone, keepFile, takeOutFile } from '../../main/vault/keepFile.ts';
import { ageDecrypt, ageEncrypt, ageOpenKeys, opened } from '../fixtures/age.ts';
import { testFolder } from '../fixtures/folder.ts';

const { identity } = demoKeys;
const silent = () => undefined;

/** A file with this content, and where its kept one goes. */
function sourceWith(content: Uint8Array) {
  const folder = testFolder();
  const [source, part] = [join(folder, 'film.mp4'), join(folder, 'film.age')];
  writeFileSync(source, content);
  // Changed last before anything is begun of it.
  utimesSync(source, new Date(2026, 1, 1), new Date(2026, 1, 1));
  return { folder, source, part, task: { source, sizeBytes: content.length, part, identity } };
}

async function kept(content: Uint8Array) {
  const made = sourceWith(content);
  expect(await keepFile(made.task, silent)).toBe('whole');
  return made;
}

async function open(path: string): Promise<AgeBytes> {
  const bytes = await opened(path);
  if (bytes === undefined) throw new Error('not opened');
  return bytes;
}

const sizes = [1, 15, 16, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, 20 * chunkBytes + 77];

describe('a kept file', () => {
  test.each(sizes)('of %i bytes is read back whole', async (size) => {
    const content = randomBytes(size);
    const { part } = await kept(content);
    const bytes = await open(part);
    expect(bytes.size).toBe(size);
    expect(Buffer.compare(await bytes.read(0, size), content)).toBe(0);
    expect(statSync(part).size).toBe(bytes.opening.bytes.length + payloadOf(size));
    await bytes.close();
  });

  test('gives any range as the plain file has it', async () => {
    const content = randomBytes(5 * chunkBytes + 1234);
    const { part } = await kept(content);
    const bytes = await open(part);
    const at = fc.oneof(
      fc.nat({ max: content.length + 10 }),
      fc
        .tuple(fc.nat({ max: 5 }), fc.integer({ min: -2, max: 2 }))
        .map(([n, by]) => Math.max(0, n * chunkBytes + by)),
    );
    await fc.assert(
      fc.asyncProperty(at, at, async (from, length) => {
        const found = await bytes.read(from, length);
        return Buffer.compare(found, content.subarray(from, from + length)) === 0;
      }),
      { numRuns: 400 },
    );
    await bytes.close();
  });

  test('shows nothing of its content', async () => {
    const { part } = await kept(Buffer.alloc(3 * chunkBytes, 'a sentence from the group '));
    expect(readFileSync(part).includes('a sentence')).toBe(false);
  });

  test('never has the same bytes twice, not even of the same content', async () => {
    const content = randomBytes(chunkBytes);
    const [one, other] = await Promise.all([kept(content), kept(content)]);
    const tails = [one, other].map(({ part }) => readFileSync(part).subarray(-chunkBytes).toString('hex'));
    expect(new Set(tails).size).toBe(2);
  });

  test('opens for nobody else', async () => {
    const { part } = await kept(randomBytes(100));
    expect(await opened(part, await generateX25519Identity())).toBeUndefined();
  });
});

describe('a kept file that was tampered with', () => {
  const chunks = 6;
  const content = randomBytes(chunks * chunkBytes - 500);

  /** What reading finds: at opening, or in the chunk that was touched; the others are as they were. */
  async function expectFound(part: string, touched: readonly number[]): Promise<void> {
    const bytes = await opened(part);
    if (bytes === undefined) return;
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const reading = bytes.read(chunk * chunkBytes, chunkBytes);
      if (touched.includes(chunk)) await expect(reading, `chunk ${chunk}`).rejects.toThrow(DamagedError);
      else {
        const plain = content.subarray(chunk * chunkBytes, (chunk + 1) * chunkBytes);
        expect(Buffer.compare(await reading, plain), `chunk ${chunk}`).toBe(0);
      }
    }
    await bytes.close();
    expect(await checkFile({ kept: part, identity }, silent)).toBe('damaged');
  }

  test('by one bit anywhere gives none of those bytes out', async () => {
    const { part } = await kept(content);
    const whole = readFileSync(part);
    const start = whole.length - payloadOf(content.length);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        writeFileSync(part, changed);
        if (at < start) expect(await opened(part)).toBeUndefined();
        else await expectFound(part, [Math.floor((at - start) / sealedBytes)]);
      }),
      { numRuns: 60 },
    );
  });

  test('by cutting it off anywhere does not open', async () => {
    const { part } = await kept(content);
    const whole = readFileSync(part);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        writeFileSync(part, whole.subarray(0, length));
        expect(await opened(part)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    const start = whole.length - payloadOf(content.length);
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      writeFileSync(part, whole.subarray(0, start + chunk * sealedBytes));
      expect(await opened(part), `after ${chunk} chunks`).toBeUndefined();
    }
  });

  test('by adding to it does not open', async () => {
    const { part } = await kept(content);
    const whole = readFileSync(part);
    const start = whole.length - payloadOf(content.length);
    for (const more of [Buffer.alloc(1), whole.subarray(start, start + sealedBytes), whole.subarray(start)]) {
      writeFileSync(part, Buffer.concat([whole, more]));
      expect(await opened(part)).toBeUndefined();
    }
  });

  test('by exchanging two chunks gives out neither', async () => {
    const { part } = await kept(content);
    const whole = readFileSync(part);
    const start = whole.length - payloadOf(content.length);
    const chunk = (index: number) =>
      whole.subarray(start + index * sealedBytes, start + (index + 1) * sealedBytes);
    const order = [0, 3, 2, 1, 4, 5].map(chunk);
    writeFileSync(part, Buffer.concat([whole.subarray(0, start), ...order]));
    await expectFound(part, [1, 3]);
  });

  test('by a chunk of another recording does not give it out', async () => {
    const { part } = await kept(content);
    const other = await kept(randomBytes(content.length));
    const [whole, foreign] = [readFileSync(part), readFileSync(other.part)];
    const start = whole.length - payloadOf(content.length);
    foreign.copy(whole, start + 2 * sealedBytes, start + 2 * sealedBytes, start + 3 * sealedBytes);
    writeFileSync(part, whole);
    await expectFound(part, [2]);
  });

  test('while it is open is found when it is read', async () => {
    const { part } = await kept(content);
    const bytes = await open(part);
    truncateSync(part, 3 * chunkBytes);
    await expect(bytes.read(4 * chunkBytes, 10)).rejects.toThrow(DamagedError);
    await bytes.close();
  });

  test('is no opening when it is anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, likely) => {
        const start = likely ? Buffer.concat([Buffer.from('age-encryption.org/v1\n'), bytes]) : bytes;
        expect(await openingIn(start, identity)).toBeUndefined();
      }),
    );
    expect([0, 15, sealedBytes + 15, sealedBytes + 16].map(layoutOf)).toEqual(Array(4).fill(undefined));
  });
});

describe('keeping that was interrupted', () => {
  const content = randomBytes(70 * chunkBytes + 5);

  test('at any byte goes on with what is there, and is the same file in the end', async () => {
    const { part, task } = await kept(content);
    const whole = readFileSync(part);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 220, max: whole.length }), async (length) => {
        writeFileSync(part, whole.subarray(0, length));
        expect(await keepFile(task, silent)).toBe('whole');
        return readFileSync(part).equals(whole);
      }),
      { numRuns: 12 },
    );
  });

  /** What was there of the file before: its header names the key, and a nonce is never used twice with one key. */
  const openingOf = (file: Buffer) => file.subarray(0, 216).toString('hex');

  test('begins anew with a new key when the source has other content', async () => {
    const { part, task, source } = await kept(content);
    const before = readFileSync(part);
    truncateSync(part, 30 * chunkBytes);
    const other = Buffer.from(content);
    other[29 * chunkBytes] = (other[29 * chunkBytes] ?? 0) ^ 1;
    writeFileSync(source, other);
    // As if the change could not be told by its time.
    utimesSync(source, new Date(2026, 1, 1), new Date(2026, 1, 1));
    expect(await keepFile(task, silent)).toBe('whole');
    expect(openingOf(readFileSync(part))).not.toBe(openingOf(before));
    const bytes = await open(part);
    expect(Buffer.compare(await bytes.read(0, other.length), other)).toBe(0);
    await bytes.close();
  });

  test('begins anew when the source was changed since, even where nothing was written yet', async () => {
    const { part, task, source } = await kept(content);
    const before = readFileSync(part);
    truncateSync(part, 30 * chunkBytes);
    const later = new Date(Date.now() + 60_000);
    utimesSync(source, later, later);
    expect(await keepFile(task, silent)).toBe('whole');
    expect(openingOf(readFileSync(part))).not.toBe(openingOf(before));
  });

  test.each(['a file that is longer', 'rubbish', 'a file under another key', 'nothing'])(
    'begins anew where there is %s',
    async (kind) => {
      const { part, task } = await kept(content);
      if (kind === 'a file that is longer') writeFileSync(part, Buffer.alloc(100), { flag: 'a' });
      if (kind === 'rubbish') writeFileSync(part, randomBytes(5000));
      if (kind === 'a file under another key') {
        writeFileSync(part, (await newOpening(await generateX25519Identity())).bytes);
      }
      if (kind === 'nothing') rmSync(part);
      expect(await keepFile(task, silent)).toBe('whole');
      expect(await checkFile({ kept: part, identity }, silent)).toBe('whole');
    },
  );

  test('of a source that is shorter or longer now is told', async () => {
    const { task, source } = sourceWith(content);
    for (const size of [content.length - 1, content.length + 1]) {
      truncateSync(source, size);
      expect(await keepFile(task, silent)).toBe('changed');
    }
    rmSync(source);
    expect(await keepFile(task, silent)).toBe('unreadable');
  });

  test('by nothing tells how far each step is', async () => {
    const { task } = sourceWith(content);
    const told: [string, number][] = [];
    await keepFile(task, (step, share) => told.push([step, share]));
    for (const step of ['encrypting', 'checking']) {
      const shares = told.filter(([name]) => name === step).map(([, share]) => share);
      expect(shares.length).toBeGreaterThan(3);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });
});

describe('a copy that is taken out', () => {
  test('is the recording, byte for byte', async () => {
    const content = randomBytes(40 * chunkBytes + 9);
    const { folder, part } = await kept(content);
    const place = join(folder, 'out.mp4');
    expect(await takeOutFile({ kept: part, identity, part: place }, silent)).toBe('whole');
    expect(readFileSync(place).equals(content)).toBe(true);
  });

  test('takes no place that is taken, and nothing of what is damaged for whole', async () => {
    const { folder, part } = await kept(randomBytes(40 * chunkBytes));
    const place = join(folder, 'out.mp4');
    const changed = readFileSync(part);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    writeFileSync(part, changed);
    const done: KeepDone = await takeOutFile({ kept: part, identity, part: place }, silent);
    expect(done).toBe('damaged');
    expect(await takeOutFile({ kept: part, identity, part: place }, silent)).toBe('unwritable');
  });
});

describe("beside Debian's age", () => {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  test('the passphrase opens the key file, and what is in it a kept recording, byte for byte', async () => {
    const { folder, source, part } = await kept(randomBytes(9 * chunkBytes + 3));
    await writeDemoKeys(join(folder, 'library'));
    const identityFile = ageOpenKeys(join(folder, 'library', 'keys.age'), folder);
    ageDecrypt(identityFile, part, join(folder, 'out'));
    expect(hash(join(folder, 'out'))).toBe(hash(source));
  });

  test.each([0, 1, chunkBytes, 5 * chunkBytes + 99])('its file of %i bytes is read by us', async (size) => {
    const { folder, source } = sourceWith(randomBytes(size));
    await ageEncrypt(source, join(folder, 'theirs.age'));
    const bytes = await open(join(folder, 'theirs.age'));
    expect(bytes.size).toBe(size);
    expect(Buffer.compare(await bytes.read(0, size), readFileSync(source))).toBe(0);
    await bytes.close();
  });

  test('it refuses what we refuse', async () => {
    const { folder, part } = await kept(randomBytes(3 * chunkBytes));
    await writeDemoKeys(join(folder, 'library'));
    const identityFile = ageOpenKeys(join(folder, 'library', 'keys.age'), folder);
    copyFileSync(part, join(folder, 'cut.age'));
    truncateSync(join(folder, 'cut.age'), statSync(part).size - sealedBytes);
    expect(await opened(join(folder, 'cut.age'))).toBeUndefined();
    expect(() => ageDecrypt(identityFile, join(folder, 'cut.age'), join(folder, 'out'))).toThrow();
  });
});
