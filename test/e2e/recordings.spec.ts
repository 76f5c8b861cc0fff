import { copyFileSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { bad, played } from '../fixtures/media';
import { expect, test } from './program';
import { beginRating, frameTime, goTo, playerTime } from './steps';

for (const [name, make] of Object.entries(played)) {
  test(`${name} plays, and a seek arrives where it was sent`, async ({ program }) => {
    const { page } = await program.start();
    await program.choose(make());
    await page.getByRole('button', { name: 'Add recording' }).click();
    await beginRating(page, 'SK');
    await page.keyboard.press('Space');
    await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
    await page.keyboard.press('Space');
    await goTo(page, '0:18');
    await expect.poll(async () => Math.abs((await playerTime(page)) - 18_000)).toBeLessThan(50);
    const picture = await page.evaluate(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    if (picture) expect(Math.abs((await frameTime(page)) - 18_000)).toBeLessThan(50);
    if (!picture) await expect(page.getByText('Sound recording')).toBeVisible();
  });
}

test('a file dropped on the window becomes a session, with the day from its name', async ({ program }) => {
  const { page } = await program.start();
  const file = join(program.folder, 'Møte 2026-03-05 æøå.mp4');
  copyFileSync(played['film.mp4'](), file);
  await program.drop(file);
  await expect(page.getByText('Møte 2026-03-05 æøå.mp4')).toBeVisible();
  await expect(page.getByText('5 March 2026').first()).toBeVisible();
});

test('without a day in its name, a session has the day the file was last changed, and it can be put right', async ({
  program,
}) => {
  const { page } = await program.start();
  const file = join(program.folder, 'session.mp4');
  copyFileSync(played['film.mp4'](), file);
  utimesSync(file, new Date(2026, 1, 3, 12), new Date(2026, 1, 3, 12));
  await program.drop(file);
  const day = page.getByRole('button', { name: 'Date' }).or(page.getByLabel('Date'));
  await expect(page.getByText('3 February 2026').first()).toBeVisible();
  await day.first().click();
  await page.getByRole('textbox', { name: 'Date' }).fill('4 February 2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 February 2026').first()).toBeVisible();
});

test('the recording is never changed, copied or moved', async ({ program }) => {
  const { page } = await program.start();
  const file = join(program.folder, 'session.mp4');
  copyFileSync(played['film.mp4'](), file);
  const before = statSync(file);
  await program.drop(file);
  await beginRating(page, 'SK');
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(500);
  await program.close();
  const after = statSync(file);
  expect([after.size, after.mtimeMs, after.ino]).toEqual([before.size, before.mtimeMs, before.ino]);
});

test('the same recording is not added twice', async ({ program }) => {
  const { page } = await program.start();
  await program.drop(played['film.mp4']());
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).first().click();
  await program.drop(played['film.mp4']());
  await expect(page.getByText('This recording is in the library already.')).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).first().click();
  await expect(page.getByText('1 session', { exact: true })).toBeVisible();
});

/** Each kind of bad file: the sentence it gets in both languages. */
const refused = [
  ['empty', bad.empty, 'The file is empty (0 bytes).', 'Filen er tom (0 byte).'],
  ['not media', bad.notMedia, 'The file is neither video nor sound.', 'Filen er verken video eller lyd.'],
  [
    'cut short',
    bad.truncated,
    'The file is cut short, and what is left cannot be played.',
    'Filen er avkuttet, og det som er igjen, kan ikke spilles.',
  ],
  [
    'of a codec nothing can be made of',
    bad.container,
    'This program cannot play the format MPEG-4 Visual.',
    'kan ikke spille formatet MPEG-4 Visual.',
  ],
] as const;

for (const [kind, make, english, norwegian] of refused) {
  test(`a file that is ${kind} is refused with its own sentence, in both languages, and nothing is made of it`, async ({
    program,
  }) => {
    const { page } = await program.start();
    await program.drop(make());
    await expect(page.getByText(english)).toBeVisible();
    await speakNorwegian(page);
    await program.drop(make());
    await expect(page.getByText(norwegian)).toBeVisible();
    await page.getByRole('link', { name: 'Bibliotek' }).click();
    await expect(page.getByText('Her kommer møtene dine')).toBeVisible();
  });
}

