/** The one guarded door: who asks, is the question well-formed, can the record take it. */
import { type BrowserWindow, ipcMain } from 'electron';
import type { z } from 'zod';
import { reasonOf } from '../db/open.ts';
import { refusalOf } from '../db/refused.ts';
import { writtenIn } from '../db/text.ts';
import type { Answer, Told } from '../preload/api.ts';
import { home } from './origin.ts';
import type { Guard } from './trouble/guard.ts';

/** A question of the contract: the shape of its one argument, and the function that answers. */
export type Call = { input: z.ZodType; run: (input: never) => unknown };

export const call = <I, O>(input: z.ZodType<I>, run: (input: I) => O) => ({ input, run });

/** The calls of a part of the contract, each with the shape of its argument. */
export type Calls<Part extends { [Name in keyof Part]: (argument: never) => Promise<unknown> }> = {
  [Name in keyof Part]: {
    input: z.ZodType<Parameters<Part[Name]>[0]>;
    run: (input: Parameters<Part[Name]>[0]) => ReturnType<Part[Name]> | Awaited<ReturnType<Part[Name]>>;
  };
};

/**
 * Answers each named call. A stranger or a malformed question is refused with an error and changes nothing.
 * @param guard of an open library, for calls that need one: what it cannot vouch for is not acknowledged. Each call
 * waits until it is `ready`.
 * @returns what ends it: nobody answers these calls then
 */
export function answerCalls(
  calls: Readonly<Record<string, Call>>,
  guard: Pick<Guard, 'before' | 'after' | 'reason'> & { ready?: () => Promise<void> } = {
    before: () => undefined,
    after: () => undefined,
    reason: reasonOf,
  },
): () => void {
  for (const [name, { input, run }] of Object.entries(calls)) {
    ipcMain.handle(name, async (event, argument: unknown): Promise<Answer<unknown>> => {
      const frame = event.senderFrame;
      if (frame === null || frame.parent !== null || frame.origin !== home) throw new Error('unknown sender');
      const parsed = parse(input, argument);
      if (parsed === undefined) throw new Error(`malformed question: ${name}`);
      try {
        await guard.ready?.();
        const unsafe = guard.before();
        if (unsafe !== undefined) return { ok: false, reason: unsafe };
        // The shape was checked by the very schema that stands beside `run`. What was kept before a rule is told by it.
        const value = await run(parsed.data as never);
        const lost = guard.after();
        return lost === undefined ? { ok: true, value: writtenIn(value) } : { ok: false, reason: lost };
      } catch (error) {
        const reason = refusalOf(error) ?? guard.reason(error);
        if (reason === undefined) throw error;
        return { ok: false, reason };
      }
    });
  }
  return () => {
    for (const name of Object.keys(calls)) ipcMain.removeHandler(name);
  };
}

/** Undefined when it is malformed. */
function parse(input: z.ZodType, argument: unknown): { data: unknown } | undefined {
  try {
    const { success, data } = input.safeParse(argument);
    return success ? { data } : undefined;
  } catch {
    // Of what only looks like a text, with a `length` that is no number, zod asks too much, and throws.
    return undefined;
  }
}

/** Tells the window what it has not asked for. */
export function tell<Name extends keyof Told>(
  window: BrowserWindow | undefined,
  name: Name,
  value: Told[Name],
): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(name, value);
}
