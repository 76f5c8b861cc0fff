import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import type { Cue } from '../../db/model.ts';
import { connect } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { importTranscript } from '../../main/transcript/import.ts';
import { testFolder } from '../fixtures/folder.ts';
import { uuid } from '../fixtures/rows.ts';
import { databaseFile, openTestStore, startRating } from '../fixtures/store.ts';

const said = (text: string, startMs = 1000): Cue => ({ startMs, endMs: startMs + 900, speaker: 'Eva', text });

let file: string;
let store: Store;
let sessionId: string;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
  sessionId = startRating(store).session.id;
});

/** The rows of a table, as another reader of the file sees them. */
function rows<Row>(table: 'cue' | 'transcript' | 'change'): Row[] {
  const db = connect(file, demoKeys.database, { readonly: true });
  try {
    return db.prepare<[], Row>(`select * from ${table}`).all();
  } finally {
    db.close();
  }
}
const changes = () =>
  rows<{ noun: string; before: string | null; after: string | null }>('change')
    .filter(({ noun }) => noun === 'transcript')
    .map(({ before, after }) => [before, after].map((one) => one && JSON.parse(one)));

describe('the transcript of a session', () => {
  test('is not there before one is given', () => {
    expect(store.transcripts.ofSession(sessionId)).toBeUndefined();
  });

  test('is kept in order, with the name of its file, also after a restart', () => {
    const cues = [said('En.', 1000), said('To.', 1000), said('Tre.', 500_000_000)];
    store.transcripts.replace(sessionId, 'møte.vtt', cues);
    store.close();
    const again = openTestStore(file).transcripts.ofSession(sessionId);
    expect(again?.name).toBe('møte.vtt');
    expect(again?.cues).toEqual(cues);
  });

  test('gives way to a later one, whole', () => {
    store.transcripts.replace(sessionId, 'a.vtt', [said('En.'), said('To.')]);
    store.transcripts.replace(sessionId, 'b.srt', [said('Ny.')]);
    expect(store.transcripts.ofSession(sessionId)).toMatchObject({ name: 'b.srt', cues: [said('Ny.')] });
    expect(rows('cue')).toHaveLength(1);
  });

  test('is removed with all that was said', () => {
    store.transcripts.replace(sessionId, 'a.vtt', [said('En.')]);
    expect(store.transcripts.remove(sessionId)).toBe(true);
    expect(store.transcripts.remove(sessionId)).toBe(false);
    expect([rows('cue'), rows('transcript')]).toEqual([[], []]);
  });

  test('stays as it was when a later one does not fit the record', () => {
    store.transcripts.replace(sessionId, 'a.vtt', [said('En.')]);
    const wrong = { ...said('To.'), endMs: 0 };
    expect(() => store.transcripts.replace(sessionId, 'b.vtt', [said('To.'), wrong])).toThrow();
    expect(store.transcripts.ofSession(sessionId)).toMatchObject({ name: 'a.vtt', cues: [said('En.')] });
    expect(changes()).toHaveLength(1);
  });

  test('is told in the log by name and number of passages, never by what was said', () => {
    store.transcripts.replace(sessionId, 'a.vtt', [said('Hemmelig.')]);
    store.transcripts.replace(sessionId, 'b.vtt', [said('Hemmelig.'), said('Hemmelig.')]);
    store.transcripts.remove(sessionId);
    expect(changes()).toMatchObject([
      [null, { sessionId, name: 'a.vtt', cues: 1 }],
      [{ name: 'a.vtt' }, { name: 'b.vtt', cues: 2 }],
      [{ name: 'b.vtt' }, null],
    ]);
    expect(JSON.stringify(rows('change'))).not.toContain('Hemmelig');
  });
});

describe('a file given as a transcript', () => {
  const written = (name: string, content: string | Uint8Array): string => {
    const path = join(testFolder(), name);
    writeFileSync(path, content);
    return path;
  };
  const take = (path: string, id = sessionId) => importTranscript(store, id, path);

  test('is taken, and what could not be read is told', async () => {
    const path = written('møte.srt', '1\n00:01,000 --> 00:02,000\nHei på deg.\n\n2\n00:xx --> 00:03\nTo.');
    expect(await take(path)).toEqual({
      outcome: 'imported',
      name: 'møte.srt',
      passages: 1,
      unreadable: 1,
      firstUnreadable: 6,
      mended: 0,
    });
    expect(store.transcripts.ofSession(sessionId)?.cues).toEqual([
      { startMs: 1000, endMs: 2000, speaker: '', text: 'Hei på deg.' },
    ]);
  });

  test.each([
    ['empty.vtt', '', { kind: 'empty' }],
    ['letter.txt', 'Kjære deg', { kind: 'noPassages', line: 1 }],
    ['book.pdf', '%PDF-1.7', { kind: 'foreign' }],
    ['film.mp4', new Uint8Array([0, 0, 0, 32]), { kind: 'foreign' }],
    ['long.vtt', 'x'.repeat(20_000_001), { kind: 'tooLarge' }],
  ] as const)('is refused when it is %s, and nothing changes', async (name, content, problem) => {
    store.transcripts.replace(sessionId, 'a.vtt', [said('En.')]);
    expect(await take(written(name, content))).toEqual({ outcome: 'refused', name, problem });
    expect(store.transcripts.ofSession(sessionId)?.name).toBe('a.vtt');
  });

  test('is refused when it is gone, or a folder', async () => {
    const folder = testFolder();
    for (const path of [folder, join(folder, 'gone.vtt')]) {
      expect(await take(path)).toMatchObject({ outcome: 'refused', problem: { kind: 'unreadable' } });
    }
  });

  test('is refused for a session that is not there', async () => {
    const path = written('a.vtt', '00:01,000 --> 00:02,000\nHei.');
    expect(await take(path, uuid(9))).toMatchObject({ outcome: 'refused', problem: { kind: 'noSession' } });
  });
});
