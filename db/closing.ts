/** The ends of a database: tidied up, or left exactly as it lies. */
import { connect, type DatabaseKey, type Db } from './open.ts';

/**
 * Closes without tidying up: the last connection would copy the log of writes into the file and delete it, which would
 * spoil both for another machine that has opened the library meanwhile. While a second connection that can only read
 * is there, the first is not the last; and the second could not write if it tried.
 */
export function closeUntouched(db: Db, key: DatabaseKey): void {
  const witness = connect(db.name, key, { readonly: true });
  try {
    witness.pragma('schema_version');
    db.close();
  } finally {
    witness.close();
  }
}
