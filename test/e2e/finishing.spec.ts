import type { Page } from 'playwright';
import type { Coverage } from '../../db/coverage';
import { soundOnly } from '../fixtures/media';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { addLead, beginRating, goTo, playerTime, rateEverything, sessionRows } from './steps';

const ratingId = (page: Page) => page.evaluate(() => window.location.hash.split('/').at(-1) ?? '');
const submitDialog = (page: Page) => page.getByRole('dialog', { name: 'Submit the rating' });

/** A session with a sound recording, and the desk of a new supervisor. */
async function openDesk(program: Program): Promise<Page> {
  const { page } = await program.start();
  await program.choose(soundOnly());
  await page.getByRole('button', { name: 'Add recording' }).click();
  await addLead(page, 'T-01', 'Kari');
  await beginRating(page, 'SK');
  return page;
}

/** What the contract says of every way to change a rating. */
const changeEverything = (page: Page, id: string) =>
  page.evaluate(async (ratingId) => {
    const { api } = window;
    const mark = {
      ratingId,
      item: 4,
      kind: 'intervention',
      atMs: 0,
      endMs: null,
      therapist: 'first',
      aspect: null,
      quality: null,
      note: '',
    } as const;
    const view = await api.rating(ratingId);
    const [first] = view.ok && view.value?.outcome === 'open' ? view.value.marks : [];
    const answers = {
      addMark: await api.addMark(mark),
      editMark: first && (await api.editMark({ id: first.id, quality: 1 })),
      removeMark: first && (await api.removeMark(first.id)),
      editScore: await api.editScore({ ratingId, item: 1, quality: 1 }),
      editOverall: await api.editOverall({ ratingId, quality: 1 }),
      undo: await api.undo(ratingId),
      redo: await api.redo(ratingId),
      submit: await api.submit({ ratingId, gaps: [] }),
      keepPlayed: await api.keepPlayed({
        ratingId,
        positionMs: 0,
        stretches: [{ fromMs: 0, toMs: 1000, rate: 1 }],
      }),
    };
    return Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, answer?.ok === false ? answer.reason : 'taken']),
    );
  }, id);

test('a rating is submitted with what is missing one click away, locked, amended, and its history told', async ({
  program,
}) => {
  test.setTimeout(180_000);
  let page = await openDesk(program);
  const first = await ratingId(page);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Item 12, 0/ })).toHaveCount(1);
  await rateEverything(page, () => 4);
  // Two are taken back: item 7 whole, and the adherence of item 9.
  await page.evaluate(async (id) => {
    await window.api.editScore({ ratingId: id, item: 7, adherence: null, quality: null });
    await window.api.editScore({ ratingId: id, item: 9, adherence: null });
  }, first);
  await page.reload();
  await expect(page.getByTestId('clock')).toBeVisible();

  // What is missing is listed, and one click leads to its first scale.
  await page.keyboard.press('Control+Enter');
  const dialog = submitDialog(page);
  await expect(dialog.getByText('2 ratings are missing')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Submit and lock' })).toBeDisabled();
  await dialog.getByRole('button', { name: /^9 / }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[data-item="9"] [data-part="adherence"] [tabindex="0"]')).toBeFocused();
  await page.keyboard.press('4');
  await expect(page.getByText('18 of 19 items')).toBeVisible();

  // The other gets a reason. Little was watched: that is said, and holds nobody back.
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(dialog.getByText('1 rating is missing')).toBeVisible();
  await expect(dialog.getByText(/0 % of the recording was watched. Ratings of a part/)).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Reason for 7 / }).fill('The sound was gone.');
  await dialog.getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();

  // Locked: on the desk, in the contract, and after a restart.
  const refused = {
    addMark: 'submitted',
    editMark: 'submitted',
    removeMark: 'submitted',
    editScore: 'submitted',
    editOverall: 'submitted',
    undo: 'submitted',
    redo: 'submitted',
    submit: 'submitted',
    keepPlayed: 'submitted',
  };
  expect(await changeEverything(page, first)).toEqual(refused);
  await program.kill();
  ({ page } = await program.start());
  await page.getByRole('link', { name: 'SK' }).click();
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.locator('button[data-item="1"], section[data-item="1"] button').first().click();
  await page.keyboard.type('1r7');
  await expect(page.locator('[data-item="1"] [aria-checked="true"]').first()).toHaveText('4');
  expect(await changeEverything(page, first)).toEqual(refused);

  // Amended: the next version is open, the first stays as it was.
  await page.getByRole('button', { name: 'Amend …' }).click();
  const amend = page.getByRole('dialog', { name: 'Amend the rating' });
  await expect(amend.getByRole('button', { name: 'Open version 2' })).toBeDisabled();
  await amend.getByLabel('Reason').fill('Item 7 heard again.');
  await amend.getByRole('button', { name: 'Open version 2' }).click();
  await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible();
  const second = await ratingId(page);
  expect(second).not.toBe(first);
  await expect(page.getByText('18 of 19 items')).toBeVisible();
  await page.keyboard.type('7');
  await page.keyboard.press('r');
  await page.keyboard.press('5');
  await page.keyboard.press('6');
  await expect(page.getByText('19 of 19 items')).toBeVisible();

  // The history tells both versions, and leads to the first.
  await page.getByRole('button', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history.getByRole('heading', { level: 3 })).toHaveText([/^Version 2/, /^Version 1/]);
  await expect(history.getByText('Item 7: quality – → 6')).toBeVisible();
  await expect(history.getByText('Opened for amendment: Item 7 heard again.')).toBeVisible();
  await expect(history.getByText('Item 7: adherence 4 → –, quality 4 → –')).toBeVisible();
  await expect(history.getByText(/^Mark at 00:00:0\d on item 12: added$/)).toBeVisible();
  await history.getByRole('link', { name: 'Open this version' }).click();
  await expect(page.getByText('This is version 1. Version 2 is the latest.')).toBeVisible();
  await expect(page.getByText('18 of 19 items')).toBeVisible();
  await page.getByRole('link', { name: 'Open version 2' }).click();
  await expect(page.getByText('19 of 19 items')).toBeVisible();
});

