/** Pictures of certificates, of two raters with three test sessions and of eight with forty, and of checking them. */
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { type MadeProgramme, makeProgramme } from './makeProgramme.ts';
import { colours, large, link, picture, visit } from './visit.ts';

/** @param made a folder for the libraries and the files */
export async function certificates(made: string): Promise<void> {
  for (const size of ['small', 'large'] as const) {
    const library = join(made, `certificates-${size}`);
    const programme = await makeProgramme(library, size);
    const file = join(made, `certificate-${size}.pdf`);
    await visit(library, 'nb', undefined, async (page, app) => {
      const name = `sertifikat-${size === 'small' ? '2-ratere-3-moter' : '8-ratere-40-moter'}`;
      await ofSomebody(page, app, programme, name, file);
      if (size === 'small') await checking(page, app, file);
    });
  }
}

/** The first that there is. */
async function ofSomebody(
  page: Page,
  app: ElectronApplication,
  { programmeId, leaderId }: MadeProgramme,
  name: string,
  file: string,
): Promise<void> {
  await colours(page, 'light');
  await page.evaluate(
    async ([programme = '', leader = '']) => {
      await window.api.chooseRater({ raterId: leader });
      const answer = await window.api.programme(programme);
      const enrolled = answer.ok ? answer.value?.enrolments : undefined;
      const issued = enrolled?.find(({ certificate }) => certificate !== null)?.certificate;
      window.location.hash = `#/certificate/${issued?.id}`;
    },
    [programmeId, leaderId],
  );
  // The window asks again who sits there.
  await page.reload();
  await page.getByRole('article').waitFor();
  await picture(page, name);
  await picture(page, `${name}-helt`, { width: 1280, height: 1180 });
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: /^Lagre som PDF/ }).click();
  await page.getByText('PDF-en er lagret.').waitFor();
}

async function checking(page: Page, app: ElectronApplication, file: string): Promise<void> {
  await link(page, 'Kontroller et sertifikat');
  for (const [path, name] of [
    [file, 'sertifikat-ekte'],
    [join(import.meta.dirname, 'tour.ts'), 'sertifikat-ikke-noe'],
  ] as const) {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await page.getByRole('button', { name: /^Velg filen/ }).click();
    await page
      .locator('[data-look]')
      .filter({ hasText: path.slice(path.lastIndexOf('/') + 1) })
      .waitFor();
    await picture(page, name);
  }
  await colours(page, 'dark');
  await picture(page, 'sertifikat-kontroll-morkt', large);
}
