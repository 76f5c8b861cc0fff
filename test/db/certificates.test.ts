/** Certificates in the record, and the contract asked for them directly. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect } from '../../db/open.ts';
import { isSigned } from '../../db/signing.ts';
import type { Store } from '../../db/store.ts';
import { dataHash } from '../../main/certificates/certify.ts';
import { factsOf } from '../../main/certificates/facts.ts';
import type { Desk } from '../../main/desk.ts';
import type { Call } from '../../main/ipc.ts';
import type { CertificateChecked, CertificateView, SavedFile } from '../../preload/api.ts';
import { aPdf } from '../fixtures/certificate.ts';
import { testFolder } from '../fixtures/folder.ts';
import { databaseFile, everyRow, openTestStore } from '../fixtures/store.ts';
import { takeTest } from '../fixtures/takenTest.ts';

// Questions are given to the answers themselves; nothing else of Electron is touched.
vi.mock('electron', () => ({ ipcMain: {} }));
const { certificateCalls } = await import('../../main/certificateCalls.ts');
const { programmeCalls } = await import('../../main/programmeCalls.ts');

const raters = [
  { name: 'Åse Ødegård', off: 'near' },
  { name: 'Henrik B.', off: 'far' },
] as const;

/** A library, and how its window asks. */
function library(file = databaseFile()) {
  const store = openTestStore(file);
  let viewerId: string | null = null;
  let chosen: string | undefined;
  let sealed: Uint8Array | undefined;
  const viewer = () => (viewerId === null ? undefined : store.raters.find(viewerId));
  // Only these are asked for here.
  const desk = {
    askForCertificate: async () => chosen,
    saveCertificate: async (_: unknown, seal: (pdf: Uint8Array) => Uint8Array) => {
      sealed = seal(aPdf);
      return 'saved';
    },
  } as unknown as Desk;
  const programmes = programmeCalls({ store, viewer, now: () => new Date() });
  const calls: Readonly<Record<string, Call>> = certificateCalls({
    store,
    viewer,
    desk,
    ...programmes,
    isHidden: (asked) => programmes.calls.attemptResult.run(asked)?.outcome === 'hidden',
    toolVersion: '1.2.3',
  });
  /** Asks as the window does: the argument is parsed, then answered. */
  const asked = async (name: string, argument: unknown): Promise<unknown> => {
    const call = calls[name];
    if (call === undefined) throw new Error(`no call ${name}`);
    // The shape was checked by the schema beside `run`.
    return call.run(call.input.parse(argument) as never);
  };
  return {
    file,
    store,
    sits: (raterId: string | null) => {
      viewerId = raterId;
    },
    issue: async (enrolmentId: string) =>
      (await asked('issueCertificate', enrolmentId)) as CertificateView | undefined,
    shown: async (id: string) => (await asked('certificate', id)) as CertificateView | undefined,
    /** The sealed file, or what came instead. */
    save: async (id: string) => {
      sealed = undefined;
      const came = (await asked('saveCertificate', { id, name: 'certificate' })) as SavedFile;
      return sealed ?? came;
    },
    check: async (path: string | undefined, code = '') => {
      chosen = path;
      return (await asked('checkCertificate', { code })) as CertificateChecked;
    },
  };
}

let here: ReturnType<typeof library>;
let store: Store;
let taken: ReturnType<typeof takeTest>;
let passed: string;
let failed: string;

beforeEach(() => {
  here = library();
  store = here.store;
  taken = takeTest(store, { raters });
  [passed = '', failed = ''] = taken.raters.map(({ enrolmentId }) => enrolmentId);
  here.sits(taken.leaderId);
});

async function issued(): Promise<CertificateView> {
  const view = await here.issue(passed);
  if (view === undefined) throw new Error('not issued');
  return view;
}

