/** Backups that nobody has to think of, and the check of the whole record, while one library is open. */
import { isDamage, type NotOpened } from '../../db/open.ts';
import type { BackupTrouble } from '../../preload/api.ts';
import { inRecordWorker } from '../inRecordWorker.ts';
import type { OpenLibrary } from '../oneLibrary.ts';
import { backupsFolder, recordFile } from '../vault/places.ts';
import { bytesOf, clearParts, realDisk } from './disk.ts';
import { replaceKeys } from './keys.ts';
import { type Made, makeBackup } from './make.ts';

const everyMs = 30 * 60_000;
/** A record of this size is copied and checked in a fraction of a second: short enough to lock after it. */
const smallBytes = 16_000_000;

type Options = {
  library: OpenLibrary;
  /** Called once with what is wrong with the record. */
  onDamage: (reason: NotOpened) => void;
  onMade: () => void;
  /** Called when one could not be made, and not again until one could. */
  onTrouble: (trouble: BackupTrouble) => void;
};

export type Automatic = ReturnType<typeof automatic>;

export function automatic({ library, onDamage, onMade, onTrouble }: Options) {
  const { folder, keys } = library;
  const ending = new AbortController();
  const { signal } = ending;
  let trouble: BackupTrouble | undefined;
  let chosen: string | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other. Undefined when the library was closed meanwhile. */
  function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const turn = last.then(async () => {
      if (signal.aborted) return undefined;
      try {
        return await work();
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
    });
    // Whoever asked hears of an error; the next one begins all the same.
    last = turn.catch(() => undefined);
    return turn;
  }

  function tell(made: Made): void {
    if (made.outcome === 'made') {
      trouble = undefined;
      onMade();
    } else if (made.outcome === 'noRoom' || made.outcome === 'unwritable') {
      if (trouble === undefined) onTrouble(made.outcome);
      trouble = made.outcome;
    } else if (made.outcome === 'notRead' && isDamage(made.reason)) onDamage(made.reason);
  }

  async function make(kind: 'automatic' | 'asked'): Promise<Made | undefined> {
    const made = await inTurn(() =>
      inRecordWorker(
        {
          do: 'make',
          folder,
          key: keys.database,
          kind,
          now: new Date(),
          onlyNew: kind === 'automatic',
          chosen,
        },
        { signal },
      ),
    );
    if (made !== undefined && !signal.aborted) tell(made);
    return made;
  }

  async function check(): Promise<void> {
    const found = await inTurn(() => inRecordWorker({ do: 'check', folder, key: keys.database }, { signal }));
    // Another program may hold the file: the next opening looks again.
    if (found !== undefined && 'reason' in found && isDamage(found.reason) && !signal.aborted)
      onDamage(found.reason);
  }

  /** Nobody asked for it: what went wrong is told as every other trouble. */
  const makeByItself = (): Promise<unknown> =>
    make('automatic').catch((error: unknown) => {
      report(error);
      if (!signal.aborted) tell({ outcome: 'unwritable' });
    });

  clearParts(backupsFolder(folder), realDisk);
  clearParts(folder, realDisk);
  void check()
    .catch(report)
    .then(() => makeByItself());
  const clock = setInterval(() => void makeByItself(), everyMs);
  clock.unref();

  return {
    make: () => make('asked'),
    /** Makes one and removes all others, so that what was deleted is in none of them. */
    async removeOld(): Promise<Made | undefined> {
      const made = await inTurn(() =>
        inRecordWorker({ do: 'removeOld', folder, key: keys.database, now: new Date() }, { signal }),
      );
      if (made !== undefined && !signal.aborted) tell(made);
      return made;
    },
    /** After a new passphrase or recovery code. */
    keysChanged: () => replaceKeys(folder),
    /** Somebody is looking at this one, to go back to it: it is not removed. */
    choose(name: string): void {
      chosen = name;
    },
    trouble: () => trouble,
    /** Resolves when nothing reads the record here any more. */
    settled: () => last,
    /** Before the library closes. A small record is copied once more: its last minutes, too, then have a copy. */
    end(): void {
      clearInterval(clock);
      const broken = signal.aborted;
      ending.abort();
      if (broken || bytesOf(recordFile(folder)) > smallBytes) return;
      makeBackup({ folder, key: keys.database, kind: 'automatic', now: new Date(), onlyNew: true, chosen });
    },
    /** Ends it without another copy: what is damaged makes none. */
    stop(): void {
      clearInterval(clock);
      ending.abort();
    },
  };
}

const report = (error: unknown): void => console.error(error);
