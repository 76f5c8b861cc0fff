/** A rating by chance, through the bridge of the real program, with a second account of what was acknowledged. */
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import { after, inOrder, type Model, nextStep, type State, type Step } from './model';

type Seen = State & { version: number; submitted: boolean; positionMs: number; ratingId: string };

/** What the window is told of the latest version of a rating. */
export function seen(page: Page, ratingId: string): Promise<Seen> {
  return page.evaluate(async (known) => {
    const value = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false; reason: string }>) => {
      const answer = await asked;
      if (!answer.ok) throw new Error(answer.reason);
      return answer.value;
    };
    const first = await value(window.api.rating(known));
    if (first?.outcome !== 'open') throw new Error('not open');
    const latest = first.versions[0]?.id ?? known;
    const view = latest === known ? first : await value(window.api.rating(latest));
    if (view?.outcome !== 'open') throw new Error('not open');
    const { rating, marks, scores, overall } = view;
    const phases = await value(window.api.phases(rating.sessionId));
    return {
      ratingId: rating.id,
      version: rating.version,
      submitted: rating.submittedAt !== null,
      positionMs: rating.positionMs,
      marks: marks.map(({ item, atMs, quality, note }) => ({ item, atMs, quality, note })),
      scores: scores.map(({ ratingId: _, ...score }) => score),
      overall: { adherence: overall.adherence, quality: overall.quality, note: overall.note },
      phases: phases.map(({ name, startMs, endMs }) => ({ name, startMs, endMs })),
    };
  }, ratingId);
}

/** The account of a rating as it is found, with nothing to undo. */
export function modelOf({ version, submitted, positionMs, ratingId: _, ...now }: Seen): Model {
  return { now: tidy(now), done: [], undone: [], version, submitted, positionMs };
}

/** Brings a rating to where its account begins: what was done before the account can no longer be undone nor redone. */
export async function beginAccount(page: Page, ratingId: string): Promise<Model> {
  await page.evaluate(async (id) => {
    for (;;) {
      const answer = await window.api.undo(id);
      if (!answer.ok) throw new Error(answer.reason);
      if (!answer.value.found) return;
    }
  }, ratingId);
  const begun = modelOf(await seen(page, ratingId));
  const step: Step = { do: 'editOverall', overall: { adherence: 4, quality: 4, note: 'Begun' } };
  await take(page, ratingId, step);
  return after(begun, step);
}

const tidy = (state: State): State => ({
  ...state,
  marks: inOrder(state.marks),
  scores: [...state.scores].sort((a, b) => a.item - b.item),
});

/** Whether the window shows exactly what an account says. */
export function agrees({ ratingId: _, version, submitted, positionMs, ...now }: Seen, model: Model): boolean {
  return isDeepStrictEqual(
    { version, submitted, positionMs, now: tidy(now) },
    {
      version: model.version,
      submitted: model.submitted,
      positionMs: model.positionMs,
      now: tidy(model.now),
    },
  );
}

/** Does one step, and waits for its acknowledgement in the window. @throws when it is refused */
function take(page: Page, ratingId: string, step: Step): Promise<string> {
  return page.evaluate(
    async ({ ratingId, step }) => {
      const must = async <T>(asked: Promise<{ ok: true; value: T } | { ok: false; reason: string }>) => {
        const answer = await asked;
        if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
        return answer.value;
      };
      const markAt = async (atMs: number) => {
        const view = await must(window.api.rating(ratingId));
        const found = view?.outcome === 'open' ? view.marks.find((mark) => mark.atMs === atMs) : undefined;
        if (found === undefined) throw new Error(`no mark at ${atMs}`);
        return found.id;
      };
      switch (step.do) {
        case 'addMark':
          await must(
            window.api.addMark({
              ...step.mark,
              ratingId,
              kind: 'intervention',
              endMs: null,
              therapist: 'first',
              aspect: null,
            }),
          );
          break;
        case 'editMark':
          await must(window.api.editMark({ id: await markAt(step.atMs), note: step.note }));
          break;
        case 'removeMark':
          await must(window.api.removeMark(await markAt(step.atMs)));
          break;
        case 'editScore':
          await must(window.api.editScore({ ...step.score, ratingId }));
          break;
        case 'editOverall':
          await must(window.api.editOverall({ ...step.overall, ratingId }));
          break;
        case 'setPhases': {
          const view = await must(window.api.rating(ratingId));
          if (view?.outcome !== 'open') throw new Error('not open');
          await must(
            window.api.setPhases({
              sessionId: view.rating.sessionId,
              ratingId,
              phases: step.phases.map((phase) => ({ ...phase })),
            }),
          );
          break;
        }
        case 'undo':
          await must(window.api.undo(ratingId));
          break;
        case 'redo':
          await must(window.api.redo(ratingId));
          break;
        case 'keepPlayed':
          await must(window.api.keepPlayed({ ratingId, positionMs: step.positionMs, stretches: [] }));
          break;
        case 'submit': {
          const missing = (await must(window.api.missing(ratingId))) ?? [];
          const gaps = missing.map((item) => ({ item, reason: 'Not in this part' }));
          await must(window.api.submit({ ratingId, gaps }));
          break;
        }
        case 'amend': {
          const next = await must(window.api.amend({ ratingId, reason: 'A second look' }));
          if (next === undefined) throw new Error('no next version');
          return next.id;
        }
      }
      return ratingId;
    },
    { ratingId, step },
  );
}

export type Work = {
  /** After everything that was acknowledged. */
  model: Model;
  /** Asked for and not acknowledged yet. */
  asked: Step | undefined;
  ratingId: string;
  acknowledged: number;
  /** Asked for, acknowledged or not: what a kill left in between may have been kept, and no two marks share a place. */
  steps: number;
};

/** Works on until the program is gone, or `enough` says so. The account is kept up to date in `work`. */
export async function workOn(
  page: Page,
  work: Work,
  next: () => number,
  enough: () => boolean,
): Promise<void> {
  while (!enough()) {
    const step = nextStep(work.model, next, work.steps);
    work.steps += 1;
    work.asked = step;
    work.ratingId = await take(page, work.ratingId, step);
    work.model = after(work.model, step);
    work.acknowledged += 1;
    work.asked = undefined;
  }
}
