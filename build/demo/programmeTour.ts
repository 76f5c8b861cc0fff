/** Pictures of a programme with two raters and three test sessions, and of one with eight raters and forty sessions. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type MadeProgramme, makeProgramme } from './makeProgramme.ts';
import { colours, large, picture, visit } from './visit.ts';

const sizes = ['small', 'large'] as const;

/** @param made a folder for the libraries */
export async function programmes(made: string): Promise<void> {
  for (const size of sizes) {
    const name = `program-${size === 'small' ? '2-ratere-3-moter' : '8-ratere-40-moter'}`;
    const library = join(made, name);
    const programme = await makeProgramme(library, size);
    await visit(library, 'nb', undefined, async (page) => {
      await everyView(page, programme, name);
      await ownWork(page, programme, name);
    });
  }
}

async function everyView(page: Page, { programmeId, leaderId }: MadeProgramme, name: string): Promise<void> {
  await colours(page, 'light');
  await sit(page, leaderId, '#/programmes');
  await page.locator('main table').first().waitFor();
  await picture(page, name);
  await at(page, `#/programme/${programmeId}/raters`);
  await page.locator('main table').first().waitFor();
  await picture(page, `${name}-ratere`);
  await picture(page, `${name}-ratere-stort`, large);
  await at(page, `#/programme/${programmeId}/sessions`);
  await page.getByRole('region', { name: /^Øving/ }).waitFor();
  await picture(page, `${name}-moter`);
  await at(page, `#/programme/${programmeId}/rules`);
  await page.getByLabel('Navn').waitFor();
  await picture(page, `${name}-krav`);
  await colours(page, 'dark');
  await at(page, `#/programme/${programmeId}/raters`);
  await page.locator('main table').first().waitFor();
  await picture(page, `${name}-ratere-morkt`);
  await colours(page, 'light');
}

/** As the rater of the many who is in practice, or the last of the few. */
async function ownWork(page: Page, { programmeId, raterIds }: MadeProgramme, name: string): Promise<void> {
  await sit(page, raterIds[5] ?? raterIds.at(-1) ?? '', '#/programmes');
  await page.locator('main li').first().waitFor();
  await picture(page, `${name}-arbeid`);
  await at(page, `#/programme/${programmeId}/raters`);
  await page.locator('main section').first().waitFor();
  await picture(page, `${name}-egen-side`);
}

/** Somebody sits down in front of the screen, at a place. */
async function sit(page: Page, raterId: string, hash: string): Promise<void> {
  await page.evaluate((id) => window.api.chooseRater({ raterId: id }), raterId);
  await at(page, hash);
  await page.reload();
  await page.locator('main').waitFor();
}

const at = (page: Page, hash: string): Promise<void> =>
  page.evaluate((place) => {
    window.location.hash = place;
  }, hash);
