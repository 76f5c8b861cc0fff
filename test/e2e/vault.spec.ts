import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { demoPassphrase, writeDemoKeys } from '../../build/demo/demoKeys';
import { calls } from '../../preload/api';
import { expectAccessible } from './accessible';
import { demoLibrary } from './demoLibrary';
import { newLibrary } from './newLibrary';
import { expect, type Program, test } from './program';
import { goTo, openSolveigs } from './steps';

/** Keys cost work on purpose, and a busy machine takes its time. */
const hard = { timeout: 60_000 };
const passphrase = 'hundrede grønne sykler';
const field = (page: Page) => page.getByRole('textbox', { name: 'Passphrase', exact: true });
const open = (page: Page) => page.getByRole('button', { name: 'Open', exact: true });
const locked = (page: Page) => expect(field(page)).toBeVisible();

async function type(page: Page, secret: string): Promise<void> {
  await field(page).fill(secret);
  await field(page).press('Enter');
}

test('the first start makes a library, and its passphrase and recovery code open it again', async ({
  program,
}) => {
  test.setTimeout(180_000);
  const folder = join(program.folder, 'My library æøå');
  mkdirSync(folder);
  const { page } = await program.start({ upTo: 'entrance' });
  await expect(page.getByRole('heading', { name: 'Welcome to MBT-G Rater' })).toBeVisible();
  const code = await newLibrary(program, page, folder, passphrase);
  await page.evaluate(() => window.api.addRater({ name: 'Solveig', kind: 'supervisor' }));
  await program.close();

  const again = (await program.start({ upTo: 'entrance' })).page;
  await type(again, 'not this one');
  await expect(again.getByText('That is not the passphrase. Try again.')).toBeVisible(hard);
  await type(again, passphrase);
  await expect(again.getByRole('navigation')).toBeVisible(hard);

  await again.keyboard.press('Control+l');
  await locked(again);
  await again.getByRole('button', { name: 'Use the recovery code' }).click();
  await again.getByRole('textbox', { name: 'Recovery code' }).fill('not a code at all');
  await open(again).click();
  await expect(again.getByText('That code does not open the library.')).toBeVisible(hard);
  await again.getByRole('textbox', { name: 'Recovery code' }).fill(code.toLowerCase());
  await open(again).click();
  await again.getByLabel('New passphrase').fill('seks lange trapper hjem');
  // The window begins anew: what was not done is asked for again.
  await again.reload();
  await again.getByLabel('New passphrase').fill('seks lange trapper hjem');
  await again.getByLabel('Type it once more').fill('seks lange trapper hjem');
  await expect(again.getByText(/^(Good|Very good)\.$/)).toBeVisible();
  await again.getByRole('button', { name: 'Use the new passphrase' }).click();
  await expect(again.getByRole('navigation')).toBeVisible(hard);

  await again.getByRole('button', { name: 'Lock', exact: true }).click();
  await locked(again);
  await type(again, passphrase);
  await expect(again.getByText('That is not the passphrase. Try again.')).toBeVisible(hard);
  await type(again, 'seks lange trapper hjem');
  await expect(again.getByRole('navigation')).toBeVisible(hard);
});

