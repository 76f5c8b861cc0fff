/** The one guarded door: who asks, is the question well-formed, can the record take it. */
import { type BrowserWindow, ipcMain } from 'electron';
import type { z } from 'zod';
import { type NotOpened, reasonOf } from '../db/open.ts';
import { refusalOf } from '../db/refused.ts';
import type { Answer, Told } from '../preload/api.ts';
import { isHome } from './origin.ts';

/** A question of the contract: the shape of its one argument, and the function that answers. */
export type Call = { input: z.ZodType; run: (input: never) => unknown };

export const call = <I, O>(input: z.ZodType<I>, run: (input: I) => O) => ({ input, run });

/**
 * Answers each named call. A stranger or a malformed question is refused with an error and changes nothing.
 * @param onDamage called when an answer could not be read from the record, because it is damaged
 * @returns what ends it: nobody answers these calls then
 */
export function answerCalls(
  calls: Readonly<Record<string, Call>>,
  onDamage: (reason: NotOpened) => void = () => undefined,
): () => void {
  for (const [name, { input, run }] of Object.entries(calls)) {
    ipcMain.handle(name, async (event, argument: unknown): Promise<Answer<unknown>> => {
      const frame = event.senderFrame;
      if (frame === null || frame.parent !== null || !isHome(frame.url)) throw new Error('unknown sender');
      const parsed = input.safeParse(argument);
      if (!parsed.success) throw new Error(`malformed question: ${name}`);
      try {
        // The shape was checked by the very schema that stands beside `run`.
        return { ok: true, value: await run(parsed.data as never) };
      } catch (error) {
        const reason = refusalOf(error) ?? reasonOf(error);
        if (reason === undefined) throw error;
        if (reason === 'damaged' || reason === 'notADatabase') onDamage(reason);
        return { ok: false, reason };
      }
    });
  }
  return () => {
    for (const name of Object.keys(calls)) ipcMain.removeHandler(name);
  };
}

/** Tells the window what it has not asked for. */
export function tell<Name extends keyof Told>(
  window: BrowserWindow | undefined,
  name: Name,
  value: Told[Name],
): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(name, value);
}
