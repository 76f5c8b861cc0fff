/** Pictures of the agreement of two raters of three sessions, and of eight raters of forty. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { makeAgreement } from './makeAgreement.ts';
import { colours, large, link, picture, visit } from './visit.ts';

const sizes = [
  { raters: 2, sessions: 3 },
  { raters: 8, sessions: 40 },
] as const;

/** @param made a folder for the libraries */
export async function agreement(made: string): Promise<void> {
  for (const size of sizes) {
    const name = `${size.raters}-ratere-${size.sessions}-moter`;
    const library = join(made, name);
    await makeAgreement(library, size);
    await visit(library, 'nb', undefined, (page) => everyView(page, name));
  }
}

async function everyView(page: Page, name: string): Promise<void> {
  await colours(page, 'light');
  await link(page, 'Enighet');
  await page.locator('main tbody[data-measure]').first().waitFor();
  await picture(page, `enighet-${name}`);
  await picture(page, `enighet-${name}-stort`, large);
  await page.getByRole('button', { name: 'Samlet vurdering', exact: true }).click();
  await picture(page, `enighet-${name}-alt-bak-tallene`);
  await page.getByRole('tab', { name: 'Hvor mange ratere?' }).click();
  await page.locator('main svg path[data-measure]').first().waitFor();
  await picture(page, `enighet-${name}-hvor-mange`);
  await page.getByRole('tab', { name: 'Rater for rater' }).click();
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, `enighet-${name}-rater-for-rater`, large);
  await page.getByRole('tab', { name: 'Øyeblikk' }).click();
  await page.locator('main li button[data-kind]').first().waitFor();
  await picture(page, `enighet-${name}-oyeblikk`);
  await colours(page, 'dark');
  await picture(page, `enighet-${name}-oyeblikk-morkt`);
  await colours(page, 'light');
}