test('one reason serves for everything that is missing', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('Control+Enter');
  const dialog = submitDialog(page);
  await expect(dialog.getByText('20 ratings are missing')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Reason for 1 / }).fill('Only listened in');
  await dialog.getByRole('button', { name: 'Use “Only listened in” for all' }).click();
  await dialog.getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
});

test('what is still being written or marked when submitting is asked for is in the rating', async ({
  program,
}) => {
  const page = await openDesk(program);
  const id = await ratingId(page);
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note on the mark' })).toBeFocused();
  await page.keyboard.type('He waits');
  await page.keyboard.press('Control+Enter');
  const dialog = submitDialog(page);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('6');
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('textbox', { name: /^Reason for 1 / }).fill('Only listened in');
  await dialog.getByRole('button', { name: 'Use “Only listened in” for all' }).click();
  await dialog.getByRole('button', { name: 'Submit and lock' }).click();
  await expect(page.getByText(/^Submitted .*, version 1$/)).toBeVisible();
  const marks = await page.evaluate(async (ratingId) => {
    const view = await window.api.rating(ratingId);
    return view.ok && view.value?.outcome === 'open' ? view.value.marks : [];
  }, id);
  expect(marks.map(({ item, quality, note }) => [item, quality, note]).toSorted()).toEqual([
    [12, 6, ''],
    [4, null, 'He waits'],
  ]);
});

test('coverage grows only by what is really played', async ({ program }) => {
  test.setTimeout(120_000);
  const page = await openDesk(program);
  const id = await ratingId(page);
  const coverage = (): Promise<Coverage | undefined> =>
    page.evaluate(async (asked) => {
      const answer = await window.api.rating(asked);
      return answer.ok && answer.value?.outcome === 'open' ? answer.value.coverage : undefined;
    }, id);

  // Seeking and scrubbing count nothing.
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => playerTime(page)).toBe(600_000);
  const ruler = await page.getByRole('slider', { name: 'Time line' }).boundingBox();
  if (ruler === null) throw new Error('no time line');
  await page.mouse.move(ruler.x + 20, ruler.y + 5);
  await page.mouse.down();
  for (let x = 20; x < 200; x += 10) await page.mouse.move(ruler.x + x, ruler.y + 5);
  await page.mouse.up();
  await page.reload();
  await expect(page.getByText('Watched 0 %')).toBeVisible();
  expect((await coverage())?.stretches).toEqual([]);

  // Playing counts, at its speed, and no more than what was heard.
  await goTo(page, '10:00');
  await expect.poll(() => playerTime(page)).toBe(600_000);
  await page.keyboard.press(']');
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(602_000);
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(632_500);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await coverage())?.stretches.length).toBe(2);
  const found = await coverage();
  const [before, after] = found?.stretches ?? [];
  expect(before?.fromMs).toBeGreaterThanOrEqual(600_000);
  expect(before?.fromMs).toBeLessThan(600_300);
  expect(before?.toMs).toBeGreaterThan(601_900);
  expect(before?.toMs).toBeLessThan(612_000);
  expect((after?.fromMs ?? 0) - (before?.toMs ?? 0)).toBeGreaterThan(29_000);
  expect(found?.meanRate).toBeCloseTo(1.25);
  expect(found?.watchedMs).toBeLessThan(20_000);
  expect(found?.fastShare).toBe(0);

  // The foot of the sheet leads to what was not watched.
  await page.getByRole('button', { name: /^Watched \d %$/ }).click();
  await page.getByRole('button', { name: /^Not watched: / }).click();
  await expect.poll(() => playerTime(page)).not.toBe(600_000);
});

