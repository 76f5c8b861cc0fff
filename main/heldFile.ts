/** On Windows a file has no other put in its place while a program reads it, such as one that looks for viruses. */
import { renameSync } from 'node:fs';

/** How long to wait before each further try; within a second in all. Milliseconds. */
export const waitsMs = [20, 40, 80, 160, 300, 400] as const;

/** Whether a try that failed may do better in a moment. */
export function isHeld(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
}

/**
 * Renames a file, and tries again for a moment when another program has it open. This thread waits meanwhile: for small
 * files, and for threads that do nothing else.
 * @param rename of the disk, which a test lets fail
 * @throws what the last try says
 */
export function renameHeld(
  from: string,
  to: string,
  rename: (from: string, to: string) => void = renameSync,
): void {
  for (const waitMs of waitsMs) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
  rename(from, to);
}
