/** What lies where in the folder of a library. */
import { join } from 'node:path';

export const recordFile = (folder: string): string => join(folder, 'record.db');
export const keysFile = (folder: string): string => join(folder, 'keys.age');
/** The same keys once more, under the recovery code. */
export const recoveryFile = (folder: string): string => join(folder, 'recovery.age');
