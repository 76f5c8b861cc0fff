/** What people do in the program without a mouse, and the log that would tell if they had used one. */
import type { Page } from 'playwright';
import type { Mark } from '../../db/model';
import { expect } from './program';
import { playerTime } from './steps';

/** What takes a moment a hundred times in a test is looked at again soon. */
const soon = { intervals: [20] };

/** Loads the page again with a log of everything that a mouse, a pen or a finger does from the first moment on. */
export async function watchForPointers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kinds = ['mousedown', 'mouseup', 'pointerdown', 'pointerup', 'click', 'dblclick', 'wheel'];
    for (const kind of [...kinds, 'touchstart', 'touchend', 'dragstart']) {
      const note = (event: Event) => {
        // A button pressed by keyboard sends a click that counts no presses of a mouse.
        if (kind === 'click' && event instanceof MouseEvent && event.detail === 0) return;
        sessionStorage.setItem('pointers', `${sessionStorage.getItem('pointers') ?? ''} ${kind}`);
      };
      window.addEventListener(kind, note, { capture: true, passive: true });
    }
    sessionStorage.setItem('pointers', sessionStorage.getItem('pointers') ?? '');
  });
  await page.reload();
  await page.locator('main').waitFor();
  expect(await pointers(page)).toBe('');
}

/** The log; null when nobody watched. */
export const pointers = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem('pointers'));

/** Presses Tab until the keyboard is where it is wanted, as somebody does who sees the focus move. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'combobox' | 'textbox' | 'link',
) {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeEnabled();
  for (let press = 0; press < 60; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${role} “${name}”`);
}

/** Chooses from a list with the arrow keys. */
export async function chooseByArrows(page: Page, field: string, option: string): Promise<void> {
  await tabTo(page, field, 'combobox');
  const wanted = page.getByRole('option', { name: option, exact: true }).and(page.locator(':visible'));
  for (let press = 0; press < 10; press += 1) {
    await page.keyboard.press('ArrowDown');
    await expect(wanted).toBeVisible();
    if ((await wanted.getAttribute('data-combobox-selected')) === 'true') {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`no way by the arrows to “${option}”`);
}

/** Goes to a time in the recording by writing it. */
export async function goTo(page: Page, time: string): Promise<void> {
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('textbox', { name: 'Time' })).toBeFocused();
  await page.keyboard.type(time);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => playerTime(page), soon).toBe(msOf(time));
}

/** Of 'minutes:seconds' or 'hours:minutes:seconds'. */
export const msOf = (time: string): number =>
  1000 * time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

export type Moment = Pick<Mark, 'item' | 'therapist'> & {
  at: string;
  /** A stretch up to here. */
  to?: string;
  missed?: true;
  quality?: number;
  /** So many presses of E. */
  aspect?: number;
  note?: string;
  /** So many steps of 100 ms later. */
  later?: number;
  /** The same moment on another item as well. */
  also?: number;
};

const seats = { first: 'a', second: 'b', both: 'c' } as const;

/** Makes the marks of a moment, each in the record before the next key that depends on it. */
export async function mark(page: Page, moment: Moment, before: number): Promise<number> {
  const { at, to, missed, quality, aspect = 0, note, later = 0, also } = moment;
  await goTo(page, at);
  await page.keyboard.press(seats[moment.therapist]);
  if (missed) await page.keyboard.press('m');
  await page.keyboard.type(String(moment.item));
  if (to === undefined) await page.keyboard.press('Enter');
  else {
    await page.keyboard.press('Shift+Enter');
    await goTo(page, to);
    await page.keyboard.press('Enter');
  }
  // A digit is the quality; without one, a second Enter goes on.
  if (also !== undefined) {
    await page.keyboard.press('s');
    await page.keyboard.type(String(also));
    if (also === 1) await page.keyboard.press('Enter');
  }
  await page.keyboard.press(quality === undefined ? 'Enter' : String(quality));
  const made = before + (also === undefined ? 1 : 2);
  await expect.poll(async () => (await openRating(page)).marks.length, soon).toBe(made);
  for (let press = 0; press < aspect; press += 1) await page.keyboard.press('e');
  for (let press = 0; press < later; press += 1) await page.keyboard.press('Alt+Period');
  if (note !== undefined) {
    await page.keyboard.press('n');
    await page.keyboard.type(note);
    await page.keyboard.press('Enter');
  }
  return made;
}

/** What the record has of the rating on screen. */
export async function openRating(page: Page) {
  const answer = await page.evaluate(() => window.api.rating(location.hash.split('/').at(-1) ?? ''));
  if (!answer.ok || answer.value?.outcome !== 'open') throw new Error('no rating');
  return answer.value;
}