test('the passphrase and the recovery code are changed, and the old ones open nothing', async ({
  program,
}) => {
  test.setTimeout(180_000);
  const folder = join(program.folder, 'mine');
  mkdirSync(folder);
  const { page } = await program.start({ upTo: 'entrance' });
  const oldCode = await newLibrary(program, page, folder, passphrase);
  await page.evaluate(() => {
    window.location.hash = '#/safety';
  });
  await page.getByRole('button', { name: 'Change passphrase …' }).click();
  await page.getByLabel('Present passphrase').fill('not this one');
  await page.getByLabel('New passphrase').fill('seks lange trapper hjem');
  await page.getByLabel('Type it once more').fill('seks lange trapper hjem');
  await expect(page.getByText(/^(Good|Very good)\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Use the new passphrase' }).click();
  await expect(page.getByText('That is not the passphrase. Try again.')).toBeVisible(hard);
  await page.getByLabel('Present passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Use the new passphrase' }).click();
  await expect(page.getByText('The passphrase is changed.')).toBeVisible(hard);

  await page.getByRole('button', { name: 'New recovery code …' }).click();
  await page.getByLabel('Present passphrase').fill('seks lange trapper hjem');
  await page.getByRole('button', { name: 'Next' }).click();
  const groups = page.getByTestId('code').first();
  await expect(groups).toBeVisible(hard);
  const code = (await groups.locator('span').allTextContents()).join('-');
  expect(code).not.toBe(oldCode);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByLabel('The last five characters').fill('WRONG');
  await page.getByRole('button', { name: 'Use the new code' }).click();
  await expect(page.getByText('The code does not end like that.')).toBeVisible();
  await page.getByLabel('The last five characters').fill(code.slice(-5));
  await page.getByRole('button', { name: 'Use the new code' }).click();
  await expect(page.getByText('The new code is in use.')).toBeVisible(hard);

  await page.keyboard.press('Control+l');
  await locked(page);
  for (const [secret, outcome] of [
    [{ passphrase }, 'wrong'],
    [{ recoveryCode: oldCode }, 'wrong'],
    [{ recoveryCode: code }, 'open'],
  ] as const) {
    const answer = await page.evaluate((one) => window.api.unlock(one), secret);
    expect(answer).toMatchObject({ ok: true, value: { outcome } });
  }
});

test('four wrong tries make the next one wait, also after a restart, and main itself refuses', async ({
  program,
}) => {
  const library = join(program.folder, 'library');
  await writeDemoKeys(library);
  const start = () => program.start({ upTo: 'entrance', switches: [`--library=${library}`] });
  const { page } = await start();
  for (let time = 0; time < 4; time += 1) {
    await type(page, `wrong ${time}`);
    await expect(page.getByText('That is not the passphrase. Try again.')).toBeVisible(hard);
    await expect(open(page)).not.toHaveAttribute('data-loading');
  }
  await expect(page.getByText(/^You can try again in [1-5] seconds?\.$/)).toBeVisible();
  await expect(open(page)).toBeDisabled();
  await program.close();
  const again = (await start()).page;
  await expect(again.getByText(/^You can try again in [1-5] seconds?\.$/)).toBeVisible();
  const early = await again.evaluate((right) => window.api.unlock({ passphrase: right }), demoPassphrase);
  expect(early).toMatchObject({ ok: true, value: { outcome: 'wrong' } });
  await expect(open(again)).toBeEnabled({ timeout: 15_000 });
  await type(again, demoPassphrase);
  await expect(again.getByRole('navigation')).toBeVisible(hard);
});

test.describe('locking', () => {
  /** In the middle of a rating, at 12:34, with a note that was not saved yet. */
  async function inTheMiddle(program: Program): Promise<Page> {
    const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
    await openSolveigs(page);
    await goTo(page, '0:34');
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /^Item 4, 0/ })
      .first()
      .click();
    await page.keyboard.press('Space');
    await page.keyboard.press('n');
    await page.keyboard.type('Typed in the last moment');
    return page;
  }

  async function expectNothingThere(program: Program): Promise<void> {
    const { app, page } = program.running();
    await locked(page);
    expect(app.windows()).toHaveLength(1);
    const seen = await page.evaluate(() => document.documentElement.outerHTML);
    for (const word of ['Solveig', 'Ingrid', 'Nora', 'Typed in', 'Demo group'])
      expect(seen).not.toContain(word);
    expect(await page.title()).toBe('MBT-G Rater');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      'MBT-G Rater',
    );
    const answered = await page.evaluate(
      async (names) => {
        const closed = [];
        for (const name of names) {
          // Each is asked with nothing, which is malformed for most: none may even look at it.
          const ask = window.api[name as 'library'];
          const heard = await ask().then(
            () => 'answered',
            (error: Error) => error.message,
          );
          if (!heard.includes('No handler registered')) closed.push(name);
        }
        return closed;
      },
      calls.filter((name) => !outside.includes(name)),
    );
    expect(answered).toEqual([]);
    expect(await page.evaluate(() => window.api.backups())).toEqual({ ok: true, value: undefined });
    const dropped = await page.evaluate(() =>
      window.api.linkDropped(new File([], 'x')).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(dropped).toContain('No handler registered');
  }

  /** What can be asked at the lock; nothing of a library is in any answer. */
  const outside = [
    'start',
    'saveSettings',
    'libraryPlace',
    'chooseLibraryPlace',
    'makeLibrary',
    'encryptLibrary',
    'chooseLibrary',
    'leaveLibrary',
    'libraries',
    'turnToLibrary',
    'forgetLibrary',
    'unlock',
    'lock',
    'lockByHand',
    'keychain',
    'tryAgain',
    // They are there for a damaged library, too, whose passphrase was given.
    'backups',
    'makeBackup',
    'previewRestore',
    'restoreBackup',
    'salvage',
    'backUpElsewhere',
    'cancelBackUpElsewhere',
  ];

  async function expectBack(page: Page): Promise<void> {
    await type(page, demoPassphrase);
    await expect(page.getByTestId('clock')).toBeVisible();
    const note = await page.evaluate(async () => {
      const answer = await window.api.rating(location.hash.split('/')[2] ?? '');
      return answer.ok && answer.value?.outcome === 'open' ? answer.value.marks.map((mark) => mark.note) : [];
    });
    expect(note.some((text) => text.includes('Typed in the last moment'))).toBe(true);
  }

  for (const [by, lock] of [
    ['its key, in the middle of a note', (page: Page) => page.keyboard.press('Control+l')],
    [
      'sleep',
      (_: Page, program: Program) =>
        program.running().app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend')),
    ],
    [
      'the screen being locked',
      (_: Page, program: Program) =>
        program.running().app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen')),
    ],
    [
      'ten minutes without input',
      // That the film was paused may be told late, and counts as use: the time passes once more then.
      (page: Page, program: Program) =>
        expect(async () => {
          await program.running().app.evaluate(() => {
            const now = performance.now.bind(performance);
            performance.now = () => now() + 600_000;
          });
          await expect(field(page)).toBeVisible({ timeout: 5000 });
        }).toPass(),
    ],
  ] as const) {
    test(`by ${by} saves what is typed, shows nothing, answers nothing, and comes back there`, async ({
      program,
    }) => {
      const page = await inTheMiddle(program);
      await lock(page, program);
      await expectNothingThere(program);
      await expectBack(page);
    });
  }

  test('closes the window of the picture', async ({ program }) => {
    const { app, page } = await program.start({ switches: [await demoLibrary(program.folder)] });
    await openSolveigs(page);
    await Promise.all([app.waitForEvent('window'), page.keyboard.press('x')]);
    expect(app.windows()).toHaveLength(2);
    await page.keyboard.press('Control+l');
    await expectNothingThere(program);
  });

  test('locks a window that hangs, and shows nothing of it', async ({ program }) => {
    const page = await inTheMiddle(program);
    await page.evaluate(
      () =>
        void setTimeout(() => {
          for (;;);
        }, 50),
    );
    await program.running().app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await expect
      .poll(
        () =>
          program.running().app.evaluate(({ BrowserWindow }) =>
            Promise.race([
              BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
                `document.querySelectorAll('input[type=password]').length`,
              ),
              // A page that hangs never answers, nor does it when it is gone: it is asked again.
              new Promise((silent) => setTimeout(silent, 500)),
            ]),
          ),
        { timeout: 20_000 },
      )
      .toBe(1);
  });

  test('does not happen while a recording plays', async ({ program }) => {
    const { app, page } = await program.start({ switches: [await demoLibrary(program.folder)] });
    await openSolveigs(page);
    await page.keyboard.press('Space');
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.isCurrentlyAudible(),
        ),
      )
      .toBe(true);
    await app.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 600_000;
    });
    // Two looks of the clock that would lock.
    await app.evaluate(() => new Promise((later) => setTimeout(later, 2500)));
    await expect(page.getByTestId('clock')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByTestId('clock')).toBeVisible();
  });
});

