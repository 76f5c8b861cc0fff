/** Holds a library: one program at a time has it open. SQLite's own locks do not reach across a network. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { InUse } from '../../preload/api.ts';
import { type InUseRecord, judge, type Machine, readRecord, writeRecord } from './inUse.ts';
import { alive } from './machine.ts';

export const inUseFile = (folder: string): string => join(folder, 'in-use');

export type Hold = {
  /** Who has taken the library over; undefined while it is ours. */
  takenBy: () => InUse | undefined;
  /** Says that the library is still open here. */
  beat: () => void;
  /** Keeps the number of the last change that was acknowledged, for whoever opens the library after a crash. */
  keep: (last: number) => void;
  /** The number that one before us kept, who did not release the library; 0 for none. */
  found: number;
  release: () => void;
  /** The library is not opened after all: whoever tries next finds the same number. */
  giveBack: () => void;
};

type Options = {
  folder: string;
  me: Machine;
  now: () => Date;
  /** The one who may be passed over: a person was told, and decided to. */
  passOver: string | undefined;
};

/**
 * Takes hold of a library, silently from a program of this machine that is no more.
 * @throws what the file system throws when the folder cannot be written to
 */
export function takeHold({
  folder,
  me,
  now,
  passOver,
}: Options): { hold: Hold } | { inUse: InUse; token: string } {
  const file = inUseFile(folder);
  const token = randomUUID();
  const since = now().toISOString();
  let last = 0;
  let open: 0 | 1 = 1;
  const ours = (): InUseRecord => ({
    token,
    machine: me.id,
    name: me.name,
    boot: me.boot,
    process: me.process,
    since,
    at: now().toISOString(),
    open,
    last: String(last).padStart(10, '0'),
  });

  /** Whole from the first moment. @returns the time by the clock of the disk, milliseconds */
  function writeBeside(beside: string): number {
    writeFileSync(beside, writeRecord(ours()), { flag: 'wx', flush: true });
    return openedFor(beside, 'r', (opened) => fstatSync(opened).mtimeMs);
  }

  /** @returns who is in the way */
  function take(): { inUse: InUse; token: string } | undefined {
    const beside = `${file}.${token}.part`;
    try {
      const nowMs = writeBeside(beside);
      const found = look(file);
      if (found !== undefined && found.token !== passOver) {
        const inUse = judge(found, me, nowMs - found.writtenMs, alive);
        if (inUse !== undefined) return { inUse, token: found.token };
      }
      // Kept on until the library is open: it may not be this time.
      last = Math.max(last, Number(found?.last ?? 0));
      writeFileSync(beside, writeRecord(ours()), { flush: true });
      if (found === undefined && linked(beside, file)) return undefined;
      renameSync(beside, file);
      return undefined;
    } finally {
      rmSync(beside, { force: true });
    }
  }

  const takenBy = (): InUse | undefined => {
    const found = look(file);
    if (found === undefined || found.token === token) return undefined;
    return { machine: found.name, since: found.since, here: found.machine === me.id, silent: false };
  };

  const inTheWay = take();
  if (inTheWay !== undefined) return inTheWay;
  // Two may have taken it at the same moment: the last one has it.
  const other = look(file);
  const faster = takenBy();
  if (other !== undefined && faster !== undefined) return { inUse: faster, token: other.token };

  return {
    hold: {
      takenBy,
      found: last,
      beat: say,
      keep(number) {
        last = number;
        say();
      },
      release() {
        try {
          if (look(file)?.token === token) rmSync(file, { force: true });
        } catch {
          // The disk may be away or read-only. The next one sees that this process is no more.
        }
      },
      giveBack() {
        open = 0;
        say();
      },
    },
  };

  function say(): void {
    try {
      openedFor(file, 'r+', (opened) => {
        // By the opened file, which stays the same one even when another takes its name meanwhile.
        if (readRecord(readFileSync(opened, 'utf8'))?.token === token) {
          writeSync(opened, writeRecord(ours()), 0);
        }
      });
    } catch {
      // Somebody deleted it, or the disk is away or full: said again in half a minute.
      if (look(file) === undefined) again();
    }
  }

  function again(): void {
    try {
      take();
    } catch {
      // The disk is away: the next try comes in half a minute.
    }
  }
}

/** False where something is there already, or the file system has no links: then a rename has to do. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Undefined when there is none, or none of ours. */
function look(file: string): (InUseRecord & { writtenMs: number }) | undefined {
  try {
    return openedFor(file, 'r', (opened) => {
      const record = readRecord(readFileSync(opened, 'utf8'));
      return record && { ...record, writtenMs: fstatSync(opened).mtimeMs };
    });
  } catch {
    return undefined;
  }
}

function openedFor<T>(file: string, how: 'r' | 'r+', work: (opened: number) => T): T {
  const opened = openSync(file, how);
  try {
    return work(opened);
  } finally {
    closeSync(opened);
  }
}
