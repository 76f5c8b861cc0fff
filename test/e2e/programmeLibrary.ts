import type { Page } from 'playwright';
import { demoStore } from '../../build/demo/demoStore.ts';
import { makeAgreement } from '../../build/demo/makeAgreement.ts';
import { seeded } from '../../build/demo/random.ts';
import { items } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import { expect } from './program';

/** Solveig and Henrik have rated every session; over the first four there was a consensus. */
export async function programmeLibrary(folder: string, sessions: number): Promise<void> {
  const { raterIds, sessionIds } = await makeAgreement(folder, { raters: 2, sessions, marks: false });
  const [leaderId = ''] = raterIds;
  const store = openAgain(folder);
  store.together(() => {
    for (const name of ['Kari N.', 'Ola T.']) store.raters.add({ name, kind: 'trainee' });
    for (const sessionId of sessionIds.slice(0, 4)) {
      const consensus = store.ratings.begin({ sessionId, raterId: leaderId, purpose: 'consensus' });
      for (const { number } of items) {
        const level = { adherence: 4, quality: 4, noOccasion: false, note: '' };
        store.judgements.editScore({ ratingId: consensus.id, item: number, ...level });
      }
      store.judgements.editOverall({ ratingId: consensus.id, adherence: 4, quality: 4, note: '' });
      store.finishing.submit({ ratingId: consensus.id, gaps: [] });
    }
  });
  store.close();
}

function openAgain(folder: string): Store {
  let second = 0;
  return demoStore(folder, {
    now: () => new Date(Date.UTC(2026, 10, 1, 8, 0, second++)),
    newId: seeded(6).uuid,
  });
}

/** Somebody else sits down in front of the screen. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(You are|Du er)/ }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: /^(You are|Du er)/ })).toContainText(name);
}

/** Gives every item of the open desk's rating the same level, and leaves nothing missing. */
export async function rateAlike(page: Page, level: number): Promise<void> {
  const ratingId = page.url().split('/').at(-1) ?? '';
  await page.evaluate(
    async ({ rating, numbers, given }) => {
      for (const item of numbers)
        await window.api.editScore({ ratingId: rating, item, adherence: given, quality: given });
      await window.api.editOverall({ ratingId: rating, adherence: given, quality: given });
    },
    { rating: ratingId, numbers: items.map(({ number }) => number), given: level },
  );
  await page.reload();
  await expect(page.getByTestId('clock')).toBeVisible();
}

/** Makes a programme as who sits there: two sessions to practise, one for a test, one for checks; both trainees. */
export async function aProgrammeOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const made = await window.api.addProgramme({
      name: 'Autumn',
      editionId: 'mbt-g-aqs/1',
      dimension: 'both',
      rules: {
        within1: { percent: 80, sessions: 1 },
        bias: 0.5,
        icc: null,
        overallWithin1: true,
        fewestSessions: 1,
      },
      attempts: 2,
      validMonths: 12,
      target: 0.7,
      doublePercent: 20,
    });
    if (!made.ok || made.value === undefined) throw new Error('no programme');
    const programmeId = made.value.id;
    const choices = await window.api.standardChoices(programmeId);
    const library = await window.api.library();
    if (!choices.ok || !library.ok) throw new Error('no sessions');
    const oldest = choices.value.toReversed();
    const parts = ['practice', 'practice', 'test', 'check'] as const;
    for (const [at, part] of parts.entries()) {
      const choice = oldest[at];
      if (choice === undefined) throw new Error('too few sessions');
      await window.api.putProgrammeSession({
        programmeId,
        sessionId: choice.session.id,
        part,
        testSet: part === 'test' ? 1 : null,
        standardId: choice.ratings[0]?.ratingId ?? null,
      });
    }
    for (const { id, kind } of library.value.raters) {
      if (kind === 'trainee') await window.api.enrol({ programmeId, raterId: id });
    }
    return programmeId;
  });
}

/** Rates and submits the own work of a kind, the same level for every item, without the desk. */
export async function submitWork(page: Page, kind: 'practice' | 'test', level: number): Promise<void> {
  await page.evaluate(
    async ({ wanted, numbers, given }) => {
      const work = await window.api.work();
      if (!work.ok) throw new Error('no work');
      for (const one of work.value.filter((item) => item.kind === wanted && item.submittedAt === null)) {
        const begun = await window.api.beginWork(one.assignmentId);
        if (!begun.ok || begun.value === undefined) throw new Error('not begun');
        const ratingId = begun.value.id;
        for (const item of numbers)
          await window.api.editScore({ ratingId, item, adherence: given, quality: given });
        await window.api.editOverall({ ratingId, adherence: given, quality: given });
        await window.api.submit({ ratingId, gaps: [] });
      }
    },
    { wanted: kind, numbers: items.map(({ number }) => number), given: level },
  );
}
