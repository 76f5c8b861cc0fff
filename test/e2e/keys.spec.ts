import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, type Running, test } from './program';
import { openSolveigs } from './steps';

async function openDesk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click();
  await openSolveigs(page);
}

async function start(program: Program): Promise<Running> {
  return program.start({ switches: [await demoLibrary(program.folder)] });
}

const playing = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });
const paused = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });
const keyList = (page: Page) => page.getByRole('dialog', { name: 'Keys' });
const keyOf = (page: Page, action: string) =>
  keyList(page)
    .locator('dl > div', { has: page.getByRole('definition').and(page.getByText(action, { exact: true })) })
    .getByRole('term');

/** Nothing happened by a key when the next one, which shows, finds things as they were. */
async function expectStillPaused(page: Page): Promise<void> {
  await page.keyboard.type('1');
  await expect(page.getByRole('status').filter({ hasText: /^1\D/ })).toBeVisible();
  await expect(paused(page)).toBeVisible();
  await page.keyboard.press('Escape');
}

test('a key is taken from another action only when asked for, works at once and after a restart', async ({
  program,
}) => {
  let { page } = await start(program);
  await page.getByRole('link', { name: 'Settings' }).click();
  const space = page.getByRole('button', { name: 'Change Space for play or pause' });
  await space.click();
  await page.keyboard.press('m');
  await expect(page.getByText('M is the key for “missed opportunity”.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(space).toBeFocused();
  await expect(page.getByRole('button', { name: 'Change M for missed opportunity' })).toBeVisible();

  await space.click();
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Take it from there' }).click();
  await expect(page.getByRole('button', { name: 'Change M for play or pause' })).toBeFocused();
  await expect(page.getByText('play or pause: M or K. missed opportunity: no key.')).toBeVisible();

  for (const round of ['at once', 'after a restart']) {
    await test.step(round, async () => {
      await openDesk(page);
      await page.keyboard.press('Space');
      await expectStillPaused(page);
      await page.keyboard.press('m');
      await expect(playing(page)).toBeVisible();
      await page.keyboard.press('k');
      await expect(paused(page)).toBeVisible();
      await expect(page.getByRole('button', { name: /^Missed/ })).toHaveText('Missed');
      await page.keyboard.press('?');
      await expect(keyOf(page, 'play or pause')).toHaveText('M or K');
      await expect(keyOf(page, 'missed opportunity')).toHaveText('no key');
      await program.close();
      ({ page } = await program.start({ switches: [`--library=${join(program.folder, 'demo')}`] }));
    });
  }

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Reset all keys' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset all keys' }).click();
  await expect(page.getByRole('button', { name: 'Change Space for play or pause' })).toBeVisible();
  await openDesk(page);
  await page.keyboard.press('Space');
  await expect(playing(page)).toBeVisible();
});

test('a key is changed, added and removed by keyboard alone', async ({ program }) => {
  const { page } = await start(program);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Search by action or key' }).focus();
  await page.keyboard.type('go to time');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Change Ctrl+G for go to time' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter has a fixed task. Choose another key.')).toBeVisible();
  await page.keyboard.press('Shift+F9');
  const changed = page.getByRole('button', { name: 'Change Shift+F9 for go to time' });
  await expect(changed).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F10');
  await expect(page.getByRole('button', { name: 'Change F10 for go to time' })).toBeVisible();
  await changed.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Remove Shift+F9' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(changed).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Change F10 for go to time' })).toBeFocused();
  await page.getByRole('button', { name: 'Reset the key for go to time' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Change Ctrl+G for go to time' })).toBeVisible();
});

test('keys go by their place: å and a dead key change the speed, and ? is wherever it is printed', async ({
  program,
}) => {
  const { page } = await start(program);
  await openDesk(page);
  const speed = page.getByRole('button', { name: /^Speed/ });
  await press(page, { code: 'BracketLeft', key: 'å' });
  await expect(speed).toHaveText('0.75×');
  await press(page, { code: 'BracketRight', key: 'Dead' });
  await expect(speed).toHaveText('1×');
  await press(page, { code: 'Minus', key: '?', shiftKey: true });
  await expect(keyList(page)).toBeVisible();
});

