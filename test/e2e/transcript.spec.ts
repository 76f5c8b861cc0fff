import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { played } from '../fixtures/media';
import { expect, type Program, test } from './program';
import { beginRating, playerTime } from './steps';

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const vtt = `WEBVTT

00:02.000 --> 00:04.500
<v Ingrid>Velkommen, alle sammen.

00:05.000 --> 00:07.000
<v Per>${hostile}

00:08.000 --> 00:09.500
<v Ingrid>Hva skjedde med Åse da?

00:12.000 --> 00:14.000
<v Per>Jeg ble lei meg.
`;

function written(program: Program, name: string, content: string | Uint8Array): string {
  const file = join(program.folder, name);
  writeFileSync(file, content);
  return file;
}

/** A session with a recording, and its page on screen. */
async function openSession(program: Program): Promise<Page> {
  const { page } = await program.start();
  await program.drop(played['film.mp4']());
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  return page;
}

const card = (page: Page) => page.getByRole('region', { name: 'Transcript' });
const list = (page: Page) => page.getByRole('grid', { name: 'Transcript' });
const row = (page: Page, words: string | RegExp) => list(page).getByRole('row').filter({ hasText: words });

async function openDesk(program: Program, text = vtt): Promise<Page> {
  const page = await openSession(program);
  await program.choose(written(program, 'session.vtt', text));
  await card(page).getByRole('button', { name: 'Import transcript …' }).click();
  await expect(card(page).getByText('session.vtt')).toBeVisible();
  await beginRating(page, 'SK');
  await page.keyboard.press('v');
  await expect(list(page)).toBeVisible();
  return page;
}

test('a transcript is imported, survives a restart, and is replaced and removed after a question', async ({
  program,
}) => {
  let page = await openSession(program);
  await program.choose(written(program, 'session.vtt', vtt));
  await card(page).getByRole('button', { name: 'Import transcript …' }).click();
  await expect(card(page).getByText('4 passages · 2 speakers')).toBeVisible();

  await program.close();
  ({ page } = await program.start());
  await page.getByRole('row').getByRole('link').first().click();
  await expect(card(page).getByText('4 passages · 2 speakers')).toBeVisible();

  // SubRip of a program that writes Windows-1252, one passage damaged.
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\nBl\xe5b\xe6r\r\n\r\n2\r\n00:00:xx --> 00:00:04\r\nNei.\r\n';
  await program.choose(written(program, 'other.srt', Buffer.from(srt, 'latin1')));
  await card(page).getByRole('button', { name: 'Replace …' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(card(page).getByText('session.vtt')).toBeVisible();
  await card(page).getByRole('button', { name: 'Replace …' }).click();
  await page.getByRole('button', { name: 'Choose another file …' }).click();
  await expect(card(page).getByText('other.srt')).toBeVisible();
  await expect(page.getByText('1 passage could not be read, in line 6.')).toBeVisible();

  await card(page).getByRole('button', { name: 'Remove …' }).click();
  await page.getByRole('button', { name: 'Remove the transcript' }).click();
  await expect(card(page).getByText('No transcript yet.')).toBeVisible();
});

test('a file that is no transcript is refused with a sentence, and nothing changes', async ({ program }) => {
  const page = await openSession(program);
  await program.choose(played['film.mp4']());
  await card(page).getByRole('button', { name: 'Import transcript …' }).click();
  await expect(page.getByText('The file is not text but, for example, a PDF')).toBeVisible();
  await expect(card(page).getByText('No transcript yet.')).toBeVisible();
});

test('a transcript dropped on its session is imported there, and elsewhere it is asked where it belongs', async ({
  program,
}) => {
  const page = await openSession(program);
  const file = written(program, 'dropped.vtt', vtt);
  await program.drop(file);
  await expect(card(page).getByText('dropped.vtt')).toBeVisible();
  await program.drop(file);
  await expect(page.getByRole('dialog', { name: 'Replace the transcript?' })).toBeVisible();
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name: 'Library' }).first().click();
  await program.drop(file);
  await expect(page.getByText('Open the session first')).toBeVisible();
});

