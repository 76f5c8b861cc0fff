/** Malformed questions to the real program, over the real bridge. */
import { join } from 'node:path';
import fc from 'fast-check';
import { type Api, calls } from '../../preload/api.ts';
import { everyRow } from '../fixtures/everyRow.ts';
import { anything, made } from '../fixtures/malformed.ts';
import { played } from '../fixtures/media.ts';
import { expect, type Program } from './program';

const batch = 500;
/** They ask a person for a place, and do so when a question happens to be right. */
const asksForAPlace: readonly string[] = ['savePdf', 'saveChart'] satisfies (keyof Api)[];

/**
 * Asks them in the page, in batches, a library with a session being open.
 * @returns how many were refused by the bridge or behind it, and how many were right by chance, of which calls
 */
export async function askMalformed(program: Program, count: number, seed: number) {
  const { app, page } = await program.start();
  await program.drop(played['film.mp4']());
  await expect(page.getByText('film.mp4')).toBeVisible();
  await app.evaluate(({ dialog }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    for (const name of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'] as const)
      dialog[name] = async () => {
        shown.push(name);
        return { canceled: true, filePath: '', filePaths: [], response: 0, checkboxChecked: false };
      };
    process.on('unhandledRejection', (error) => shown.push(`unhandled: ${String(error)}`));
  });
  const file = join(program.folder, 'library', 'record.db');
  const before = everyRow(file);
  const questions = fc.sample(fc.tuple(fc.constantFrom(...calls), anything), { numRuns: count, seed });
  const told = { asked: 0, notEvenSent: 0, refused: 0, rightByChance: 0 };
  const right: string[] = [];
  for (let from = 0; from < count; from += batch) {
    // As text, for the policy of the page forbids what is made of text there.
    const answers = await page.evaluate<('notEvenSent' | 'refused' | 'rightByChance')[]>(`(async () => {
      ${made.toString()}
      const questions = ${JSON.stringify(questions.slice(from, from + batch)).replaceAll('__proto__', '\\u005f_proto__')};
      return Promise.all(questions.map(async ([name, recipe]) => {
        try {
          await window.api[name](made(recipe));
          return 'rightByChance';
        } catch (error) {
          return /malformed question/.test(String(error)) ? 'refused' : 'notEvenSent';
        }
      }));
    })()`);
    for (const [index, answer] of answers.entries()) {
      told.asked += 1;
      told[answer] += 1;
      const name = questions[from + index]?.[0];
      if (answer === 'rightByChance' && name !== undefined) right.push(name);
    }
  }
  // Set above.
  const shown = await app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  const asked = right.filter((name) => asksForAPlace.includes(name));
  expect(shown).toEqual(asked.map(() => 'showSaveDialog'));
  expect(everyRow(file)).toEqual(before);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  return { ...told, of: [...new Set(right)].sort() };
}