test('keys are called as they are printed on the keyboard', async ({ program }) => {
  const { page } = await start(program);
  await page.addInitScript(() => {
    const layout = new Map([
      ['BracketLeft', 'å'],
      ['Backslash', "'"],
    ]);
    Object.defineProperty(navigator, 'keyboard', { value: { getLayoutMap: async () => layout } });
  });
  await page.reload();
  await openDesk(page);
  await page.keyboard.press('F1');
  await expect(keyOf(page, 'slower')).toHaveText('Å');
  await expect(keyOf(page, 'normal speed')).toHaveText("'");
});

test('AltGr types @ in a note and means nothing on the desk', async ({ program }) => {
  const { page } = await start(program);
  await openDesk(page);
  const note = page.getByRole('textbox', { name: 'Note on item 1' });
  await note.click();
  // Windows sends Ctrl and Alt along with AltGr.
  const devTools = await page.context().newCDPSession(page);
  const key = { code: 'Digit2', key: '@', windowsVirtualKeyCode: 50 };
  await devTools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers: 1 | 2, ...key });
  await devTools.send('Input.dispatchKeyEvent', { type: 'char', ...key, text: '@' });
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers: 1 | 2, ...key });
  await expect(note).toHaveValue('@');
  await page.keyboard.press('Escape');
  for (const held of [{ ctrlKey: true, altKey: true }, {}]) {
    await press(page, { code: 'KeyK', key: 'ĸ', modifierAltGraph: true, ...held });
    await press(page, { code: 'Digit2', key: '@', modifierAltGraph: true, ...held });
  }
  await expectStillPaused(page);
});

test('F1 shows the keys from a note as well, where ? is text', async ({ program }) => {
  const { page } = await start(program);
  await openDesk(page);
  const note = page.getByRole('textbox', { name: 'Note on item 1' });
  await note.click();
  await page.keyboard.type('Why?');
  await expect(note).toHaveValue('Why?');
  await page.keyboard.press('F1');
  await expect(keyList(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note).toBeFocused();
});

for (const language of ['en', 'nb'] as const) {
  test(`the list of keys is printed on one page, black on white, in ${language}`, async ({ program }) => {
    const { app, page } = await start(program);
    await page.evaluate((words) => window.api.saveSettings({ colours: 'dark', language: words }), language);
    await page.reload();
    await page.getByRole('link', { name: /Solveig K\. 11 (of|av) 19/ }).click();
    await expect(page.getByTestId('clock')).toBeVisible();
    await page.keyboard.press('F1');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();

    const file = join(program.folder, 'keys.pdf');
    await answerSaveDialog(app, file);
    const save = dialog.getByRole('button', { name: /PDF/ });
    await save.click();
    await expect(dialog.getByRole('status')).toHaveText(/^(The PDF is saved|PDF-en er lagret)\.$/);
    const pdf = readFileSync(file, 'latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    // A4 in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);

    await page.emulateMedia({ media: 'print' });
    await expect(page.getByTestId('clock')).toBeHidden();
    await expect(save).toBeHidden();
    await expect(dialog.getByRole('term').last()).toBeVisible();
    expect(
      await dialog.evaluate((sheet) => [
        getComputedStyle(sheet).color,
        getComputedStyle(sheet).backgroundColor,
      ]),
    ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
}

test('where nothing can be printed or written, it is said, and the window goes on', async ({ program }) => {
  const { app, page } = await start(program);
  await openDesk(page);
  await page.keyboard.press('F1');
  const said = keyList(page).getByRole('status');
  await answerSaveDialog(app, join(program.folder, 'no such folder', 'keys.pdf'));
  await page.getByRole('button', { name: 'Save as PDF …' }).click();
  await expect(said).toHaveText('It could not be written there. Choose another place.');
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.getPrintersAsync = async () => [];
  });
  await page.getByRole('button', { name: 'Print …' }).click();
  await expect(said).toHaveText('No printer was found. Save it as a PDF instead.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(playing(page)).toBeVisible();
});

type Key = Pick<KeyboardEventInit, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'modifierAltGraph'>;

async function press(page: Page, key: Key): Promise<void> {
  await page.evaluate(
    (init) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
    key,
  );
}

const answerSaveDialog = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
