import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { demoStore } from '../../build/demo/demoStore.ts';
import { fingerprintOf } from '../../main/media/fingerprint.ts';
import { played } from '../fixtures/media';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { playerTime } from './steps';

/** Three moments of Solveig's, of which the first is a stretch: what their notes begin with, in order of time. */
const three = ['Bremser og går tilbake', 'Stanser bemerkningen rolig', 'Griper stillheten'] as const;

/** The results of a session that Solveig alone has rated. */
async function openResults(program: Program, library?: string): Promise<Page> {
  const { page } = await program.start({ switches: [library ?? (await demoLibrary(program.folder))] });
  await page.evaluate(async () => {
    await window.api.saveSettings({ preRollMs: 2000 });
    const asked = { sought: '2026-10-05', groupId: null, waiting: false, from: 0, count: 1 };
    const answer = await window.api.sessions(asked);
    if (!answer.ok) throw new Error('the library does not answer');
    window.location.hash = `#/results/${answer.value.rows[0]?.id}`;
    window.location.reload();
  });
  await expect(rows(page).first()).toBeVisible();
  return page;
}

const rows = (page: Page) => page.getByRole('grid', { name: 'Moments' }).getByRole('row');
const row = (page: Page, note: string) => rows(page).filter({ hasText: note }).first();
const playlist = (page: Page) => page.getByRole('dialog', { name: 'Playlist' });
const place = (page: Page) => playlist(page).getByText(/^\d+ of \d+$/);
const moment = (page: Page) => playlist(page).getByRole('region', { name: 'This moment' });

async function playThree(page: Page): Promise<void> {
  for (const note of three) await row(page, note).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Play the 3 chosen moments' }).click();
  await expect(place(page)).toHaveText('1 of 3');
}

/** Plays as ever, only faster: what is over sooner is looked at sooner. */
const hurry = (page: Page) =>
  page.evaluate(() => {
    const film = document.querySelector('video');
    if (film !== null) film.playbackRate = 4;
  });

/** That the film really goes on from here, in this stretch. */
async function expectPlaying(page: Page, fromMs: number, toMs: number): Promise<void> {
  const inside = (at: number) => at > fromMs && at < toMs;
  await expect.poll(async () => inside(await playerTime(page))).toBe(true);
  const at = await playerTime(page);
  await expect.poll(() => playerTime(page)).toBeGreaterThan(at + 300);
}

/** Points the session's recording to another file, as if somebody had moved it. */
async function relinkTo(folder: string, path: string, fingerprint: string, picture: boolean): Promise<void> {
  const store = demoStore(join(folder, 'demo'));
  const sought = { sought: '2026-10-05', groupId: null, waiting: false, from: 0, count: 1 };
  const [session] = store.library.sessions(sought, undefined).rows;
  const recording = store.recordings.ofSession(session?.id ?? '');
  if (recording === undefined) throw new Error('the demo library has no recording');
  store.recordings.relink(recording.id, { ...recording, path, name: 'session', fingerprint, picture });
  store.close();
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, what).toEqual([]);
}

test('a moment plays from its pre-roll when it is pressed, and its note is shown in full', async ({
  program,
}) => {
  const page = await openResults(program);
  await row(page, three[1]).click();
  await expectPlaying(page, 114_854, 130_000);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Stanser bemerkningen rolig, uten å ydmyke Per.')).toHaveCount(2);
});

test('a moment opens the rating that it comes from, there', async ({ program }) => {
  const page = await openResults(program);
  await row(page, three[1]).click();
  await page.getByRole('link', { name: 'Open the rating at this moment' }).click();
  await expect(page.getByTestId('clock')).toHaveText('00:01:56.8');
  await expect.poll(() => playerTime(page)).toBeCloseTo(116_854, -1);
});

test('three chosen moments play one after the other, with their item and note, over the whole screen', async ({
  program,
}) => {
  const page = await openResults(program);
  await playThree(page);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.ariaLabel)).toBe('Playlist');

  await expect(moment(page)).toContainText('18 ');
  await expect(moment(page)).toContainText(three[0]);
  await expect(moment(page)).toContainText('Missed opportunity');
  await expectPlaying(page, 47_002, 65_653);
  await hurry(page);
  await expect(playlist(page).getByRole('button', { name: 'Go on' })).toBeVisible();
  const end = await playerTime(page);
  expect(end).toBeGreaterThanOrEqual(65_653);
  expect(end).toBeLessThan(68_000);

  await expect(place(page)).toHaveText('2 of 3');
  await expect(moment(page)).toContainText(three[1]);
  await expectPlaying(page, 114_854, 136_854);
  await hurry(page);

  await expect(place(page)).toHaveText('3 of 3');
  await expect(moment(page)).toContainText(three[2]);
  await expectPlaying(page, 120_171, 142_171);
  await hurry(page);
  await expect(playlist(page).getByText('That was the last moment.')).toBeVisible();
  await playlist(page).getByRole('button', { name: 'Close the playlist' }).first().click();
  await expect(playlist(page)).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await expect(row(page, three[2])).toHaveAttribute('aria-current', 'true');
});