test('what is said is followed, played from, and stays text whatever it looks like', async ({ program }) => {
  const page = await openDesk(program);
  await expect(row(page, hostile)).toHaveCount(1);
  expect(await page.locator('img[src="x"], main script').count()).toBe(0);

  await row(page, 'Hva skjedde').click();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await expect.poll(() => playerTime(page)).toBeGreaterThan(8000);
  expect(await playerTime(page)).toBeLessThan(10_000);
  await expect(row(page, 'Hva skjedde')).toHaveAttribute('aria-current', 'true');
  await expect(row(page, 'lei meg')).toHaveAttribute('aria-current', 'true');

  // The keys of the desk go on working where the list has the focus.
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(row(page, hostile)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => playerTime(page)).toBeLessThan(8000);
  await page.keyboard.press('k');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('captions stand on the picture, and the sound goes on when only the transcript is shown', async ({
  program,
}) => {
  const page = await openDesk(program);
  await page.keyboard.press('Shift+V');
  await row(page, 'Velkommen').click();
  await expect(page.getByTestId('captions')).toHaveText('IngridVelkommen, alle sammen.');
  await page.keyboard.press('v');
  await expect(page.locator('video')).toBeHidden();
  const before = await playerTime(page);
  await expect.poll(() => playerTime(page)).toBeGreaterThan(before + 300);
  await page.keyboard.press('v');
  await expect(page.locator('video')).toBeVisible();
  await expect(list(page)).toHaveCount(0);
});

test('a search goes from place to place', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ÅSE');
  await expect(page.getByText('1 match')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect(page.locator('mark')).toHaveText('Åse');
});

test('passages chosen by keyboard become a stretch on the item that is typed', async ({ program }) => {
  const page = await openDesk(program);
  await row(page, hostile).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 12, 0/ })).toHaveCount(1);
  // Nothing that was said is copied unless one wants it.
  await expect(page.getByRole('textbox', { name: 'Note on the mark' })).toHaveValue('');
  await page.keyboard.press('6');
  const quality = page.getByRole('radiogroup', { name: 'Quality of the mark' });
  await expect(quality.getByRole('radio', { checked: true })).toHaveText('6');
  const marks = await marksOf(page);
  expect(marks).toMatchObject([{ item: 12, atMs: 5000, endMs: 9500, quality: 6, note: '' }]);
});

test('words chosen by the mouse become a stretch, with the words as its note when that is wanted', async ({
  program,
}) => {
  const page = await openDesk(program);
  const [from, to] = [
    await page.getByText('Hva skjedde med Åse da?').boundingBox(),
    await page.getByText('Jeg ble lei meg.').boundingBox(),
  ];
  if (from === null || to === null) throw new Error('the words are not on screen');
  await page.mouse.move(from.x + 2, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 1, to.y + 8, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('checkbox', { name: 'with the words as note' }).click();
  await page.getByRole('textbox', { name: 'Number of the item' }).fill('4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 4, 0/ })).toHaveCount(1);
  expect(await marksOf(page)).toMatchObject([
    { item: 4, atMs: 8000, endMs: 14_000, note: 'Hva skjedde med Åse da?\nJeg ble lei meg.' },
  ]);
});

test('fifty thousand passages stay quick to look through', async ({ program }) => {
  const stamp = (ms: number) => new Date(ms).toISOString().slice(11, 23);
  const many = Array.from(
    { length: 50_000 },
    (_, at) => `${stamp(at * 100)} --> ${stamp(at * 100 + 90)}\n<v P${at % 9}>Passage ${at} of many.`,
  );
  const page = await openDesk(program, `WEBVTT\n\n${many.join('\n\n')}\n`);
  await expect(row(page, 'Passage 0 of')).toBeVisible();
  expect(await list(page).getByRole('row').count()).toBeLessThan(500);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('passage 43210 of');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Passage 43210 of')).toBeInViewport();
  await list(page).hover();
  await page.mouse.wheel(0, 3000);
  await expect(row(page, 'Passage 43210 of')).not.toBeInViewport();
  expect(await list(page).getByRole('row').count()).toBeLessThan(500);
});

/** The marks of the rating on screen, as the record has them. */
async function marksOf(page: Page) {
  return page.evaluate(async () => {
    const answer = await window.api.rating(window.location.hash.split('/').at(-1) ?? '');
    return answer.ok && answer.value?.outcome === 'open' ? answer.value.marks : undefined;
  });
}
