/** Both reports of the demo library in both languages: as PDFs, and their pages as pictures, in out/demo/. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { colours, picture, pictures, visit } from './visit.ts';

const names = {
  nb: { session: 'moterapport', progress: 'utviklingsrapport', saved: 'PDF-en er lagret.' },
  en: { session: 'session-report', progress: 'progress-report', saved: 'The PDF is saved.' },
} as const;

/** @param settings the user-data folder with the rater who sits there */
export async function reports(library: string, settings: string | undefined): Promise<void> {
  for (const language of ['nb', 'en'] as const) {
    const { session, progress, saved } = names[language];
    await visit(library, language, settings, async (page, app) => {
      await colours(page, language === 'nb' ? 'light' : 'dark');
      // A session that two supervisors and a therapist have rated.
      await open(page, 'report', '2026-08-24');
      await picture(page, session);
      await save(page, app, session, saved);
      await open(page, 'progressReport', 'T-07');
      await picture(page, progress);
      await save(page, app, progress, saved);
    });
  }
}

/** @param of the day of the session, or the code of the therapist */
async function open(page: Page, place: 'report' | 'progressReport', of: string): Promise<void> {
  await page.evaluate(
    async ([name, wanted]) => {
      const sought = { sought: wanted, groupId: null, waiting: false, from: 0, count: 1 };
      const [library, page] = [await window.api.library(), await window.api.sessions(sought)];
      if (!library.ok || !page.ok) throw new Error('not answered');
      const found =
        name === 'report' ? page.value.rows[0] : library.value.therapists.find(({ code }) => code === wanted);
      window.location.hash = `#/${name}/${found?.id}`;
    },
    [place, of] as const,
  );
  await page.getByRole('article').waitFor();
}

async function save(page: Page, app: ElectronApplication, name: string, saved: string): Promise<void> {
  const file = join(pictures, `${name}.pdf`);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: /PDF/ }).click();
  await page.getByText(saved, { exact: true }).waitFor();
  const { error } = spawnSync('pdftoppm', ['-r', '60', '-png', file, join(pictures, name)]);
  console.log(
    `  ${name}.pdf${error === undefined ? ' with its pages' : ' (pdftoppm makes pictures of its pages)'}`,
  );
}
