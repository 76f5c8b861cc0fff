import type { Page } from 'playwright';
import { everyRow } from '../fixtures/everyRow.ts';
import { expectAccessible } from './accessible';
import { pointers, tabTo, watchForPointers } from './byKeyboard';
import { expect, test } from './program';
import { atRatedSession } from './ratedSession';

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Consensus meeting …' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('option')).toHaveCount(20);
}

const agreed = (page: Page) => page.getByRole('region', { name: 'Agreed on' });
const option = (page: Page, state: string) =>
  page.getByRole('option', { name: new RegExp(`;\\s*${state}$`) });
const progress = (page: Page) => page.getByText(/^\d+ of 20 decided/);

/** Every row of the record but those that came with the meeting: of what the two have rated not one may differ. */
function rowsOf(file: string): Record<string, unknown[]> {
  const tables = ['rating', 'score', 'overall', 'mark', 'gap', 'played'];
  const rows = everyRow(file);
  return Object.fromEntries(tables.map((name) => [name, rows[name] ?? []]));
}

test('two change items for a reason, leave one undecided, and the ratings they came with stay as they were', async ({
  program,
}) => {
  const { page, file, sessionId } = await atRatedSession(program);
  await expect(page.getByRole('button', { name: 'Consensus meeting …' })).toBeVisible();
  const before = rowsOf(file);
  await begin(page);
  const alike = await option(page, 'Alike').count();
  expect(alike).toBeGreaterThan(0);
  await expect(progress(page)).toHaveText(`${alike} of 20 decided · ${20 - alike} open`);

  // The first two are agreed on, each for a reason; a moment of one of them is taken over.
  for (const reason of ['Heard again: it was deepened', 'Both saw it late']) {
    const row = page.getByRole('option', { selected: true });
    await agreed(page)
      .getByRole('radiogroup', { name: 'Adherence' })
      .getByRole('radio', { name: '4' })
      .click();
    await agreed(page).getByRole('radiogroup', { name: 'Quality' }).getByRole('radio', { name: '5' }).click();
    await agreed(page).getByRole('textbox', { name: 'Reason' }).fill(reason);
    await expect(row).toHaveAccessibleName(/agreed Adherence 4, Quality 5;\s*Agreed$/);
    await expect(page.getByText('Saved')).toBeVisible();
    await page.getByRole('button', { name: 'Next difference' }).click();
  }
  await agreed(page).getByRole('button', { name: 'Leave undecided …' }).click();
  await page.getByLabel('Why is it undecided?').fill('We ask the author of the scale');
  await page.getByLabel('Why is it undecided?').press('Enter');
  await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/;\s*Undecided$/);
  await expect(progress(page)).toHaveText(`${alike + 2} of 20 decided · 1 undecided · ${17 - alike} open`);
  const undecided = Number(
    await page.getByRole('option', { selected: true }).evaluate((row) => row.getAttribute('data-item')),
  );

  // It cannot be finished while something is open; what is open leads there.
  await page.getByRole('button', { name: 'Finish …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Finish the consensus meeting' });
  await expect(dialog.getByText('We ask the author of the scale')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Finish and lock' })).toBeDisabled();
  await dialog.locator('li button').first().click();
  await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/;\s*Open$/);
  for (let open = 17 - alike; open > 0; open -= 1) {
    await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/;\s*Open$/);
    for (const side of ['Adherence', 'Quality']) {
      const scale = agreed(page).getByRole('radiogroup', { name: side });
      await scale.getByRole('radio', { name: '4' }).click();
      await expect(scale.getByRole('radio', { name: '4' })).toBeChecked();
    }
    const next = page.getByRole('button', { name: 'Next difference' });
    if (open > 1) await next.click();
  }
  await page.getByRole('button', { name: 'Finish …' }).click();
  await dialog.getByRole('button', { name: 'Finish and lock' }).click();
  await expect(page.getByText(/^Finished .*, version 1$/)).toBeVisible();
  await expect(progress(page)).toHaveText('19 of 20 decided · 1 undecided');

  // Of what was there before, every row is there still, to the byte.
  const after = rowsOf(file);
  for (const [table, rows] of Object.entries(before)) {
    const texts = new Set(after[table]?.map((row) => JSON.stringify(row)));
    expect(rows.filter((row) => !texts.has(JSON.stringify(row)))).toEqual([]);
  }

  await page.getByRole('link', { name: 'Results of the session' }).click();
  await expect(page.getByRole('button', { name: /^Consensus \(.*Henrik B\..*\)$/ })).toBeVisible();
  await page
    .getByRole('option', { name: new RegExp(`^${undecided === 0 ? 'Overall' : `${undecided} `}`) })
    .click();
  await expect(page.getByText(/We ask the author of the scale/)).toBeVisible();
  const told = await page.evaluate(
    (id) => window.api.results(id).then((answer) => (answer.ok ? answer.value?.ratings : undefined)),
    sessionId,
  );
  const consensus = told?.find(({ rating }) => rating.purpose === 'consensus');
  expect(consensus?.scores.map(({ note }) => note).filter((note) => note !== '')).toHaveLength(2);
  expect(consensus?.gaps).toEqual([{ item: undecided, reason: 'We ask the author of the scale' }]);
});

