import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connect } from '../../db/open.ts';
import { openLibrary } from '../../main/library.ts';
import { attempts } from '../../main/vault/attempts.ts';
import { encryptCopy } from '../../main/vault/encryptCopy.ts';
import { encryptOld } from '../../main/vault/encryptOld.ts';
import { type LibraryKeys, sealKeys } from '../../main/vault/keyFile.ts';
import { encryptedCopy, keysFile, recordFile } from '../../main/vault/places.ts';
import { finishEncrypting, isOldLibrary, isPlain } from '../../main/vault/plainRecord.ts';
import { newRecoveryCode } from '../../main/vault/recoveryCode.ts';
import { tryKeys } from '../../main/vault/tries.ts';
import { putRecovery } from '../../main/vault/vault.ts';
import { writeWhole } from '../../main/wholeFile.ts';
import { testFolder } from '../fixtures/folder.ts';
import { migrations, openTestStore, startRating } from '../fixtures/store.ts';

const passphrase = 'hundrede grønne sykler';
const said = 'What Astrid said about her mother';

/** A library as the versions before this one made them, its last changes still in the log. */
function oldLibrary(): string {
  const folder = testFolder();
  const encrypted = join(testFolder(), 'record.db');
  const store = openTestStore(encrypted);
  const { rating } = startRating(store);
  store.judgements.addMark({
    ratingId: rating.id,
    item: 4,
    kind: 'intervention',
    atMs: 60_000,
    endMs: null,
    therapist: 'first',
    aspect: null,
    quality: null,
    note: said,
  });
  store.close();
  const from = connect(encrypted, new Uint8Array(32).fill(7));
  from.pragma('journal_mode = delete');
  (from as typeof from & { rekey: (none: Buffer) => number }).rekey(Buffer.alloc(0));
  from.close();
  writeFileSync(recordFile(folder), readFileSync(encrypted));
  const open = new Database(recordFile(folder));
  onTestFinished(() => void open.close());
  open.pragma('journal_mode = wal');
  open.exec(`update therapist set name = 'Ingrid in the log'`);
  open.close();
  return folder;
}

const rows = (db: Database.Database) => {
  const tables = db
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table'`)
    .all();
  return tables.map(({ name }) => [name, db.prepare(`select * from "${name}"`).all()]);
};

function plainRows(folder: string) {
  const db = new Database(recordFile(folder));
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return rows(db);
  } finally {
    db.close();
  }
}

async function encryptedRows(folder: string) {
  const keys = await tryKeys(folder, { passphrase }, attempts(join(testFolder(), 'a.json')));
  if (!('database' in Object(keys))) throw new Error('the passphrase does not open it');
  const { database } = keys as { database: Uint8Array };
  finishEncrypting(folder);
  const db = connect(recordFile(folder), database);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return rows(db);
  } finally {
    db.close();
  }
}

/** As they are, but for the second of work that each key file costs. */
const steps = {
  copy: async (work: Parameters<typeof encryptCopy>[0]) => encryptCopy(work),
  async newRecovery(keys: LibraryKeys) {
    const code = newRecoveryCode();
    return { code, file: await sealKeys(keys, code, 4) };
  },
  putRecovery,
  putKeys: async (folder: string, keys: LibraryKeys, secret: string) =>
    writeWhole(keysFile(folder), await sealKeys(keys, secret, 4)),
  finish: finishEncrypting,
};

describe('an old library without keys', () => {
  test('is known by its first bytes', () => {
    const folder = oldLibrary();
    expect(isOldLibrary(folder)).toBe(true);
    writeFileSync(keysFile(folder), 'keys');
    expect(isOldLibrary(folder)).toBe(false);
    expect(isOldLibrary(testFolder())).toBe(false);
  });

  test('says the same in every row when it is encrypted, and opens', async () => {
    const folder = oldLibrary();
    const before = plainRows(folder);
    const made = await encryptOld(folder, passphrase, steps);
    expect(made.outcome).toBe('made');
    expect(await encryptedRows(folder)).toEqual(before);
    if (made.outcome !== 'made') return;
    const found = openLibrary(folder, made.keys, migrations);
    expect('store' in found).toBe(true);
    if ('store' in found) found.store.close();
  });

  test('leaves nothing readable behind', async () => {
    const folder = oldLibrary();
    expect(readFileSync(recordFile(folder)).includes(said)).toBe(true);
    await encryptOld(folder, passphrase, steps);
    expect(readdirSync(folder).sort()).toEqual(['keys.age', 'record.db', 'recovery.age']);
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const word of [said, 'Ingrid in the log', 'SQLite format'])
        expect(bytes.includes(word)).toBe(false);
    }
  });

  test('opens by its recovery code as well', async () => {
    const folder = oldLibrary();
    const made = await encryptOld(folder, passphrase, steps);
    if (made.outcome !== 'made') throw new Error(made.outcome);
    const tries = attempts(join(testFolder(), 'a.json'));
    expect(await tryKeys(folder, { recoveryCode: made.recovery.code }, tries)).toEqual(made.keys);
  });

  test('that is damaged is left as it is', async () => {
    const folder = oldLibrary();
    const file = openSync(recordFile(folder), 'r+');
    writeSync(file, Buffer.alloc(3000, 90), 0, 3000, 4096);
    closeSync(file);
    const before = readFileSync(recordFile(folder));
    expect(await encryptOld(folder, passphrase, steps)).toEqual({ outcome: 'damaged' });
    expect(isOldLibrary(folder)).toBe(true);
    expect(existsSync(encryptedCopy(folder))).toBe(false);
    expect(readFileSync(recordFile(folder)).subarray(4096)).toEqual(before.subarray(4096));
  });

  test('that another program uses is left as it is', async () => {
    const folder = oldLibrary();
    const other = new Database(recordFile(folder));
    onTestFinished(() => void other.close());
    other.prepare('select count(*) from mark').get();
    other.exec('begin immediate');
    expect(await encryptOld(folder, passphrase, steps)).toEqual({ outcome: 'locked' });
    other.exec('rollback');
    expect(isOldLibrary(folder)).toBe(true);
  });
});

