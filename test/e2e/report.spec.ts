import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import type { Results } from '../../db/results';
import { items } from '../../db/scale';
import { demoLibrary } from './demoLibrary';
import { pdfFact, pdfPages } from './pdf';
import { expect, type Program, test } from './program';

type Told = Results & { therapists: { id: string; code: string; name: string }[] };

/** Opens the report of the session of a day, and tells what the record says of it. */
async function openReport(page: Page, day: string): Promise<Told> {
  const told = await page.evaluate(async (date) => {
    const asked = await window.api.library();
    const sought = { sought: date, groupId: null, waiting: false, from: 0, count: 1 };
    const page = await window.api.sessions(sought);
    if (!asked.ok || !page.ok) throw new Error('not answered');
    const [session] = page.value.rows;
    const found = session && (await window.api.results(session.id));
    if (!found?.ok || found.value === undefined) throw new Error('no such session');
    return { ...found.value, therapists: asked.value.therapists };
  }, day);
  await page.evaluate((id) => {
    window.location.hash = `#/report/${id}`;
  }, told.session.id);
  await expect(page.getByRole('article')).toBeVisible();
  return told;
}

const save = async (page: Page, program: Program, name: string): Promise<string> => {
  const file = join(program.folder, name);
  await program.save(file);
  await page.getByRole('button', { name: /PDF/ }).click();
  await expect(page.getByText(/^(The PDF is saved|PDF-en er lagret)\.$/)).toBeVisible();
  return file;
};

/** Spaces as one, so that a sentence is found although its lines were broken. */
const flat = (pages: readonly string[]): string => pages.join(' ').replace(/\s+/g, ' ');

const mean = (levels: readonly number[]): string =>
  String(Math.round((10 * levels.reduce((sum, level) => sum + level, 0)) / levels.length) / 10);

for (const language of ['nb', 'en'] as const) {
  test(`the report of a session is a PDF with the numbers of the record, in ${language}`, async ({
    program,
  }) => {
    const { page } = await program.start({ language, switches: [await demoLibrary(program.folder)] });
    const told = await openReport(page, '2026-08-24');
    const written = 'Fint å høre hvordan dere bremset – «æøå ÆØÅ». <b>Ikke fet.</b>';
    const field = page.getByRole('textbox', { name: language === 'nb' ? 'Tilbakemelding' : 'Feedback' });
    await field.fill(written);
    await expect(page.getByText(language === 'nb' ? 'Lagret' : 'Saved', { exact: true })).toBeVisible();
    const file = await save(page, program, 'report.pdf');

    const pages = pdfPages(file);
    const text = flat(pages);
    expect(pdfFact(file, 'Tagged')).toBe('yes');
    expect(pdfFact(file, 'Page size')).toContain('A4');
    expect(pdfFact(file, 'Title')).toContain('Mandagsgruppen');
    pages.forEach((one, index) => {
      expect(one).toMatch(new RegExp(`${index + 1} ?/ ?${pages.length}\\s*$`));
    });

    const raters = told.ratings.filter(({ rating }) => rating.purpose === 'supervision');
    expect(raters.length).toBeGreaterThan(1);
    for (const { raterName } of raters) expect(text).toContain(raterName);
    for (const { number, name } of items) {
      const levels = raters.flatMap(({ quality }) => quality[number] ?? []);
      const [low, high] = [Math.min(...levels), Math.max(...levels)];
      const shown = language === 'nb' ? mean(levels).replace('.', ',') : mean(levels);
      const range = low < high ? ` ${low}–${high}` : '';
      const row = `${shown}${range} ${levels.length}`;
      const line = pages[0]?.split('\n').find((one) => new RegExp(`^ *${number} `).test(one)) ?? '';
      expect(line.replace(/\s+/g, ' '), name[language]).toContain(row);
    }
    expect(text).toContain(written);

    // By code, and nowhere by name.
    for (const { code, name } of told.therapists.filter(({ id }) =>
      [told.session.firstTherapistId, told.session.secondTherapistId].includes(id),
    )) {
      expect(text).toContain(code);
      expect(`${text} ${pdfFact(file, 'Title')}`).not.toContain(name);
    }
    expect(text).toContain(language === 'nb' ? 'Godt nok ville vært:' : 'Good enough would be:');
    expect(text).toContain(language === 'nb' ? '24. august 2026' : '24 August 2026');
  });
}

