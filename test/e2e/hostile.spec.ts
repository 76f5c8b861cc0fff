import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { demoKeys } from '../../build/demo/demoKeys.ts';
import { connect } from '../../db/open.ts';
import { demoLibrary } from './demoLibrary';
import { pdfPages } from './pdf';
import { expect, test } from './program';
import { sessionRows } from './steps';

/** A formula, markup that would run, a mark that turns the direction, a bell, and what everybody writes. */
const hostile = '=1+1 <img src=x onerror="window.intruder=1"> \u202Egnp.\u0007 “æøå”';
/** What of it is shown: as text, without what cannot be seen. */
const shown = '=1+1 <img src=x onerror="window.intruder=1"> gnp. “æøå”';

/** Puts it wherever the record has a text from people, past everything that would have mended it on its way in. */
function poison(file: string): void {
  const db = connect(file, demoKeys.database);
  const text = { text: hostile };
  for (const [table, column] of [
    ['"group"', 'name'],
    ['therapist', 'name'],
    ['rater', 'name'],
    ['phase', 'name'],
    ['recording', 'name'],
    ['transcript', 'name'],
    ['cue', 'speaker'],
    ['cue', 'text'],
    ['mark', 'note'],
    ['score', 'note'],
    ['overall', 'note'],
    ['event', 'name'],
    ['feedback', 'text'],
  ]) {
    db.prepare(`update ${table} set ${column} = @text`).run(text);
  }
  db.close();
}

async function expectText(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
  await expect(page.getByText('<img src=x').first(), place).toBeVisible();
  const found = await page.evaluate(() => ({
    intruder: 'intruder' in window,
    made: document.querySelectorAll('img[src="x"]').length,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
    unseen: /[\u0007\u202e]/.test(document.documentElement.innerHTML),
  }));
  expect(found, place).toEqual({ intruder: false, made: 0, unseen: false });
}

test('hostile text stays text in every place, in the PDF and in the CSV', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  poison(join(program.folder, 'demo', 'record.db'));
  const { page } = await program.start({ switches: [library] });
  const [newest] = await sessionRows(page);
  const rated = (await sessionRows(page)).find(({ date }) => date === '2026-09-24');
  if (newest === undefined || rated === undefined) throw new Error('no sessions');
  for (const place of [
    '#/',
    `#/session/${newest.id}`,
    `#/results/${rated.id}`,
    '#/progress',
    '#/agreement',
    '#/safety',
    `#/report/${rated.id}`,
  ])
    await expectText(page, place);

  const ratingId = await page.evaluate(async (sessionId) => {
    const choice = await window.api.consensusChoice(sessionId);
    const ratingIds = ((choice.ok && choice.value?.candidates) || []).map((one) => one.ratingId);
    const begun = await window.api.beginConsensus({ sessionId, ratingIds, memberIds: [] });
    if (!begun.ok || begun.value.outcome !== 'begun') throw new Error('no meeting');
    return begun.value.ratingId;
  }, rated.id);
  await expectText(page, `#/consensus/${ratingId}`);
  await expect(page.getByRole('option')).toHaveCount(20);

  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/report/${rated.id}`);
  const pdf = join(program.folder, 'report.pdf');
  await program.save(pdf);
  await page.getByRole('button', { name: /PDF/ }).click();
  await expect(page.getByText('The PDF is saved.')).toBeVisible();
  const pages = pdfPages(pdf).join(' ').replace(/\s+/g, ' ');
  expect(pages).toContain(shown);

  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/results/${rated.id}`);
  const card = page.locator('[data-chart]').first();
  await card.getByRole('button', { name: 'Save or copy' }).click();
  const csv = join(program.folder, 'results.csv');
  await program.save(csv);
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(card.getByTestId('taken')).toHaveText('Saved');
  const cells = readFileSync(csv, 'utf8').split(/[\r\n,;]+/);
  expect(cells.some((cell) => cell.includes('<img src=x'))).toBe(true);
  // Nothing that a spreadsheet would run.
  expect(cells.filter((cell) => /^[\ufeff"]*[=+@\t]/.test(cell))).toEqual([]);
});