describe('a copy that was left beside the record', () => {
  test('never takes the place of one that is encrypted', async () => {
    const folder = oldLibrary();
    const made = await encryptOld(folder, passphrase, steps);
    if (made.outcome !== 'made') throw new Error(made.outcome);
    writeFileSync(encryptedCopy(folder), readFileSync(recordFile(folder)));
    const worked = connect(recordFile(folder), made.keys.database);
    worked.pragma('journal_mode = wal');
    worked.exec(`update therapist set name = 'Since then'`);
    const [record, log] = [readFileSync(recordFile(folder)), readFileSync(`${recordFile(folder)}-wal`)];
    worked.close();
    // As a power cut leaves them.
    writeFileSync(recordFile(folder), record);
    writeFileSync(`${recordFile(folder)}-wal`, log);
    const found = openLibrary(folder, made.keys, migrations);
    if (!('store' in found)) throw new Error(found.reason);
    expect(found.store.therapists.all().map(({ name }) => name)).toEqual(['Since then', 'Since then']);
    found.store.close();
    expect(existsSync(encryptedCopy(folder))).toBe(true);
  });

  test('takes the place of a record that is gone', async () => {
    const folder = oldLibrary();
    const before = plainRows(folder);
    await encryptOld(folder, passphrase, steps);
    renameSync(recordFile(folder), encryptedCopy(folder));
    expect(await encryptedRows(folder)).toEqual(before);
  });

  test('takes the place of the plain record when nobody holds it any more', async () => {
    const folder = oldLibrary();
    const before = plainRows(folder);
    await encryptOld(folder, passphrase, { ...steps, finish: () => undefined });
    let tries = 0;
    finishEncrypting(folder, (from, to) => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('held'), { code: 'EBUSY' });
      renameSync(from, to);
    });
    expect(tries).toBe(3);
    expect(await encryptedRows(folder)).toEqual(before);
  });
});

describe('encrypting that is cut off', () => {
  class CutOff extends Error {}
  const cut = () => {
    throw new CutOff('the power is gone');
  };

  const moments: readonly [string, Partial<typeof steps>, 'plain' | 'encrypted'][] = [
    ['before the copy', { copy: cut }, 'plain'],
    [
      'in the middle of the copy',
      {
        copy: async (work) => {
          writeFileSync(work.copy, 'half a cop');
          return cut();
        },
      },
      'plain',
    ],
    ['after the copy', { putRecovery: cut }, 'plain'],
    ['before the keys', { putKeys: cut }, 'plain'],
    ['after the keys', { finish: cut }, 'encrypted'],
    [
      'after the copy took its place',
      {
        finish: (folder) => {
          finishEncrypting(folder);
          cut();
        },
      },
      'encrypted',
    ],
  ];

  test.each(moments)('%s leaves one of the two whole', async (_, some, whole) => {
    const folder = oldLibrary();
    const before = plainRows(folder);
    const outcome = await encryptOld(folder, passphrase, { ...steps, ...some }).catch((error: unknown) => {
      if (error instanceof CutOff) return undefined;
      throw error;
    });
    expect(outcome?.outcome).not.toBe('made');
    if (whole === 'plain') {
      expect(isOldLibrary(folder)).toBe(true);
      expect(plainRows(folder)).toEqual(before);
      // And the next try goes through.
      expect((await encryptOld(folder, passphrase, steps)).outcome).toBe('made');
    }
    expect(await encryptedRows(folder)).toEqual(before);
    expect(isPlain(recordFile(folder))).toBe(false);
    expect(existsSync(encryptedCopy(folder))).toBe(false);
  });

  test.each(['noRoom', 'unwritable'] as const)(
    'because there is %s for the keys leaves the plain one',
    async (why) => {
      const folder = oldLibrary();
      const before = plainRows(folder);
      expect(await encryptOld(folder, passphrase, { ...steps, putKeys: async () => why })).toEqual({
        outcome: why,
      });
      expect(isOldLibrary(folder)).toBe(true);
      expect(plainRows(folder)).toEqual(before);
      expect(existsSync(encryptedCopy(folder))).toBe(false);
    },
  );
});