test('the report speaks another language than the window, and keeps what was chosen and written', async ({
  program,
}) => {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  const told = await openReport(page, '2026-08-24');
  await page.getByText('Norwegian', { exact: true }).click();
  await page.getByText('Name', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Strengths' }).uncheck();
  await page.getByRole('textbox', { name: 'Feedback' }).fill('Bra.');
  await page.getByRole('link', { name: 'Library' }).click();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Feedback' })).toHaveValue('Bra.');
  const text = flat(pdfPages(await save(page, program, 'norsk.pdf')));
  expect(text).toContain('Å arbeide videre med');
  expect(text).not.toContain('Styrker');
  const lead = told.therapists.find(({ id }) => id === told.session.firstTherapistId);
  expect(text).toContain(lead?.name);
  expect(text).not.toContain(lead?.code);
  expect(text).toContain('Bra.');
});

test("the report of a therapist's progress has the sessions of the record", async ({ program }) => {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  const told = await page.evaluate(async () => {
    const asked = await window.api.library();
    if (!asked.ok) throw new Error(asked.reason);
    const therapist = asked.value.therapists.find(({ code }) => code === 'T-07');
    const found = therapist && (await window.api.progress({ kind: 'therapist', therapistId: therapist.id }));
    if (!found?.ok) throw new Error('no such therapist');
    window.location.hash = `#/progressReport/${therapist?.id}`;
    return found.value;
  });
  await expect(page.getByRole('article')).toBeVisible();
  const file = await save(page, program, 'progress.pdf');
  const pages = pdfPages(file);
  const lines = pages.join('\n').split('\n');
  expect(pdfFact(file, 'Tagged')).toBe('yes');
  expect(pages.join(' ')).not.toContain('Ingrid');
  const rated = Map.groupBy(
    told.ratings.filter(({ purpose }) => purpose !== 'selfRating'),
    ({ sessionId }) => sessionId,
  );
  expect(rated.size).toBeGreaterThan(4);
  for (const { id, number } of told.sessions) {
    const ratings = rated.get(id);
    if (ratings === undefined) continue;
    const levels = ratings.flatMap(({ quality }) => quality[0] ?? []);
    const line = lines.find((one) => new RegExp(`2026 +${number} `).test(one)) ?? '';
    expect(line.replace(/\s+/g, ' ')).toContain(` ${number} ${mean(levels)} `);
  }
});

test('a folder that may not be written is said, and the next place is remembered', async ({ program }) => {
  const { app, page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  await openReport(page, '2026-08-24');
  await program.save(join(program.folder, 'no such folder', 'report.pdf'));
  await page.getByRole('button', { name: /PDF/ }).click();
  await expect(page.getByText('It could not be written there. Choose another place.')).toBeVisible();

  const folder = join(program.folder, 'reports');
  mkdirSync(folder);
  await save(page, program, 'reports/report.pdf');
  // Asks again, and hears which place is proposed.
  const proposed = app.evaluate(
    ({ dialog }) =>
      new Promise<string>((resolve) => {
        dialog.showSaveDialog = async (...asked: unknown[]) => {
          const options = asked.at(-1) as { defaultPath?: string }; // What the dialog is asked with.
          resolve(options.defaultPath ?? '');
          return { canceled: true, filePath: '' };
        };
      }),
  );
  await page.getByRole('button', { name: /PDF/ }).click();
  expect(await proposed).toBe(join(folder, 'MBT-G Mandagsgruppen session 18 2026-08-24.pdf'));
});

for (const colours of ['light', 'dark'] as const) {
  test(`a report and its choices are accessible in ${colours} colours, the paper always light`, async ({
    program,
  }) => {
    const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
    await page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
    await openReport(page, '2026-08-24');
    const paper = page.getByRole('article');
    expect(await paper.evaluate((sheet) => getComputedStyle(sheet).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: /PDF/ })).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(paper).toBeVisible();
  });
}
