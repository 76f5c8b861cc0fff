import type { Page } from 'playwright';
import { ninetyMinutes } from '../fixtures/media';
import { chooseByArrows, goTo, mark, openRating, pointers, tabTo, watchForPointers } from './byKeyboard';
import { byTime, marksOf, moments, said } from './fortyMarks';
import { expect, test } from './program';
import { playerTime, sessionRows } from './steps';

const noOccasion = [15, 16, 18];
const adherence = (item: number) => 1 + (item % 7);
const quality = (item: number) => 1 + ((item * 3) % 7);

test('ninety minutes are marked, rated and submitted without a mouse', async ({ program }) => {
  test.setTimeout(180_000);
  let { page } = await program.start();
  await watchForPointers(page);

  await test.step('the session', async () => {
    await program.choose(ninetyMinutes());
    await tabTo(page, 'Add recording', 'button');
    await page.keyboard.press('Enter');
    await describeSession(page);
    await addRater(page);
    await tabTo(page, 'Rate', 'button');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('clock')).toBeVisible();
    const [session] = await sessionRows(page);
    expect(session).toMatchObject({ number: 12, date: '2026-10-29', patientsPresent: 7 });
    expect(Math.round((session?.durationMs ?? 0) / 60_000)).toBe(90);
  });

  await test.step('playing', () => play(page));
  let count = 1;
  await test.step('marks', async () => {
    for (const moment of moments) count = await mark(page, moment, count);
    expect(count).toBe(40);
  });
  await test.step('taking back', () => takeBack(page));
  await test.step('phases', () => namePhases(page));
  await test.step('ratings', () => rate(page));
  await test.step('submitting', () => submit(page));

  const kept = await openRating(page);
  const [live, ...planned] = kept.marks.map(said).toSorted(byTime);
  expect(planned).toEqual(moments.flatMap(marksOf).toSorted(byTime));
  expect(live).toMatchObject({ item: 10, therapist: 'second', quality: 5 });
  expect(new Set(kept.marks.map(({ item }) => item)).size).toBe(19);
  expect(kept.rating.submittedAt).toMatch(/^\d{4}-/);
  expect(await pointers(page)).toBe('');

  await test.step('all of it is there after a restart', async () => {
    await program.close();
    ({ page } = await program.start());
    await watchForPointers(page);
    await tabTo(page, / SK Submitted /, 'link');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
    const again = await openRating(page);
    expect(again.marks).toEqual(kept.marks);
    expect(again.scores).toEqual(kept.scores);
    expect(again.overall).toEqual(kept.overall);
    expect(again.rating).toEqual(kept.rating);
    expect(await pointers(page)).toBe('');
    // The log would have told.
    await page.mouse.click(5, 5);
    expect(await pointers(page)).toContain('mousedown');
  });
});

async function describeSession(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  await chooseByArrows(page, 'Group', '+ New group …');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Thursday group');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Group' })).toHaveValue('Thursday group');
  await expect(page.getByRole('combobox', { name: 'Group' })).toBeFocused();
  await tabTo(page, 'Date', 'textbox');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('29 October 2026');
  await tabTo(page, 'Session no.', 'textbox');
  await page.keyboard.type('12');
  for (const [seat, code, name] of [
    ['Lead therapist', 'T-07', 'Ingrid'],
    ['Co-therapist', 'T-12', 'Jonas'],
  ] as const) {
    await chooseByArrows(page, seat, '+ New therapist …');
    await expect(page.getByRole('textbox', { name: 'Code' })).toBeFocused();
    await page.keyboard.type(code);
    await page.keyboard.press('Tab');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: seat })).toHaveValue(`${code} ${name}`);
    await expect(page.getByRole('combobox', { name: seat })).toBeFocused();
  }
  await tabTo(page, 'Patients present', 'textbox');
  await page.keyboard.type('7');
}

async function addRater(page: Page): Promise<void> {
  await chooseByArrows(page, 'Who rates?', '+ New rater …');
  await expect(page.getByRole('textbox', { name: 'Name or initials' })).toBeFocused();
  await page.keyboard.type('SK');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Who rates?' })).toHaveValue('SK');
  await expect(page.getByRole('combobox', { name: 'Who rates?' })).toBeFocused();
}

