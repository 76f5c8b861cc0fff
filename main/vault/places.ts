/** What lies where in the folder of a library. */
import { join } from 'node:path';

export const recordFile = (folder: string): string => join(folder, 'record.db');
export const keysFile = (folder: string): string => join(folder, 'keys.age');
/** The same keys once more, under the recovery code. */
export const recoveryFile = (folder: string): string => join(folder, 'recovery.age');
export const recordingsFolder = (folder: string): string => join(folder, 'recordings');
export const backupsFolder = (folder: string): string => join(folder, 'backups');
/** There as long as nobody has said that the recovery code of a new library is kept. */
export const codeNotKept = (folder: string): string => join(folder, 'recovery-code-not-kept');
/** The encrypted copy of a library from before there were keys, until it takes the place of the record. */
export const encryptedCopy = (folder: string): string => join(folder, 'record.encrypted.db');
