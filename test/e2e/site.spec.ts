import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { beginRating, openSolveigs } from './steps';

async function openSite(program: Program, language: 'nb' | 'en' = 'en'): Promise<Page> {
  const { page } = await program.start({ language, switches: [await demoLibrary(program.folder)] });
  await page.getByRole('link', { name: language === 'en' ? 'Settings' : 'Innstillinger' }).click();
  await page.getByRole('link', { name: language === 'en' ? 'Open' : 'Åpne', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    language === 'en' ? 'Scale and phases' : 'Skala og faser',
  );
  return page;
}

async function newRating(page: Page, rater: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('link', { name: '29 Oct 2026' }).click();
  await beginRating(page, rater);
}

const card = (page: Page, item: number) => page.locator(`section[data-item="${item}"]`);

test('a new edition is used by new ratings, the sheet follows it, and old ratings keep theirs', async ({
  program,
}) => {
  const page = await openSite(program);
  await page.getByRole('button', { name: 'New edition' }).click();
  const dialog = page.getByRole('dialog', { name: 'New edition' });
  await dialog.getByLabel('Name').fill('Our edition');
  for (const item of [6, 7, 8])
    await dialog.getByRole('checkbox', { name: `${item}: Adherence`, exact: true }).uncheck();
  await dialog.getByRole('checkbox', { name: '9: No occasion', exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('radio', { name: 'Our edition' }).click();
  await expect(page.getByRole('radio', { name: 'Our edition' })).toBeChecked();

  await newRating(page, 'New rater');
  // By keyboard through the items without adherence: their quality comes first, and they are done with it.
  await page.keyboard.type('5');
  await page.keyboard.press('r');
  await expect(page.locator('[data-item="5"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  for (const item of [6, 7, 8]) {
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-item="${item}"] [data-part="quality"] [tabindex="0"]`)).toBeFocused();
    await expect(card(page, item).getByRole('radiogroup', { name: 'Adherence' })).toHaveCount(0);
    await page.keyboard.press('5');
  }
  await expect(page.getByText('4 of 19 items')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-item="9"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();
  await expect(card(page, 9).getByRole('checkbox', { name: 'No occasion' })).toHaveCount(0);
  await page.keyboard.press('0');
  await expect(page.locator('[data-item="9"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();
  await expect(page.getByText('4 of 19 items')).toBeVisible();

  // The rating that was begun before has all of the scale.
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await page.getByRole('combobox', { name: 'Who rates?' }).click();
  await page.getByRole('option', { name: 'Solveig K.' }).click();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  await page.keyboard.type('6');
  await page.keyboard.press('r');
  await expect(page.locator('[data-item="6"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();

  // An edition that a rating follows stays as it is.
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  const row = page.getByRole('row', { name: /Our edition/ });
  await expect(row).toContainText('1 rating');
  await row.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 rating follows this edition');
  await expect(page.getByRole('checkbox', { name: '6: Adherence', exact: true })).toBeDisabled();
});

test('a text pack is told what is wrong with it, and shows in the sheet when it is right', async ({
  program,
}) => {
  const page = await openSite(program);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  const dialog = page.getByRole('dialog');

  await row('English').getByRole('button', { name: 'Paste' }).click();
  const rows = ['Item\tLevel\tText', '1\t4\tThe fourth of one', '20\t1\tNo such item', '1\t8\tNo such level'];
  await dialog.getByLabel('The text').fill([...rows, '1\t4\tThe fourth again'].join('\n'));
  await dialog.getByRole('button', { name: 'Look it over' }).click();
  await expect(dialog.getByText('Line 3: item “20” does not exist; items go from 1 to 19.')).toBeVisible();
  await expect(dialog.getByText('Line 4: level “8” does not exist; levels go from 1 to 7.')).toBeVisible();
  await expect(dialog.getByText('Item 1, level 4 is there twice (lines 2 and 5).')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Use it' })).toHaveCount(0);

  const all = Array.from(
    { length: 7 },
    (_, index) => `1\t${index + 1}\tText of level ${index + 1} <b>as is</b>`,
  );
  await dialog.getByLabel('The text').fill(all.join('\n'));
  await dialog.getByLabel('Name of the pack').fill('Our manual');
  await dialog.getByRole('button', { name: 'Look it over' }).click();
  await expect(dialog).toContainText('7 of 133 texts');
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(row('English')).toContainText('Our manual');

  // The Norwegian one comes from a file: first a broken one, then the exported form of the English one, translated.
  const file = join(program.folder, 'pack.json');
  writeFileSync(file, '{\n  "format": oops\n}');
  await program.choose(file);
  await row('Norwegian').getByRole('button', { name: 'From a file' }).click();
  await expect(dialog.getByText('Line 2, character 13: from here it is not JSON.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const exported = join(program.folder, 'exported.json');
  await program.save(exported);
  await row('English').getByRole('button', { name: 'Save as file' }).click();
  await expect(page.getByText('The text pack is saved.')).toBeVisible();
  const translated = readFileSync(exported, 'utf8')
    .replace('"en"', '"nb"')
    .replace('Our manual', 'Manualen vår')
    .replaceAll('Text of level', 'Tekst for nivå');
  writeFileSync(file, translated);
  await row('Norwegian').getByRole('button', { name: 'From a file' }).click();
  await dialog.getByRole('button', { name: 'Use it' }).click();
  await expect(row('Norwegian')).toContainText('Manualen vår');

  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('link', { name: /Solveig K\. 11 of 19/ }).click();
  // Item 1 has quality 5.
  await expect(card(page, 1).getByText('Text of level 5 <b>as is</b>')).toBeVisible();
  const height = (await card(page, 1).boundingBox())?.height;
  await card(page, 1)
    .getByRole('radiogroup', { name: 'Quality' })
    .getByRole('radio', { name: '2', exact: true })
    .hover();
  await expect(card(page, 1).getByText('Text of level 2 <b>as is</b>')).toBeVisible();
  expect((await card(page, 1).boundingBox())?.height).toBe(height);

  await page.keyboard.press('w');
  const panel = page.getByRole('region', { name: 'The levels of item 1' });
  await expect(panel.getByRole('term')).toHaveCount(7);
  // The keys of the desk go on working beside it.
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'The levels of item 2' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /The levels of item/ })).toHaveCount(0);

  await program.close();
  const norwegian = await program.start({ switches: [`--library=${join(program.folder, 'demo')}`] });
  await norwegian.page.evaluate(() => window.api.saveSettings({ language: 'nb' }));
  await norwegian.page.reload();
  await norwegian.page.getByRole('link', { name: /Solveig K\. 11 av 19/ }).click();
  await expect(card(norwegian.page, 1).getByText('Tekst for nivå 5 <b>as is</b>')).toBeVisible();
});

test('a text pack is replaced with a look at what changes, and removed after a question', async ({
  program,
}) => {
  const page = await openSite(program, 'nb');
  const row = page.getByRole('row', { name: /Norsk/ });
  const dialog = page.getByRole('dialog');
  const paste = async (text: string, take: string) => {
    await row.getByRole('button', { name: 'Lim inn' }).click();
    await dialog.getByLabel('Teksten').fill(text);
    await dialog.getByRole('button', { name: 'Se over' }).click();
    if (take === 'Erstatt') {
      await expect(dialog).toContainText(
        'Erstatter «MBT-G-AQS-manualen» (2 tekster): 1 endret, 1 nye, 1 borte.',
      );
    }
    await dialog.getByRole('button', { name: take }).click();
    await expect(dialog).toHaveCount(0);
  };
  await paste('1;4;Fire\n2;4;Fire', 'Ta i bruk');
  await paste('1;4;Annet\n3;4;Ny', 'Erstatt');
  await row.getByRole('button', { name: 'Fjern' }).click();
  await dialog.getByRole('button', { name: 'Fjern' }).click();
  await expect(row).toContainText('Ingen pakke');
});

test('the names of phases are those of the site', async ({ program }) => {
  const page = await openSite(program);
  await page.getByRole('textbox', { name: 'New name' }).fill('Silence');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Move Silence up' }).click();
  await page.getByRole('button', { name: 'Remove Round' }).click();
  await page.getByRole('textbox', { name: 'Name: Turn' }).fill('Our turn');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Use the usual ones' })).toBeVisible();
  await page.getByRole('link', { name: 'Library' }).click();
  await openSolveigs(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('option')).toHaveText([/Opening/, /Our turn/, /Silence/, /Closing/]);
});
