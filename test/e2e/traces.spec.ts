/**
 * What of a library can be read on the disk without its passphrase: nothing. Every byte is searched of the library's
 * folder, of the folder with the program's settings and Chromium's own files, and of the folder for temporary files.
 *
 * Not searched, because a person put it there or chose the place: the original of a recording, a transcript before it
 * was imported, a readable copy, PDFs and charts. Allowed in the settings: the folder of a library, for the program has
 * to find it; while such a copy is being written, its path. Told in the clear by `in-use`: the name of the machine. Not
 * found by this search: text inside a compressed stream, and what the system itself moves to its swap space.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { unsealKeys } from '../../main/vault/keyFile.ts';
import { played } from '../fixtures/media';
import { newLibrary } from './newLibrary';
import { expect, type Program, test } from './program';
import { addLead, beginRating, rateEverything } from './steps';
import { filesIn, formsOf, found } from './traces';

/** A busy machine takes its time, and keys cost work on purpose. */
const hard = { timeout: 60_000 };
const passphrase = 'hundrede grønne sykler';
const linked = 'Ærlends gruppe nittende møte.mp4';
const kept = 'Bjørkåsen kveldsgruppe.mp3';
/** All of it is found in the library by who has the passphrase. */
const known = {
  therapist: 'Ingebjørg Årdalsæter',
  rater: 'Torbjørn Kvåle',
  group: 'Gruppen på Øvre Ullevål',
  phase: 'Runden om Håkons søster',
  note: 'Åshild gråt da Pål snakket om øya',
  feedback: 'Du fanget opp hva Sølvi mente',
  event: 'Kurset på Gjøvik i vår',
  transcript: 'Jeg drømte om båten til bestefar',
  sought: 'Sunniva Ødegård',
  linked,
  kept,
  card: 'Minnekort fra Åsane',
};

async function unlockAgain(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible(hard);
}

const toLibrary = (page: Page) => page.getByRole('link', { name: 'Library' }).first().click();

async function seek(page: Page, text: string): Promise<void> {
  await toLibrary(page);
  await page.getByRole('textbox', { name: 'Search sessions' }).fill(text);
}

/** Two recordings from a card, one of them kept; a session with people, and a rating with words in it. */
async function work(program: Program, page: Page, card: string): Promise<void> {
  const add = async (name: string, recording: string) => {
    copyFileSync(recording, join(card, name));
    await toLibrary(page);
    await program.choose(join(card, name));
    await page.getByRole('button', { name: 'Add recording' }).first().click();
    await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  };
  await add(kept, played['sound.mp3']());
  await page.getByRole('button', { name: 'Keep in the library' }).click();
  await expect(page.getByText('kept in the library, encrypted', { exact: true })).toBeVisible(hard);
  rmSync(join(card, kept));
  writeFileSync(join(card, 'words.vtt'), `WEBVTT\n\n00:01.000 --> 00:04.000\n${known.transcript}\n`);
  await program.choose(join(card, 'words.vtt'));
  await page.getByRole('button', { name: 'Import transcript …' }).click();
  await expect(page.getByText(/words\.vtt/)).toBeVisible();

  await add(linked, played['film.mp4']());
  await addLead(page, 'T-01', known.therapist);
  await page.evaluate(async ({ group, event, phase, feedback }) => {
    const sessionId = location.hash.split('/').at(-1) ?? '';
    const added = await window.api.addGroup({ name: group, format: 'slowOpen', usualMinutes: 90 });
    if (!added.ok) throw new Error(added.reason);
    await window.api.editSession({ id: sessionId, groupId: added.value.id });
    await window.api.addEvent({ name: event, date: '2026-03-01', therapistId: null, groupId: null });
    await window.api.setPhases({ sessionId, phases: [{ name: phase, startMs: 0, endMs: 5000 }] });
    await window.api.putFeedback({ about: { sessionId }, text: feedback });
  }, known);
  await beginRating(page, known.rater);
  await page.keyboard.press('Space');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await page.keyboard.type(known.note);
  await page.keyboard.press('Enter');
  await rateEverything(page, () => 5);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the session' }).click();
}

test('of people, notes, recordings, passphrase and keys nothing can be read on the disk: at work, after a crash, locked, or closed', async ({
  program,
}) => {
  test.setTimeout(240_000);
  const library = join(program.folder, 'library of my own');
  const card = join(program.folder, known.card);
  const temporary = join(program.folder, 'temporary');
  for (const folder of [library, card, temporary]) mkdirSync(folder);
  // Read by the program when it starts.
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  try {
    let { page } = await program.start({ upTo: 'entrance' });
    const code = await newLibrary(program, page, library, passphrase);
    await page.evaluate(() => window.api.saveSettings({ lockAfterMinutes: 0 }));
    const keys = await unsealKeys(new Uint8Array(readFileSync(join(library, 'keys.age'))), passphrase);
    if (keys === undefined) throw new Error('other keys');
    const key = Buffer.from(keys.database);
    const secrets = [
      passphrase,
      code,
      code.replaceAll('-', ''),
      keys.identity,
      key.toString('hex'),
      key.toString('hex').toUpperCase(),
      key.toString('latin1'),
    ];
    await work(program, page, card);
    // Its words go to the main process, and nowhere else.
    await seek(page, known.sought);
    await expect(page.getByText('No sessions match.')).toBeVisible();

    const leaks = () => {
      const files = filesIn(program.folder).filter((file) => !file.startsWith(card));
      expect(files.length).toBeGreaterThan(10);
      return found([...Object.values(known), ...secrets], files);
    };
    expect(leaks(), 'at work').toEqual([]);
    await program.kill();
    expect(leaks(), 'after a crash').toEqual([]);

    ({ page } = await program.start({ upTo: 'entrance' }));
    await unlockAgain(page);
    await seek(page, known.therapist);
    await expect(page.getByText('1 of 2 sessions')).toBeVisible();
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('textbox', { name: 'Passphrase', exact: true })).toBeVisible();
    expect(leaks(), 'locked').toEqual([]);
    await unlockAgain(page);
    await program.close();
    expect(leaks(), 'closed').toEqual([]);
    // A search that finds nothing anywhere would be no proof.
    expect(found([basename(library)], filesIn(program.folder))).not.toEqual([]);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
});

test('a text is found in every form in which programs write it, in the middle of anything', ({ program }) => {
  const text = 'Ingebjørg Årdalsæter';
  for (const [form, bytes] of formsOf(text).entries()) {
    const file = join(program.folder, `form ${form}`);
    writeFileSync(file, Buffer.concat([Buffer.alloc(5000, 1), bytes, Buffer.alloc(5000, 2)]));
    expect(found([text], [file])).toHaveLength(1);
  }
  for (const before of ['', 'a', 'ab']) {
    const file = join(program.folder, `in base 64 ${before}`);
    writeFileSync(file, Buffer.from(`${before}${text}!`).toString('base64'));
    expect(found([text], [file])).toHaveLength(1);
  }
  const other = join(program.folder, 'other');
  writeFileSync(other, 'Ingebjorg Ardalsater');
  expect(found([text], [other])).toEqual([]);
});
