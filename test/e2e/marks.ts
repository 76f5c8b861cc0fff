/** Marks made through the bridge, as fast as a test needs them, and what the record has of them. */
import type { Page } from 'playwright';
import { openSolveigs } from './steps';

/** Opens the rating that Solveig is in the middle of; its id. */
export async function solveigsRating(page: Page): Promise<string> {
  await openSolveigs(page);
  return page.evaluate(() => location.hash.split('/').at(-1) ?? '');
}

/** Asks for a mark: its id, or why there is none. */
export const addMark = (page: Page, ratingId: string, atMs: number, note = '') =>
  page.evaluate(
    async (mark) => {
      const answer = await window.api.addMark(mark);
      return answer.ok ? { id: answer.value.id } : { reason: answer.reason };
    },
    {
      ratingId,
      item: 12,
      kind: 'intervention' as const,
      atMs,
      endMs: null,
      therapist: 'first' as const,
      aspect: null,
      quality: null,
      note,
    },
  );

/** The ids of all marks of a rating, as the window is told of them. */
export const markIds = (page: Page, ratingId: string): Promise<string[]> =>
  page.evaluate(async (id) => {
    const answer = await window.api.rating(id);
    return answer.ok && answer.value?.outcome === 'open' ? answer.value.marks.map((mark) => mark.id) : [];
  }, ratingId);