/** Plays at double speed, marks on the way, and steps about. */
async function play(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const speed = page.getByRole('button', { name: /^Speed/ });
  await page.keyboard.press(']');
  await expect(speed).toHaveText('1.25×');
  for (const rate of ['1.5×', '1.75×', '2×']) {
    await page.keyboard.press(']');
    await expect(speed).toHaveText(rate);
  }
  await expect.poll(() => playerTime(page)).toBeGreaterThan(2000);
  await page.keyboard.press('b');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.keyboard.press('5');
  await expect.poll(async () => (await openRating(page)).marks[0]?.quality).toBe(5);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('\\');
  await expect(speed).toHaveText('1×');

  await goTo(page, '1:00:00');
  const steps = [
    ['ArrowLeft', -5000],
    ['Control+ArrowRight', 30_000],
    ['j', -10_000],
    ['Shift+ArrowRight', 1000],
    ['.', 40],
  ] as const;
  let at = 3_600_000;
  for (const [key, ms] of steps) {
    await page.keyboard.press(key);
    at += ms;
    await expect.poll(async () => Math.abs((await playerTime(page)) - at)).toBeLessThan(2);
  }
}

/** Undo, redo, deleting: what is asked for back is back. */
async function takeBack(page: Page): Promise<void> {
  const marks = async () => (await openRating(page)).marks.length;
  await goTo(page, '50:00');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect.poll(marks).toBe(41);
  await page.keyboard.press('Control+z');
  await expect.poll(marks).toBe(40);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(marks).toBe(41);
  await page.keyboard.press('Control+z');
  await expect.poll(marks).toBe(40);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('region', { name: 'Selected mark' })).toContainText('00:52:10.0');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect.poll(marks).toBe(39);
  await page.keyboard.press('Control+z');
  await expect.poll(marks).toBe(40);
}

async function namePhases(page: Page): Promise<void> {
  for (const [at, keys] of [
    ['0:00', ['1']],
    ['5:00', ['2']],
    ['15:00', ['3']],
    ['40:00', [...'Turn: Eva']],
    ['1:20:00', ['4', 'ArrowUp', 'ArrowDown']],
  ] as const) {
    await goTo(page, at);
    await page.keyboard.press('p');
    await expect(page.getByRole('listbox', { name: 'New phase' })).toBeFocused();
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox')).toHaveCount(0);
  }
  await expect
    .poll(() =>
      page
        .getByRole('region', { name: 'Phases' })
        .locator('[data-phase]')
        .evaluateAll((phases) => phases.map((phase) => phase.getAttribute('data-phase'))),
    )
    .toEqual(['Opening', 'Round', 'Turn', 'Turn: Eva', 'Closing']);
}

/** All 19 items by digits alone; three had no occasion. */
async function rate(page: Page): Promise<void> {
  const scale = (item: string, part: string) =>
    page.locator(`[data-item="${item}"] [data-part="${part}"] [tabindex="0"]`);
  await page.keyboard.press('Escape');
  await page.keyboard.type('1');
  await page.keyboard.press('r');
  for (let item = 1; item <= 19; item += 1) {
    await expect(scale(String(item), 'adherence')).toBeFocused();
    if (noOccasion.includes(item)) {
      await page.keyboard.press('0');
      continue;
    }
    await page.keyboard.press(String(adherence(item)));
    await expect(scale(String(item), 'quality')).toBeFocused();
    await page.keyboard.press(String(quality(item)));
    if (item === 12) {
      await tabTo(page, 'Note on item 12', 'textbox');
      await page.keyboard.type('Twice, both times kindly.');
      await page.keyboard.press('Enter');
      // The desk has its keys again, and R leads back to the scales.
      await page.keyboard.press('r');
    }
    await page.keyboard.press('Enter');
  }
  await expect(scale('overall', 'adherence')).toBeFocused();
  await page.keyboard.press('4');
  await page.keyboard.press('5');
  await expect(page.getByText('19 of 19 items', { exact: true })).toBeVisible();
  const { scores, overall } = await openRating(page);
  expect(overall).toMatchObject({ adherence: 4, quality: 5 });
  expect(
    scores
      .map(({ item, adherence, quality, noOccasion }) => [item, adherence, quality, noOccasion])
      .toSorted((one, other) => Number(one[0]) - Number(other[0])),
  ).toEqual(
    Array.from({ length: 19 }, (_, index) => {
      const item = index + 1;
      return noOccasion.includes(item)
        ? [item, null, null, true]
        : [item, adherence(item), quality(item), false];
    }),
  );
  expect(scores.find(({ item }) => item === 12)?.note).toBe('Twice, both times kindly.');
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Submit the rating' });
  await expect(dialog.getByText('Everything is rated.')).toBeVisible();
  // Far from everything was played: said, and nothing more.
  await expect(dialog.getByText(/^\d % of the recording was watched\. Ratings of a part/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Submit and lock' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  // Locked: the same keys do nothing now.
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect((await openRating(page)).marks).toHaveLength(40);
}