test('several libraries are listed, turned to, and taken off the list; a folder that is gone says so', async ({
  program,
}) => {
  test.setTimeout(180_000);
  const [one, other] = [join(program.folder, 'First'), join(program.folder, 'Second')];
  mkdirSync(one);
  mkdirSync(other);
  const { page } = await program.start({ upTo: 'entrance' });
  await newLibrary(program, page, one, passphrase);
  await page.evaluate(() => {
    window.location.hash = '#/safety';
  });
  await page.getByRole('button', { name: 'Lock and open another …' }).click();
  await expect(page.getByRole('heading', { name: 'Which library do you want to open?' })).toBeVisible();
  await newLibrary(program, page, other, passphrase);
  await program.close();

  const again = (await program.start({ upTo: 'entrance' })).page;
  await expect(again.getByText(other)).toBeVisible();
  await again.getByRole('button', { name: 'Another library …' }).click();
  const list = again.getByRole('list', { name: 'Libraries on this machine' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(again, 'several libraries');
  renameSync(other, `${other} moved`);
  await again.reload();
  await expect(list.getByText(`The folder is not there now: ${other}`)).toBeVisible();
  await expectAccessible(again, 'a library whose folder is gone');
  await again.getByRole('button', { name: 'Take Second off the list' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await list.getByRole('button', { name: /^First/ }).click();
  await type(again, passphrase);
  await expect(again.getByRole('navigation')).toBeVisible(hard);
});

for (const colours of ['light', 'dark'] as const) {
  test(`every screen before a library is accessible in ${colours} colours`, async ({ program }) => {
    test.setTimeout(180_000);
    const folder = join(program.folder, 'mine');
    mkdirSync(folder);
    const { page } = await program.start({ upTo: 'entrance' });
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
    await expectAccessible(page, 'welcome');
    await page.getByRole('button', { name: 'Create a library' }).click();
    await expectAccessible(page, 'where');
    await program.choose(folder);
    await page.getByRole('button', { name: 'Another folder …' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('New passphrase').fill('Bergen2024');
    await page.getByLabel('Type it once more').fill('Bergen2023');
    await page.getByRole('button', { name: 'Create the library' }).click();
    await expect(page.getByText('Names are guessed first.')).toBeVisible();
    await expectAccessible(page, 'a passphrase that is refused');
    await page.getByLabel('New passphrase').fill(passphrase);
    await page.getByLabel('Type it once more').fill(passphrase);
    await expect(page.getByText('Good.', { exact: true })).toBeVisible();
    await expectAccessible(page, 'a passphrase that is good');
    await page.getByRole('button', { name: 'Create the library' }).click();
    await expect(page.getByTestId('code').first()).toBeVisible(hard);
    await expectAccessible(page, 'the recovery code');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'Open the library' }).click();
    await expectAccessible(page, 'proving it');
    const code = await page.evaluate(() => window.api.recoveryCode());
    await page.getByLabel('The last five characters').fill(code.ok ? (code.value?.slice(-5) ?? '') : '');
    await page.getByRole('button', { name: 'Open the library' }).click();
    await expect(page.getByRole('navigation')).toBeVisible(hard);
    await page.evaluate(() => {
      window.location.hash = '#/safety';
    });
    await expect(page.getByText('This machine has no keychain')).toBeVisible();
    await expectAccessible(page, 'the lock in the settings');
    await page.getByRole('button', { name: 'Change passphrase …' }).click();
    await expectAccessible(page, 'changing the passphrase');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New recovery code …' }).click();
    await expectAccessible(page, 'a new recovery code');
    await page.keyboard.press('Control+l');
    await locked(page);
    await expectAccessible(page, 'the lock');
    await type(page, 'wrong');
    await expect(page.getByText('That is not the passphrase. Try again.')).toBeVisible(hard);
    await expectAccessible(page, 'a wrong passphrase');
    await page.getByRole('button', { name: 'Use the recovery code' }).click();
    await expectAccessible(page, 'the lock, by recovery code');
  });
}