describe('a certificate', () => {
  test('is issued for a test that was passed, and says what came of it', async () => {
    const { facts } = await issued();
    expect(facts).toMatchObject({
      rater: 'Åse Ødegård',
      programme: 'Rateropplæring 2026',
      edition: store.editions.all()[0]?.name,
      dimension: 'both',
      attempt: 1,
      attempts: 3,
      toolVersion: '1.2.3',
      standards: [{ how: 'oneRater', names: ['Solveig K.'], sessions: 3 }],
    });
    expect(facts.results.map(({ rule, met }) => [rule, met])).toEqual([
      ['within1', true],
      ['bias', true],
      ['icc', true],
      ['overallWithin1', true],
      ['fewestSessions', true],
    ]);
    expect(facts.sessions).toHaveLength(3);
    expect(facts.validUntil).toBe(`${Number(facts.issuedOn.slice(0, 4)) + 1}${facts.issuedOn.slice(4)}`);
  });

  test('is not issued for a test that was not passed, is not over, or was never given', async () => {
    expect(await here.issue(failed)).toBeUndefined();
    expect(await here.issue(randomUUID())).toBeUndefined();
    const raterId = store.raters.add({ name: 'Nora', kind: 'trainee' }).id;
    store.giving.enrol({ programmeId: taken.programmeId, raterId });
    const enrolmentId = store.enrolments.of({ programmeId: taken.programmeId, raterId })?.id ?? '';
    expect(await here.issue(enrolmentId)).toBeUndefined();
    store.giving.test(enrolmentId, false);
    expect(await here.issue(enrolmentId)).toBeUndefined();
  });

  test('is issued by who leads alone', async () => {
    for (const raterId of [null, ...taken.raters.map((rater) => rater.raterId)]) {
      here.sits(raterId);
      expect(await here.issue(passed)).toBeUndefined();
    }
  });

  test('is issued by nobody for themselves', async () => {
    here = library();
    const { leaderId, raters: certified } = takeTest(here.store, {
      raters: [{ name: 'Tove', off: 'near', kind: 'supervisor' }],
    });
    const { raterId = '', enrolmentId = '' } = certified[0] ?? {};
    here.sits(raterId);
    expect(await here.issue(enrolmentId)).toBeUndefined();
    here.sits(leaderId);
    expect(await here.issue(enrolmentId)).toMatchObject({ facts: { rater: 'Tove' } });
  });

  test('is issued once for an attempt', async () => {
    const first = await issued();
    const before = everyRow(here.file);
    expect(await issued()).toEqual(first);
    expect(everyRow(here.file)).toEqual(before);
  });

  test('is shown to who leads and to the rater it is about, and to nobody else', async () => {
    const { id } = await issued();
    const [own = '', other = ''] = taken.raters.map(({ raterId }) => raterId);
    const another = store.raters.add({ name: 'Berit', kind: 'expert' }).id;
    for (const [raterId, sees] of [
      [taken.leaderId, true],
      [own, true],
      [another, true],
      [other, false],
      [null, false],
    ] as const) {
      here.sits(raterId);
      expect((await here.shown(id)) !== undefined).toBe(sees);
      expect(typeof (await here.save(id)) !== 'string').toBe(sees);
    }
    here.sits(taken.leaderId);
    expect(await here.shown(randomUUID())).toBeUndefined();
  });

  test('is neither issued by nor shown to who leads and is still to be tested by the same sessions', async () => {
    const { id } = await issued();
    const raterId = store.raters.add({ name: 'Berit', kind: 'expert' }).id;
    store.giving.enrol({ programmeId: taken.programmeId, raterId });
    here.sits(raterId);
    expect(await here.shown(id)).toBeUndefined();
    expect(await here.issue(passed)).toBeUndefined();
    expect(await here.save(id)).toBe('cancelled');
    expect(store.certificates.find(id)).toBeDefined();
  });

  test('is signed as it stands in the record, by the key that it names', async () => {
    const { id } = await issued();
    const kept = store.certificates.find(id);
    const facts = factsOf(kept?.facts ?? '');
    const key = Buffer.from(facts?.key ?? '', 'base64url');
    expect(isSigned(key, Buffer.from(kept?.facts ?? ''), kept?.signature ?? key)).toBe(true);
    expect(new Uint8Array(key)).toEqual(store.certificates.signer()?.publicKey);
  });

  test('has a hash that can be computed again from the record', async () => {
    const { facts } = await issued();
    const rows = store.assignments.ofEnrolment(passed);
    const inOrder = rows.toSorted((a, b) => ((a.submittedAt ?? '') < (b.submittedAt ?? '') ? -1 : 1));
    const rated = (ratingId: string | null) => ({
      ratingId: ratingId ?? '',
      levels: store.agreement.levels(ratingId ?? ''),
    });
    const tested = inOrder.map(({ sessionId, ratingId, standardId }) => ({
      sessionId,
      own: rated(ratingId),
      standard: { ...rated(standardId), how: 'oneRater' as const, names: [], at: '' },
    }));
    expect(facts.dataHash).toBe(dataHash(tested));
    const [first] = tested;
    first?.own.levels.quality.fill(7);
    expect(facts.dataHash).not.toBe(dataHash(tested));
  });

  test('keeps to one key for a library, which is no other library’s', async () => {
    expect(store.certificates.signer()).toBeUndefined();
    const { library: number } = await issued();
    const [nora] = takeTest(store, { raters: [{ name: 'Nora', off: 'near' }], leader: 'Berit' }).raters;
    expect((await here.issue(nora?.enrolmentId ?? ''))?.library).toBe(number);
    const there = library();
    const other = takeTest(there.store, { raters });
    there.sits(other.leaderId);
    const theirs = await there.issue(other.raters[0]?.enrolmentId ?? '');
    expect(theirs?.library).toMatch(/^(\d{5} ?){5}$/);
    expect(theirs?.library).not.toBe(number);
  });

  test('is not sealed by another key than it was signed with, when a damaged record has lost that one', async () => {
    const { id } = await issued();
    const db = connect(here.file, demoKeys.database);
    db.exec('delete from signing_key');
    db.close();
    expect(await here.save(id)).toBe('cancelled');
    const [nora] = takeTest(store, { raters: [{ name: 'Nora', off: 'near' }], leader: 'Berit' }).raters;
    const later = await here.issue(nora?.enrolmentId ?? '');
    expect(await here.save(id)).toBe('cancelled');
    expect(typeof (await here.save(later?.id ?? ''))).not.toBe('string');
  });

  test('leaves neither names nor the key in the log', async () => {
    await issued();
    const db = connect(here.file, demoKeys.database, { readonly: true });
    const said = db
      .prepare<[], string>(`select coalesce(after, '') from change where noun = 'certificate'`)
      .pluck()
      .all();
    db.close();
    expect(said).toHaveLength(1);
    expect(Object.keys(JSON.parse(said[0] ?? ''))).toEqual(['id', 'enrolmentId', 'attempt', 'validUntil']);
  });

  test('goes with its programme, and leaves the key for the others', async () => {
    const { id } = await issued();
    const key = store.certificates.signer()?.publicKey;
    store.programmes.remove(taken.programmeId);
    expect(store.certificates.find(id)).toBeUndefined();
    expect(store.certificates.signer()?.publicKey).toEqual(key);
  });
});

