import { played } from '../fixtures/media';
import { expect, test } from './program';

const localDay = (later: { months?: number; days?: number }): string => {
  const now = new Date();
  const day = new Date(
    Date.UTC(now.getFullYear(), now.getMonth() + (later.months ?? 0), now.getDate() + (later.days ?? 0)),
  );
  return day.toISOString().slice(0, 10);
};
const asShown = (day: string, month: 'long' | 'short') =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month, year: 'numeric' }).format(new Date(day));

test('a new recording may be kept as long as the settings say, and what is due is listed until it is deleted', async ({
  program,
}) => {
  const { page } = await program.start();
  // Who deletes what is kept in the log.
  await page.evaluate(async () => {
    const added = await window.api.addRater({ name: 'SK', kind: 'supervisor' });
    if (added.ok) await window.api.chooseRater({ raterId: added.value.id });
  });
  await page.reload();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Open privacy and safety' }).click();
  await page.getByLabel('New recordings may be kept for, in months').fill('12');
  await expect(page.getByText('None within the next 30 days.')).toBeVisible();

  await program.drop(played['sound.mp3']());
  const until = page.getByLabel('The recording may be kept until');
  await expect(until).toHaveValue(asShown(localDay({ months: 12 }), 'long'));

  const yesterday = localDay({ days: -1 });
  await until.fill(asShown(yesterday, 'long'));
  await until.press('Tab');
  await expect
    .poll(() => page.evaluate(() => window.api.due()))
    .toMatchObject({ value: { recordings: [{ keepUntil: yesterday }] } });
  await page.getByRole('link', { name: 'Library', exact: true }).first().click();
  await expect(page.getByText('1 recording is due to be deleted.')).toBeVisible();
  await page.getByRole('link', { name: 'See which' }).click();
  await expect(page.getByRole('heading', { name: 'What is due' })).toBeFocused();
  const overview = page.getByRole('navigation', { name: 'On this page' });
  await expect(overview.getByText('1 recording overdue')).toBeVisible();
  const due = page.getByRole('region', { name: 'What is due' });
  await expect(due.getByText(asShown(yesterday, 'short'))).toBeVisible();
  await expect(due.getByText('1 day overdue')).toBeVisible();

  await due.getByRole('button', { name: 'Delete the recording sound.mp3' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the recording' }).click();
  await expect(due.getByText('None within the next 30 days.')).toBeVisible();
  await page.getByRole('link', { name: 'Library', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();
  await expect(page.getByText(/due to be deleted/)).toHaveCount(0);
});
