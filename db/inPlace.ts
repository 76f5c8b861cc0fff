/** Whether what is open is still what lies there: SQLite goes on writing into a file that was moved or deleted. */
import { statSync } from 'node:fs';

/** What makes a file the same one, whatever it is called; undefined when nothing is there. */
function identity(file: string): string | undefined {
  try {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    return found && `${found.dev}/${found.ino}`;
  } catch {
    // The disk does not answer: nobody can say that it is there.
    return undefined;
  }
}

/**
 * @param file of a database that was opened just now and has a log of writes beside it
 * @returns tells whether the same two files are still at their places: two looks at the disk, microseconds each
 */
export function inPlace(file: string): () => boolean {
  const places = [file, `${file}-wal`].map((path) => ({ path, opened: identity(path) }));
  return () => places.every(({ path, opened }) => opened !== undefined && identity(path) === opened);
}
