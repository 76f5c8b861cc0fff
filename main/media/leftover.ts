/** Remembers the one file that is being written, so that a half-written one never outlives a crash. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const note = z.strictObject({ path: z.string().endsWith('.part') });

export type Leftover = ReturnType<typeof leftover>;

/** @param file where the note is kept; what it names is removed at once */
export function leftover(file: string) {
  /** Of another file than this one the note stays. */
  function forget(path: string): void {
    const noted = note.safeParse(read(file));
    if (!noted.success || noted.data.path === path) rmSync(file, { force: true });
  }
  const noted = note.safeParse(read(file));
  if (noted.success) {
    try {
      rmSync(noted.data.path, { force: true });
      forget(noted.data.path);
    } catch {
      // Its disk may not be connected today: the note stays for the next start.
    }
  }
  return {
    remember: (path: string): void => writeFileSync(file, JSON.stringify({ path })),
    forget,
  };
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // There is none, or it was cut short by the same crash.
    return undefined;
  }
}
