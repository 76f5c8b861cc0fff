/** What people do in the program, in their words. */
import type { Page } from 'playwright';
import type { SessionRow } from '../../db/library.ts';
import { expect } from './program';

/** Adds a rater on the session's page and opens the desk. */
export async function beginRating(page: Page, rater: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Who rates?' }).click();
  await page.getByRole('option', { name: '+ New rater …' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rater' });
  await dialog.getByLabel('Name or initials').fill(rater);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Rate', exact: true }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
}

/** Opens the rating that Solveig is in the middle of, in the demo library. */
export async function openSolveigs(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Solveig K\. 11 of 19/ }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
}

/** The sessions of the library, as the window is told of them; the newest first. */
export async function sessionRows(page: Page): Promise<SessionRow[]> {
  const answer = await page.evaluate(() =>
    window.api.sessions({ sought: '', groupId: null, waiting: false, from: 0, count: 200 }),
  );
  if (!answer.ok) throw new Error('no library');
  return answer.value.rows;
}

/** Goes to a time in the recording, and waits for the desk to have its keys again. */
export async function goTo(page: Page, time: string): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.getByRole('textbox', { name: 'Time' }).fill(time);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Adds a lead therapist to the session on screen. */
export async function addLead(page: Page, code: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Lead therapist' }).click();
  await page.getByRole('option', { name: '+ New therapist …' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'New therapist' });
  await dialog.getByLabel('Code').fill(code);
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('combobox', { name: 'Lead therapist' })).toHaveValue(`${code} ${name}`);
}

/** Rates all 19 items and the session by keyboard alone; `quality` gives each item its level. */
export async function rateEverything(page: Page, quality: (item: number) => number): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.type('1');
  await page.keyboard.press('r');
  for (let item = 1; item <= 19; item += 1) {
    const card = page.locator(`[data-item="${item}"]`);
    await expect(card.locator('[data-part="adherence"] [tabindex="0"]')).toBeFocused();
    await page.keyboard.press('4');
    await expect(card.locator('[data-part="quality"] [tabindex="0"]')).toBeFocused();
    await page.keyboard.press(String(quality(item)));
    await expect(card.locator(`[data-part="quality"] [aria-checked="true"]`)).toHaveText(
      String(quality(item)),
    );
    await page.keyboard.press('Enter');
  }
  const overall = page.locator('[data-item="overall"]');
  await expect(overall.locator('[data-part="adherence"] [tabindex="0"]')).toBeFocused();
  await page.keyboard.press('4');
  await expect(overall.locator('[data-part="quality"] [tabindex="0"]')).toBeFocused();
  await page.keyboard.press('5');
  await expect(overall.locator('[data-part="quality"] [aria-checked="true"]')).toHaveText('5');
}

/** Submits a rating with everything in it. */
export async function submitRating(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Submit the rating' });
  await dialog.getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
}

/** The time that the picture on screen really belongs to, in milliseconds, as the decoder says. */
export const frameTime = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const video = document.querySelector('video');
        if (video === null) throw new Error('no video');
        video.requestVideoFrameCallback((_, { mediaTime }) => resolve(mediaTime * 1000));
        // Draws the present frame again, so that the callback comes while paused as well.
        const { currentTime } = video;
        video.currentTime = currentTime;
      }),
  );

export const playerTime = (page: Page): Promise<number> =>
  page.evaluate(() => (document.querySelector('video')?.currentTime ?? Number.NaN) * 1000);
