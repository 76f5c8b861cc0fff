/** On Windows a file has no other put in its place while a program reads it, such as one that looks for viruses. */

/** How long to wait before each further try; within a second in all. Milliseconds. */
export const waitsMs = [20, 40, 80, 160, 300, 400] as const;

/** Whether a try that failed may do better in a moment. */
export function isHeld(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
}