test('the limit of the warning is a setting', async ({ program }) => {
  const page = await openDesk(program);
  await page.keyboard.press('Control+Enter');
  await expect(submitDialog(page).getByText(/Ratings of a part/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  const limit = page.getByRole('textbox', { name: 'Say so when less was watched than' });
  await limit.fill('0');
  await page.getByRole('link', { name: 'Library' }).click();
  await page.getByRole('link', { name: 'SK' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(
    submitDialog(page).getByText('0 % of the recording was watched.', { exact: true }),
  ).toBeVisible();
  await expect(submitDialog(page).getByText(/Ratings of a part/)).toBeHidden();
});

test("while rating for certification nobody else's ratings can be read, also by asking the contract", async ({
  program,
}) => {
  test.setTimeout(120_000);
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  await page.getByRole('link', { name: '27 Aug 2026' }).click();
  await expect(page.getByRole('link', { name: 'Henrik B.' })).toBeVisible();
  const sessionId = await ratingId(page);

  const readable = () =>
    page.evaluate(async (session) => {
      const value = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
        const given = await answer;
        if (!given.ok) throw new Error('not answered');
        return given.value;
      };
      const { api } = window;
      const library = await value(api.library());
      const view = await value(api.session(session));
      const row = view?.row;
      const progress = await value(
        api.progress({ kind: 'therapist', therapistId: row?.firstTherapistId ?? '' }),
      );
      return {
        viewerId: library.viewerId,
        inLibrary: row?.ratings.filter(({ raterId }) => raterId !== library.viewerId).length,
        hidden: row?.hiddenRatings,
        scores: view?.scores.length,
        points: progress.ratings.filter(
          ({ sessionId, raterId }) => sessionId === session && raterId !== library.viewerId,
        ).length,
      };
    }, sessionId);
  const rows = await sessionRows(page);
  const others = rows.find(({ id }) => id === sessionId)?.ratings.map(({ ratingId }) => ratingId);
  expect(others?.length).toBeGreaterThan(3);

  // A rater in training begins, and from then on is alone with the session.
  await page.getByRole('combobox', { name: 'Who rates?' }).click();
  await page.getByRole('option', { name: '+ New rater …' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rater' });
  await dialog.getByLabel('Name or initials').fill('Tiril');
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'In training' }).click();
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('combobox', { name: 'Purpose' }).click();
  await page.getByRole('option', { name: 'Certification' }).click();
  await page.getByRole('button', { name: 'Rate', exact: true }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  const own = await ratingId(page);

  const blind = await readable();
  expect(blind).toMatchObject({ inLibrary: 0, hidden: others?.length, scores: 0, points: 0 });
  for (const id of others ?? []) {
    const [rating, history, shown] = await page.evaluate(
      async ([asked, session]) => [
        await window.api.rating(asked ?? ''),
        await window.api.history({ ratingId: asked ?? '' }),
        await window.api.showOthers(session ?? ''),
      ],
      [id, sessionId],
    );
    expect(rating).toMatchObject({ ok: true, value: { outcome: 'hidden' } });
    expect(Object.keys((rating as { value: object }).value).toSorted()).toEqual([
      'outcome',
      'raterName',
      'sessionId',
    ]);
    expect(history).toEqual({ ok: true, value: undefined });
    expect(shown).toEqual({ ok: true, value: { found: false } });
  }
  // Neither by taking somebody's name in a setting, nor by being nobody.
  const tried = await page.evaluate(() =>
    window.api.saveSettings({ raterId: null } as never).catch((error: unknown) => String(error)),
  );
  expect(tried).toMatch(/malformed question/);
  await page.evaluate(() => window.api.chooseRater(null));
  expect(await readable()).toMatchObject({ inLibrary: 0, scores: 0, points: 0 });
  await page.evaluate(async (asked) => {
    const answer = await window.api.library();
    const tiril = answer.ok ? answer.value.raters.find(({ name }) => name === 'Tiril') : undefined;
    if (tiril !== undefined) await window.api.chooseRater({ raterId: tiril.id });
    return asked;
  }, own);

  // The window says so, and shows everything once the own rating is submitted.
  await page.reload();
  await page.getByRole('link', { name: 'Back to the session' }).click();
  await expect(page.getByText(/ratings are hidden until you have submitted yours/)).toBeVisible();
  await page.goto(`app://home/#/rate/${others?.[0]}`);
  await expect(page.getByText(/Others' ratings of this session are hidden/)).toBeVisible();
  await page.evaluate(async (asked) => {
    const missing = await window.api.missing(asked);
    const gaps = (missing.ok ? (missing.value ?? []) : []).map((item) => ({ item, reason: 'A test' }));
    await window.api.submit({ ratingId: asked, gaps });
  }, own);
  expect(await readable()).toMatchObject({ hidden: 0, inLibrary: others?.length });
  expect((await readable()).points).toBeGreaterThan(0);
});

test("another's rating is read, not changed, and a look at it during the own one is kept", async ({
  program,
}) => {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  const row = page.getByRole('row').filter({ hasText: '29 Oct 2026' });
  await expect(row.getByRole('link', { name: /Henrik B\./ })).toHaveText(/^Henrik B\./);
  const own = await row.getByRole('link', { name: /Solveig K\./ }).getAttribute('href');
  await row.getByRole('link', { name: /Henrik B\./ }).click();
  await expect(page.getByText('You are still rating this session.', { exact: false })).toBeVisible();
  const sawOthers = () =>
    page.evaluate(async (id) => {
      const answer = await window.api.rating(id);
      return answer.ok && answer.value?.outcome === 'open' ? answer.value.rating.sawOthersAt : undefined;
    }, own?.split('/').at(-1) ?? '');
  expect(await sawOthers()).toBeNull();
  await page.getByRole('button', { name: "Show others' ratings" }).click();
  await expect(page.getByTestId('clock')).toBeVisible();
  expect(await sawOthers()).toMatch(/^\d{4}-/);
  await expect(page.getByText('Henrik B. has submitted this rating.', { exact: false })).toBeVisible();
  expect(await changeEverything(page, await ratingId(page))).toMatchObject({
    addMark: 'notYours',
    editMark: 'notYours',
    removeMark: 'notYours',
    editScore: 'notYours',
    editOverall: 'notYours',
    undo: 'notYours',
    submit: 'notYours',
    keepPlayed: 'notYours',
  });

  // Somebody else reads Solveig's open rating, says that they are Solveig, and goes on with it.
  await page.evaluate(() => window.api.chooseRater(null));
  await page.goto(`app://home/${own}`);
  await page.reload();
  await expect(page.getByText('Solveig K. made this rating.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'I am Solveig K.' }).click();
  await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radiogroup', { name: 'Quality of the mark' })).toBeVisible();
});

test('a rater is chosen in the navigation, and stays chosen', async ({ program }) => {
  const library = await demoLibrary(program.folder);
  let { page } = await program.start({ switches: [library] });
  await page.getByRole('button', { name: 'You are Solveig K.' }).click();
  await page
    .getByRole('dialog', { name: 'You are Solveig K.' })
    .getByRole('button', { name: 'Nora L.' })
    .click();
  await expect(page.getByRole('button', { name: 'You are Nora L.' })).toBeVisible();
  await program.close();
  ({ page } = await program.start({ switches: [library] }));
  await expect(page.getByRole('button', { name: 'You are Nora L.' })).toBeVisible();
});

test('a rating is begun only by those who rate this session for this purpose, and only once', async ({
  program,
}) => {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  const sessionId = (await sessionRows(page)).find(({ date }) => date === '2026-08-24')?.id ?? '';
  const begun = await page.evaluate(async (session) => {
    const { api } = window;
    const answer = await api.library();
    if (!answer.ok) throw new Error('no library');
    const { raters, therapists } = answer.value;
    const trainee = await api.addRater({ name: 'Tiril', kind: 'trainee' });
    if (!trainee.ok) throw new Error('no rater');
    const idOf = (code: string) => therapists.find((one) => one.code === code)?.id ?? '';
    const rater = (kind: string) => raters.find((one) => one.kind === kind)?.id ?? '';
    const begin = async (by: Parameters<typeof api.beginRating>[0]['by']) => {
      const given = await api.beginRating({ sessionId: session, by });
      return given.ok ? given.value?.id : 'refused';
    };
    return {
      traineeSupervises: await begin({ raterId: trainee.value.id, purpose: 'supervision' }),
      traineeResearches: await begin({ raterId: trainee.value.id, purpose: 'research' }),
      selfSupervises: await begin({ raterId: rater('self'), purpose: 'supervision' }),
      otherTherapist: await begin({ therapistId: idOf('T-07') }),
      trains: await begin({ raterId: trainee.value.id, purpose: 'training' }),
      trainsAgain: await begin({ raterId: trainee.value.id, purpose: 'training' }),
      certifies: await begin({ raterId: trainee.value.id, purpose: 'certification' }),
    };
  }, sessionId);
  expect(begun).toMatchObject({
    traineeSupervises: undefined,
    traineeResearches: undefined,
    selfSupervises: undefined,
    otherTherapist: undefined,
    trains: expect.any(String),
    trainsAgain: begun.trains,
  });
  expect(begun.certifies).not.toBe(begun.trains);
});