describe('checking a file', () => {
  let file: string;
  let view: CertificateView;
  beforeEach(async () => {
    view = await issued();
    file = join(testFolder(), 'certificate.pdf');
    const sealed = await here.save(view.id);
    if (typeof sealed === 'string') throw new Error(sealed);
    writeFileSync(file, sealed);
  });
  const change = (from: string, to: string) => {
    const text = readFileSync(file, 'latin1');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to), 'latin1');
  };

  test('says that it is ours and valid, whoever sits there', async () => {
    here.sits(null);
    expect(await here.check(file)).toEqual({
      outcome: 'genuine',
      name: 'certificate.pdf',
      view: { ...view, facts: expect.objectContaining({ rater: 'Åse Ødegård' }) },
      ours: true,
      valid: true,
    });
  });

  test('compares a code that was typed, however it was written', async () => {
    expect(await here.check(file, view.code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      outcome: 'genuine',
    });
    const other = view.code.replace(/./, (first) => (first === '7' ? '8' : '7'));
    for (const code of [other, view.code.slice(1), 'nonsense', '-']) {
      expect(await here.check(file, code)).toMatchObject({ outcome: 'otherCode', view: { code: view.code } });
    }
  });

  test('finds one digit that was changed on the page or in the facts', async () => {
    change('startxref\n49', 'startxref\n48');
    expect(await here.check(file)).toEqual({ outcome: 'changed', name: 'certificate.pdf' });
    change('startxref\n48', 'startxref\n49');
    expect(await here.check(file)).toMatchObject({ outcome: 'genuine' });
    const facts = /facts ([\w-]+)/.exec(readFileSync(file, 'latin1'))?.[1] ?? '';
    const changed = Buffer.from(facts, 'base64url').toString().replace('"attempt":1', '"attempt":2');
    change(facts, Buffer.from(changed).toString('base64url'));
    expect(await here.check(file)).toEqual({ outcome: 'changed', name: 'certificate.pdf' });
  });

  test('says in another library that it is genuine and not its own', async () => {
    const there = library();
    expect(await there.check(file)).toMatchObject({ outcome: 'genuine', ours: false, valid: true });
    const other = takeTest(there.store, { raters });
    there.sits(other.leaderId);
    await there.issue(other.raters[0]?.enrolmentId ?? '');
    expect(await there.check(file)).toMatchObject({ outcome: 'genuine', ours: false });
  });

  test('says when it has run out', async () => {
    const soon = takeTest(store, {
      raters: [{ name: 'Nora', off: 'near' }],
      leader: 'Berit',
      settings: { name: 'Short', validMonths: 1 },
    });
    const short = await here.issue(soon.raters[0]?.enrolmentId ?? '');
    const sealed = await here.save(short?.id ?? '');
    if (typeof sealed === 'string') throw new Error(sealed);
    writeFileSync(file, sealed);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${short?.facts.validUntil}T12:00:00`) });
    try {
      expect(await here.check(file)).toMatchObject({ valid: true });
      vi.setSystemTime(Date.now() + 86_400_000);
      expect(await here.check(file)).toMatchObject({ outcome: 'genuine', ours: true, valid: false });
    } finally {
      vi.useRealTimers();
    }
  });

  test('finds no certificate in other files, folders, and what is gone', async () => {
    writeFileSync(file, aPdf);
    const folder = testFolder();
    for (const path of [file, folder, join(folder, 'gone.pdf')]) {
      expect((await here.check(path)).outcome).toBe('noCertificate');
    }
    expect(await here.check(undefined)).toEqual({ outcome: 'cancelled' });
  });
});
