/** What can be read of a damaged record becomes a backup like the others; the record itself stays as it is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkRecord } from '../../db/copy.ts';
import type { DatabaseKey } from '../../db/open.ts';
import { salvage } from '../../db/salvage.ts';
import type { SalvageMade } from '../../preload/api.ts';
import { backupsFolder, recordFile } from '../vault/places.ts';
import { bytesOf, clear, type Disk, realDisk } from './disk.ts';
import { failureOf } from './make.ts';
import { backupName } from './names.ts';

type Salvaging = { folder: string; key: DatabaseKey; migrations: string; now: Date };

export function makeSalvage({ folder, key, migrations, now }: Salvaging, disk: Disk = realDisk): SalvageMade {
  const place = backupsFolder(folder);
  const name = backupName(now, 'salvaged', (one) => existsSync(join(place, one)));
  const part = join(place, `${name}.part`);
  const parts = [part, `${part}-wal`, `${part}-shm`];
  try {
    disk.makeFolder(place);
    if (disk.room(place) < bytesOf(recordFile(folder))) return { outcome: 'noRoom' };
    const found = salvage(recordFile(folder), key, part, migrations);
    if (found === undefined) return { outcome: 'nothing' };
    disk.settle(part);
    if ('reason' in checkRecord(part, key)) return { outcome: 'nothing' };
    disk.rename(part, join(place, name));
    return { outcome: 'salvaged', name, found };
  } catch (error) {
    return { outcome: failureOf(error) };
  } finally {
    for (const one of parts) clear(one, disk);
  }
}