test('the playlist goes by keys alone: choose, play, skip, back, repeat, pause, hold, hide the list, leave', async ({
  program,
}) => {
  const page = await openResults(program);
  await rows(page).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play the 2 chosen moments' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play the 3 chosen moments' }).focus();
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('1 of 3');
  await page.keyboard.press('ArrowRight');
  await expect(place(page)).toHaveText('2 of 3');
  await page.keyboard.press('n');
  await expect(place(page)).toHaveText('3 of 3');
  await page.keyboard.press('ArrowLeft');
  await expect(place(page)).toHaveText('2 of 3');
  const begins = 12_170 - 2000;
  await expectPlaying(page, begins + 1000, begins + 22_000);
  const before = await playerTime(page);
  await page.keyboard.press('r');
  await expect.poll(() => playerTime(page)).toBeLessThan(before);
  await page.keyboard.press('Space');
  await expect(playlist(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(playlist(page).getByRole('button', { name: 'Pause' })).toBeVisible();

  await expect(playlist(page).getByRole('navigation')).toBeVisible();
  await page.keyboard.press('l');
  await expect(playlist(page).getByRole('navigation')).toHaveCount(0);

  await page.keyboard.press('s');
  await expect(playlist(page).getByRole('switch', { name: 'Stop after each' })).toBeChecked();
  await hurry(page);
  await expect(playlist(page).getByRole('button', { name: 'Go on' })).toBeVisible();
  await expect(playlist(page).getByRole('button', { name: 'Wait' })).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(place(page)).toHaveText('3 of 3');
  await page.keyboard.press('ArrowRight');
  await expect(playlist(page).getByText('That was the last moment.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playlist(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play the 3 chosen moments' })).toBeFocused();
});

test('F leaves full screen and keeps the playlist; the way out that the system has leaves both', async ({
  program,
}) => {
  const page = await openResults(program);
  const full = () => page.evaluate(() => document.fullscreenElement !== null);
  await playThree(page);
  await expect.poll(full).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(full).toBe(false);
  await expect(playlist(page).getByRole('button', { name: 'Fill the screen' })).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(full).toBe(true);
  await expect(playlist(page).getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  // As Escape does, of which the page is told only what came of it.
  await page.evaluate(() => document.exitFullscreen());
  await expect(playlist(page)).toHaveCount(0);
});

test('where full screen is refused, the playlist fills the window', async ({ program }) => {
  const page = await openResults(program);
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
  });
  await playThree(page);
  await expectPlaying(page, 47_002, 65_653);
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const inner = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(await playlist(page).boundingBox()).toMatchObject({
    ...(window.width > 0 ? window : inner),
    x: 0,
    y: 0,
  });
});

test('a recording that is gone gives its sentence, and the list stays', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  await relinkTo(program.folder, join(program.folder, 'gone.mp4'), '0'.repeat(64), true);
  const page = await openResults(program, library);
  await expect(page.getByRole('alert')).toContainText('The recording is no longer where it was.');
  await expect(page.getByRole('button', { name: /^Play these/ })).toBeDisabled();
  await row(page, three[0]).click();
  await expect(page.getByText('Bremser og går tilbake til søndagen.')).toHaveCount(2);
});

test('sound alone plays as well, and a moment beyond its end says so', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const file = played['sound.mp3']();
  await relinkTo(program.folder, file, await fingerprintOf(file), false);
  const page = await openResults(program, library);
  await rows(page).first().click();
  await expect(page.getByText('Sound recording')).toBeVisible();
  await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
  await playThree(page);
  await expect(playlist(page).getByText('This moment lies beyond the end of the recording.')).toBeVisible();
  await expect(place(page)).toHaveText('3 of 3');
});

for (const colours of ['light', 'dark'] as const) {
  test(`the list and the playlist are accessible in ${colours} colours`, async ({ program }) => {
    const page = await openResults(program);
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await row(page, three[0]).click();
    await expectAccessible(page, 'moments');
    await playThree(page);
    await page.keyboard.press('Space');
    await expectAccessible(page, 'playlist');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(playlist(page).getByText('That was the last moment.')).toBeVisible();
    await expectAccessible(page, 'playlist at its end');
  });
}
