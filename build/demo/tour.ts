/** A walk through the demo library in the real program, which leaves a picture of every place in out/demo/. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { agreement } from './agreementTour.ts';
import { certificates } from './certificateTour.ts';
import { chartPictures } from './chartPictures.ts';
import { consensus } from './consensusTour.ts';
import { marked } from './markedTour.ts';
import { practice } from './practiceTour.ts';
import { programmes } from './programmeTour.ts';
import { reports } from './reportsTour.ts';
import { clearPictures, colours, goTo, large, link, picture, visit } from './visit.ts';

/** What the ratings of one session say, and what lies behind one item. */
async function results(page: Page): Promise<void> {
  await link(page, '27. aug. 2026');
  await link(page, 'Resultater');
  await page.getByRole('option', { name: /^1 / }).waitFor();
  await picture(page, 'resultater');
  await page.getByRole('option', { name: /^12 / }).click();
  await picture(page, 'resultater-ledd-stort', large);
  await page.getByRole('button', { name: /^Spill disse/ }).click();
  const playlist = page.getByRole('dialog', { name: 'Spilleliste' });
  await playlist.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('Space');
  await picture(page, 'spilleliste', large);
  await picture(page, 'spilleliste-lite');
  await page.keyboard.press('Escape');
  await playlist.waitFor({ state: 'detached' });
  await colours(page, 'dark');
  await picture(page, 'resultater-morkt');
  await colours(page, 'light');
  await link(page, 'Tilbake til møtet');
  await link(page, 'Bibliotek');
}

async function norwegian(page: Page): Promise<void> {
  await colours(page, 'light');
  await picture(page, 'bibliotek');
  await results(page);
  await link(page, '29. okt. 2026');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await picture(page, 'mote');
  await link(page, /Solveig K\./);
  await page.getByTestId('clock').waitFor();
  await goTo(page, 'Tid', '1:48');
  await page.keyboard.type('12');
  await picture(page, 'vurder-nummer-skrevet');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Ledd 12, 0/ }).waitFor();
  await page.keyboard.press('5');
  await page.keyboard.press('n');
  await page.keyboard.type('Møter følelsen, og tviler vennlig på «alle».');
  await page.keyboard.press('Enter');
  await page.keyboard.press('r');
  await page.keyboard.press('5');
  await page.keyboard.press('4');
  await picture(page, 'vurder');
  await picture(page, 'vurder-stort', large);
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await page.getByRole('grid', { name: 'Transkripsjon' }).waitFor();
  await picture(page, 'vurder-med-utskrift');
  await page.keyboard.press('v');
  await page.locator('video:visible').waitFor({ state: 'detached' });
  await page.keyboard.press('v');
  await page.locator('video:visible').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'Lever vurderingen' }).waitFor();
  await picture(page, 'lever');
  await page.keyboard.press('Escape');
  await colours(page, 'dark');
  await picture(page, 'vurder-morkt');
  await page.keyboard.press('F1');
  await picture(page, 'taster-morkt');
  await page.keyboard.press('Escape');
  await link(page, 'Tilbake til møtet');
  await link(page, 'Utvikling');
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, 'utvikling-morkt');
  await colours(page, 'light');
  await picture(page, 'utvikling');
  await picture(page, 'utvikling-stort', large);
}

async function english(page: Page): Promise<void> {
  await colours(page, 'light');
  await picture(page, 'library');
  await link(page, '27 Aug 2026');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await colours(page, 'dark');
  await picture(page, 'session-dark');
  await colours(page, 'light');
  await link(page, /Henrik B\./);
  await page.getByTestId('clock').waitFor();
  await goTo(page, 'Time', '3:10');
  await page
    .getByRole('button', { name: /^Item 4, 0/ })
    .first()
    .click();
  await page.keyboard.press('Space');
  await picture(page, 'rate-mark-selected');
  await page.getByRole('button', { name: 'Overall rating' }).click();
  await picture(page, 'rate-overall');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('dialog', { name: 'History' }).waitFor();
  await picture(page, 'history');
  await page.keyboard.press('Escape');
  await link(page, 'Back to the session');
  await link(page, 'Progress');
  await page.getByRole('button', { name: /4 Engaging members/ }).click();
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, 'progress-of-an-item');
  await page.getByRole('combobox', { name: 'Whose progress' }).click();
  await page.getByRole('option', { name: /^T-03 Marit/ }).click();
  await page.locator('circle[data-session]').first().waitFor();
  await picture(page, 'progress-of-four-sessions');
  await link(page, 'Settings');
  await picture(page, 'settings');
  await page
    .getByRole('heading', { name: 'Keys' })
    .evaluate((title) => title.closest('section')?.scrollIntoView());
  await picture(page, 'settings-keys');
  await link(page, 'Open');
  await page.getByRole('heading', { level: 1, name: 'Scale and phases' }).waitFor();
  await picture(page, 'scale-and-phases');
  await page.evaluate(() => {
    window.location.hash = '#/safety';
  });
  await page.getByRole('heading', { name: 'Latest changes' }).waitFor();
  await picture(page, 'privacy-and-safety');
  await page.evaluate(() => window.api.lock());
  await page.locator('input[type="password"]').waitFor();
  await picture(page, 'lock');
}

async function empty(page: Page): Promise<void> {
  await colours(page, 'light');
  await picture(page, 'empty-library');
  await link(page, 'Progress');
  await picture(page, 'empty-progress');
  await link(page, 'Agreement');
  await picture(page, 'empty-agreement');
}

const [library, settings] = process.argv.slice(2);
if (library === undefined) throw new Error('which library? node build/demo/tour.ts FOLDER [SETTINGS]');
const made = mkdtempSync(join(tmpdir(), 'mbt-g-rater-tour-'));
clearPictures();
try {
  await visit(library, 'nb', settings, norwegian);
  await visit(library, 'en', settings, english);
  await visit(join(made, 'empty'), 'en', undefined, empty);
  await marked(made);
  await reports(library, settings);
  await certificates(made);
  await agreement(made);
  await consensus(made);
  await programmes(made);
  await practice(made);
  await chartPictures(made);
} finally {
  rmSync(made, { recursive: true, force: true });
}
