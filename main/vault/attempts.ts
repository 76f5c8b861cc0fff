/**
 * Wrong secrets make the next try wait, longer each time. Counted for each key file by what is in it, so that neither a
 * restart nor a copy of the folder begins anew; measured by a clock that nobody can set.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** So many mistakes cost nothing: fingers slip. */
const free = 3;
const firstMs = 5000;
const longestMs = 300_000;
/** The oldest are forgotten: a machine has a few libraries. */
const most = 200;

/** How long after so many wrong tries in a row the next one is taken: 0, 0, 0, 5 s, 10 s, 20 s … 5 minutes. */
export const waitAfter = (failed: number): number =>
  failed <= free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(failed - free - 1, 20));

/** Which key file this is. */
export const keyFileId = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

export type Attempts = ReturnType<typeof attempts>;

/**
 * @param file where the counts outlive the program
 * @param now milliseconds of a monotonic clock. Its beginning is the program's: what is left of a wait when the
 * program ends is waited for anew, and whole, so that no clock of the wall is needed
 */
export function attempts(file: string, now: () => number = () => performance.now()) {
  const failed = new Map(read(file));
  const since = new Map<string, number>([...failed.keys()].map((id) => [id, now()]));

  function keep(): void {
    for (const id of [...failed.keys()].slice(0, -most)) failed.delete(id);
    try {
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(failed)));
      renameSync(`${file}.new`, file);
    } catch (error) {
      // The counts hold while the program runs; that nobody gets in because the disk is full would be worse.
      console.error(`the tries are not remembered: ${String(error)}`);
    }
  }

  function waitMs(id: string): number {
    const wait = waitAfter(failed.get(id) ?? 0);
    return Math.max(0, Math.ceil(wait - (now() - (since.get(id) ?? 0))));
  }

  return {
    /** Until the next try is taken. */
    waitMs,
    /**
     * Counts a try as wrong before it is made: who pulls the plug in the middle gains nothing.
     * @returns 0 when it may be made, else how long it is too early; it is not counted then
     */
    begin(id: string): number {
      const early = waitMs(id);
      if (early > 0) return early;
      const count = (failed.get(id) ?? 0) + 1;
      failed.delete(id);
      failed.set(id, count);
      since.set(id, now());
      keep();
      return 0;
    },
    /** The work of a wrong try is over: the wait begins now. */
    wrong(id: string): number {
      since.set(id, now());
      return waitMs(id);
    },
    right(id: string): void {
      failed.delete(id);
      since.delete(id);
      keep();
    },
  };
}

const shape = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.int().min(1).max(1_000_000));

function read(file: string): [string, number][] {
  try {
    const found = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return found.success ? Object.entries(found.data) : [];
  } catch {
    // Not there yet, or not ours: nobody has tried.
    return [];
  }
}
