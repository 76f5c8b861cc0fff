import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect } from '../../db/open.ts';
import { demoLibrary } from './demoLibrary';
import { expect, test } from './program';
import { openSolveigs } from './steps';

const wrongFiles = [
  [
    'from a newer version',
    (file: string) => {
      const db = connect(file, demoKeys.database);
      db.pragma('application_id = 1296192583');
      db.pragma('user_version = 999');
      db.close();
    },
    'Install that version and open the library again.',
    'Installer den versjonen, og åpne biblioteket igjen.',
  ],
  [
    'that is no database',
    (file: string) => writeFileSync(file, 'This is a letter that somebody put here by mistake. '.repeat(100)),
    'Part of the library is damaged',
    'En del av biblioteket er skadet',
  ],
] as const;

for (const [kind, make, english, norwegian] of wrongFiles) {
  test(`a library ${kind} is left alone, and the window says what to do in both languages`, async ({
    program,
  }) => {
    mkdirSync(join(program.folder, 'library'));
    make(join(program.folder, 'library', 'record.db'));
    const { page } = await program.start();
    await expect(page.getByText(english)).toBeVisible();
    await program.close();
    const { page: again } = await program.start({ language: 'nb' });
    await expect(again.getByText(norwegian)).toBeVisible();
  });
}

test('the language switches without a restart and stays', async ({ program }) => {
  const { page } = await program.start({ language: 'nb' });
  await expect(page.getByRole('heading', { name: 'Her kommer møtene dine' })).toBeVisible();
  await page.getByRole('link', { name: 'Innstillinger' }).click();
  await page.getByText('Engelsk').click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await program.close();
  const { page: again } = await program.start({ language: 'nb' });
  await expect(again.getByRole('heading', { name: 'Your sessions will be here' })).toBeVisible();
});

test('marks are edited, deleted, undone and redone, also after a restart', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  let { page } = await program.start({ switches: [library] });
  const open = async () => {
    await openSolveigs(page);
  };
  const twelve = () => page.getByRole('button', { name: /^Item 12, 0/ });
  await open();
  await page.keyboard.press('b');
  await page.keyboard.press('m');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(twelve()).toHaveCount(1);
  await page.keyboard.press('6');
  await expect(page.getByRole('checkbox', { name: 'Missed opportunity' })).toBeChecked();
  await expect(
    page.getByRole('radiogroup', { name: 'Quality of the mark' }).getByRole('radio', { checked: true }),
  ).toHaveText('6');

  await page.keyboard.press('Delete');
  await expect(twelve()).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(twelve()).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(twelve()).toHaveCount(0);

  await program.close();
  ({ page } = await program.start({ switches: [library] }));
  await open();
  await expect(twelve()).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(twelve()).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await twelve().click();
  await expect(
    page.getByRole('radiogroup', { name: 'Quality of the mark' }).getByRole('radio', { checked: true }),
  ).toHaveText('6');
});

test('a note that was being written when the window was closed is kept', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  let { app, page } = await program.start({ switches: [library] });
  await page.getByRole('link', { name: /Solveig K\. 11 of 19/ }).click();
  await page.getByRole('textbox', { name: 'Note on item 1' }).click();
  await page.keyboard.type('Clears up the frame with Tor.');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await program.close();
  ({ app, page } = await program.start({ switches: [library] }));
  await page.getByRole('link', { name: /Solveig K\. 11 of 19/ }).click();
  await expect(page.getByRole('textbox', { name: 'Note on item 1' })).toHaveValue(
    'Clears up the frame with Tor.',
  );
});

test('a disk error while saving is told, and the window keeps what was there', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ switches: [library] });
  await openSolveigs(page);
  const lock = connect(join(program.folder, 'demo', 'record.db'), demoKeys.database);
  lock.exec('begin immediate');
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Another program has locked the library.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: /^Item 13, 0/ })).toHaveCount(0);
  lock.exec('rollback');
  lock.close();
  await page.keyboard.type('13');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 13, 0/ })).toHaveCount(1);
});
