import type { Page } from 'playwright';
import { expect, type Program } from './program';

/** Keys cost work on purpose, and a busy machine takes its time. */
const hard = { timeout: 60_000 };

/** Through the steps of the first start, in a folder that a person chooses; the recovery code. */
export async function newLibrary(
  program: Program,
  page: Page,
  folder: string,
  passphrase: string,
): Promise<string> {
  await page.getByRole('button', { name: /^Create a (new )?library$/ }).click();
  await program.choose(folder);
  await page.getByRole('button', { name: 'Another folder …' }).click();
  await expect(page.getByText(folder)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('Type it once more').fill(passphrase);
  await expect(page.getByText('Good.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Create the library' }).click();
  const groups = page.getByTestId('code').first();
  await expect(groups).toBeVisible(hard);
  const code = (await groups.locator('span').allTextContents()).join('-');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByLabel('The last five characters').fill(code.slice(-5).toLowerCase());
  await page.getByRole('button', { name: 'Open the library' }).click();
  await expect(page.getByRole('navigation')).toBeVisible(hard);
  return code;
}
