/** Pictures of practice beside the standard, of results and of checks: with two raters, and with eight. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type MadeProgramme, makeProgramme } from './makeProgramme.ts';
import type { ProgrammeSize } from './programmePlans.ts';
import { colours, large, picture, visit } from './visit.ts';

const sizes = { small: '2-ratere', large: '8-ratere' } as const satisfies Record<ProgrammeSize, string>;

/** @param made a folder for the libraries */
export async function practice(made: string): Promise<void> {
  for (const size of ['small', 'large'] as const) {
    const library = join(made, `oving-${size}`);
    const found = await makeProgramme(library, size);
    await visit(library, 'nb', undefined, (page) => places(page, found, sizes[size]));
  }
}

async function places(page: Page, made: MadeProgramme, name: string): Promise<void> {
  const { programmeId, leaderId, raterIds, enrolmentIds } = made;
  await colours(page, 'light');
  await become(page, leaderId);
  await goTo(page, `#/programme/${programmeId}/drift`, '#drift-raters');
  await picture(page, `oving-${name}-drift`);
  await picture(page, `oving-${name}-drift-stort`, large);
  await goTo(page, `#/programme/${programmeId}/raters`, 'main svg[role="img"]');
  await picture(page, `oving-${name}-over-tid`, large);
  await goTo(page, `#/attempt/${enrolmentIds[0]}/1`, 'tr[data-rule]');
  await picture(page, `oving-${name}-bestatt`);
  await colours(page, 'dark');
  await goTo(page, `#/programme/${programmeId}/drift`, '#drift-raters');
  await picture(page, `oving-${name}-drift-morkt`);
  await colours(page, 'light');
  await goTo(page, `#/attempt/${enrolmentIds[1]}/1`, 'tr[data-rule]');
  await picture(page, `oving-${name}-ikke-bestatt`);
  await become(page, raterIds[1] ?? '');
  const practised = await page.evaluate(async () => {
    const work = await window.api.work();
    return work.ok ? work.value.find(({ kind, comparable }) => kind === 'practice' && comparable) : undefined;
  });
  await goTo(page, `#/comparison/${practised?.assignmentId}`, '#comparison-items');
  await picture(page, `oving-${name}-sammenligning`);
  await picture(page, `oving-${name}-sammenligning-stort`, large);
}

/** Somebody else sits down in front of the screen. */
async function become(page: Page, raterId: string): Promise<void> {
  await page.evaluate((id) => window.api.chooseRater({ raterId: id }), raterId);
  await page.reload();
  await page.locator('main').waitFor();
}

async function goTo(page: Page, hash: string, there: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.locator(there).first().waitFor();
}