const warned = [
  [
    'cut short but playable',
    bad.truncatedPlayable,
    'the end of the recording is missing',
    'slutten av opptaket mangler',
  ],
  ['of a codec not played', bad.codec, 'cannot play the format ProRes', 'kan ikke spille formatet ProRes'],
] as const;

for (const [kind, make, english, norwegian] of warned) {
  test(`a recording that is ${kind} says so in both languages, and can be rated all the same`, async ({
    program,
  }) => {
    const { page } = await program.start();
    await program.drop(make());
    await expect(page.getByRole('alert')).toContainText(english);
    await beginRating(page, 'SK');
    await expect(page.getByRole('alert')).toContainText(english);
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Item 5, 0/ })).toHaveCount(1);
    await page.getByRole('link', { name: 'Back to the session' }).click();
    await speakNorwegian(page);
    await page.getByRole('link', { name: 'Bibliotek' }).click();
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await expect(page.getByRole('alert')).toContainText(norwegian);
  });
}

test('a recording that has moved says so in both languages; the ratings stay usable, and it is found again', async ({
  program,
}) => {
  const { page } = await program.start();
  const file = join(program.folder, 'session.mp4');
  copyFileSync(played['film.mp4'](), file);
  await program.drop(file);
  await beginRating(page, 'SK');
  await page.getByRole('link', { name: 'Back to the session' }).click();
  mkdirSync(join(program.folder, 'elsewhere'));
  const moved = join(program.folder, 'elsewhere', 'session.mp4');
  renameSync(file, moved);

  await page.getByRole('link', { name: 'SK' }).click();
  await expect(page.getByRole('alert')).toContainText('The recording is no longer where it was.');
  await page.keyboard.type('7');
  await page.keyboard.press('r');
  await page.keyboard.press('4');
  await expect(page.locator('[data-item="7"] [aria-checked="true"]')).toHaveText('4');

  await page.getByRole('link', { name: 'Back to the session' }).click();
  await speakNorwegian(page);
  await page.getByRole('link', { name: 'Bibliotek' }).click();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('alert')).toContainText('Opptaket er ikke der det var.');

  // Another file is not taken without a question.
  await program.choose(played['vp8.webm']());
  await page.getByRole('button', { name: 'Finn opptaket …' }).click();
  await expect(page.getByRole('dialog', { name: 'Er dette det samme opptaket?' })).toBeVisible();
  await program.choose(moved);
  await page.getByRole('button', { name: 'Velg en annen fil' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('link', { name: 'SK' }).click();
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(200);
});

test('a recording is found again from the desk, without leaving it', async ({ program }) => {
  const { page } = await program.start();
  const file = join(program.folder, 'session.mp4');
  copyFileSync(played['film.mp4'](), file);
  await program.drop(file);
  await beginRating(page, 'SK');
  await page.getByRole('link', { name: 'Back to the session' }).click();
  const moved = join(program.folder, 'moved.mp4');
  renameSync(file, moved);
  await page.getByRole('link', { name: 'SK' }).click();
  await program.choose(played['vp8.webm']());
  await page.getByRole('button', { name: 'Find the recording …' }).click();
  await expect(page.getByRole('dialog', { name: 'Is this the same recording?' })).toBeVisible();
  await program.choose(moved);
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(200);
});

test('another file in the place of a recording is noticed', async ({ program }) => {
  const { page } = await program.start();
  const file = join(program.folder, 'session.mp4');
  copyFileSync(played['film.mp4'](), file);
  await program.drop(file);
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).first().click();
  copyFileSync(played['film.mov'](), file);
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('alert')).toContainText('is not the one that was added');
});

test('a file that looks like a recording and falls apart inside is refused with a sentence', async ({
  program,
}) => {
  const { page } = await program.start();
  const file = join(program.folder, 'rubbish.mp4');
  writeFileSync(
    file,
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(5000, 7)]),
  );
  await program.drop(file);
  await expect(page.getByText('The file is cut short, and what is left cannot be played.')).toBeVisible();
});

async function speakNorwegian(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('Norwegian', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Innstillinger' })).toBeVisible();
}
