/** Pictures of a consensus meeting of two raters, and of eight. */
import { join } from 'node:path';
import type { Page } from 'playwright';
import { makeAgreement } from './makeAgreement.ts';
import { colours, large, picture, visit } from './visit.ts';

const sizes = [
  { raters: 2, sessions: 3 },
  { raters: 8, sessions: 3, share: 1 },
] as const;

/** @param made a folder for the libraries */
export async function consensus(made: string): Promise<void> {
  for (const size of sizes) {
    const name = `${size.raters}-ratere`;
    const library = join(made, `konsensus-${name}`);
    const { raterIds, sessionIds } = await makeAgreement(library, size);
    await visit(library, 'nb', undefined, async (page) => {
      await page.evaluate(
        ({ raterId, sessionId }) =>
          window.api.chooseRater({ raterId }).then(() => {
            window.location.hash = `#/session/${sessionId}`;
          }),
        { raterId: raterIds.at(-1) ?? '', sessionId: sessionIds[0] ?? '' },
      );
      await page.reload();
      await meeting(page, name);
    });
  }
}

async function meeting(page: Page, name: string): Promise<void> {
  await colours(page, 'light');
  await page.getByRole('button', { name: 'Konsensusmøte …' }).click();
  await page.getByRole('button', { name: 'Begynn' }).waitFor();
  await picture(page, `konsensus-${name}-begynn`);
  await page.getByRole('button', { name: 'Begynn' }).click();
  await page.getByRole('option').first().waitFor();
  await picture(page, `konsensus-${name}`);
  await picture(page, `konsensus-${name}-stort`, large);
  await agree(page, 4);
  await page.getByRole('button', { name: 'La stå uavklart …' }).click();
  await page
    .getByLabel('Hvorfor står det uavklart?')
    .fill('To syn på om gruppen fikk tid. Vi ser på det igjen.');
  await page.getByRole('button', { name: 'La stå uavklart', exact: true }).click();
  await page.getByRole('button', { name: 'Ta opp igjen' }).waitFor();
  await picture(page, `konsensus-${name}-uavklart`);
  await colours(page, 'dark');
  await picture(page, `konsensus-${name}-morkt`);
  await colours(page, 'light');
  await page.getByRole('button', { name: 'Avslutt …' }).click();
  await page.getByRole('dialog').waitFor();
  await picture(page, `konsensus-${name}-avslutt`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (;;) {
    const next = page.getByRole('button', { name: 'Neste forskjell' });
    if (await next.isDisabled()) break;
    await next.click();
    await agree(page, 5);
  }
  await page.getByRole('button', { name: 'Avslutt …' }).click();
  await page.getByRole('button', { name: 'Avslutt og lås' }).click();
  await page.getByText(/^Avsluttet /).waitFor();
  await picture(page, `konsensus-${name}-avsluttet`);
  await page.getByRole('link', { name: 'Resultater for møtet' }).click();
  await page.getByRole('heading', { name: 'Hvem gjorde hva' }).waitFor();
  await picture(page, `konsensus-${name}-resultater`);
}

/** The same level on both sides, with a reason. */
async function agree(page: Page, level: number): Promise<void> {
  const agreed = page.getByRole('region', { name: 'Enige om' });
  for (const side of ['Etterlevelse', 'Kvalitet']) {
    const group = agreed.getByRole('radiogroup', { name: side });
    await group.getByRole('radio', { name: String(level) }).click();
    await agreed
      .getByRole('radio', { name: String(level), checked: true })
      .first()
      .waitFor();
  }
}