test('a meeting is gone through without a mouse, and what was done is undone', async ({ program }) => {
  const { page } = await atRatedSession(program);
  await watchForPointers(page);
  await tabTo(page, 'Consensus meeting …', 'button');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Begin', 'button');
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toBeVisible();
  const first = await chosen.getAttribute('data-item');
  // From the list into it, through both scales by digits, and on to the next by Enter.
  for (let press = 0; press < 40; press += 1) {
    if (await chosen.evaluate((row) => row === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toBeFocused();
  await expect(chosen).not.toHaveAttribute('data-item', first ?? '');
  await page.keyboard.press('Home');
  await expect(chosen).toHaveAttribute('data-item', first ?? '');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await expect(agreed(page).getByRole('radio', { name: '3', checked: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('5');
  await expect(page.locator(`[role="option"][data-item="${first}"]`)).toHaveAttribute('data-state', 'agreed');
  await page.keyboard.press('Enter');
  await expect(chosen).not.toHaveAttribute('data-item', first ?? '');
  await expect(agreed(page).locator('[data-part="adherence"] [tabindex="0"]')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.locator(`[role="option"][data-item="${first}"]`)).toHaveAttribute('data-state', 'open');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.locator(`[role="option"][data-item="${first}"]`)).toHaveAttribute('data-state', 'agreed');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'Finish the consensus meeting' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await pointers(page)).toBe('');
});

test('a moment of either plays, is taken over, and is left out again', async ({ program }) => {
  const { page } = await atRatedSession(program);
  await begin(page);
  const rows = page.getByRole('option');
  const takes = page.getByRole('button', { name: /over into the consensus$/, pressed: false });
  for (let at = 0; at < 20 && (await takes.count()) === 0; at += 1) {
    await rows.nth(at).click();
    await expect(rows.nth(at)).toHaveAttribute('aria-selected', 'true');
  }
  const moment = page.getByRole('listitem').filter({ has: takes }).first();
  await moment.getByRole('button', { name: /^Play / }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const current = page.locator('li[aria-current]');
  const take = current.getByRole('button', { name: /over into the consensus$/ });
  await take.click();
  await expect(take).toHaveAttribute('aria-pressed', 'true');
  await take.click();
  await expect(take).toHaveAttribute('aria-pressed', 'false');
});

test('a consensus comes of a meeting only, and nobody is shown one over what is hidden from them', async ({
  program,
}) => {
  program.provokes(/malformed question/);
  const { page, sessionId } = await atRatedSession(program);
  await begin(page);
  const address = await page.evaluate(() => window.location.hash);
  const answers = await page.evaluate(async (id) => {
    const given = <Value>(answer: { ok: true; value: Value } | { ok: false; reason: string }) => {
      if (!answer.ok) throw new Error(answer.reason);
      return answer.value;
    };
    const trainee = given(await window.api.addRater({ name: 'Tove', kind: 'trainee' }));
    const ratingId = window.location.hash.split('/').at(-1) ?? '';
    const by = { raterId: trainee.id, purpose: 'consensus' };
    // What a window of ours would never ask.
    const direct = await window.api.beginRating({ sessionId: id, by: by as never }).then(
      () => 'begun',
      () => 'refused',
    );
    given(await window.api.chooseRater({ raterId: trainee.id }));
    return {
      direct,
      choice: given(await window.api.consensusChoice(id)),
      shown: given(await window.api.consensus(ratingId))?.outcome,
      change: await window.api.leaveUndecided({ ratingId, item: 1, reason: 'Mine' }),
      begun: given(await window.api.beginConsensus({ sessionId: id, ratingIds: [], memberIds: [] })),
    };
  }, sessionId);
  expect(answers).toEqual({
    direct: 'refused',
    choice: undefined,
    shown: 'hidden',
    change: { ok: false, reason: 'notYours' },
    begun: { outcome: 'refused', why: 'nobody' },
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: /is not shown/ })).toBeVisible();
  await expectAccessible(page, 'a meeting that is not shown');
  expect(await page.evaluate(() => window.location.hash)).toBe(address);
});
