/** Where a playable copy is written: a file outside, or the library itself. */
import { randomUUID } from 'node:crypto';
import { close, closeSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { Linked } from '../../preload/api.ts';
import { openNew, settle, type Written, writeAll } from './disk.ts';
import { type Inspection, inspect } from './inspect.ts';
import type { Leftover } from './leftover.ts';

const shut = promisify(close);

export type CopyTarget = {
  /** The name of the copy. */
  name: string;
  write: (position: number, bytes: Uint8Array) => Promise<Written>;
  /** Returns when all that was written is on the disk, and is what was written. */
  settle: () => Promise<Written>;
  /** The copy as it lies there now. */
  inspect: () => Promise<Inspection>;
  /** Puts it into its place and points the session to it; undefined when that is not possible, and nothing is left. */
  place: () => Promise<Linked | undefined>;
  /** Leaves nothing behind. */
  drop: () => Promise<void>;
  /** The same at the end of the program, when nothing can be waited for. */
  dropNow: () => void;
};

type Options = {
  place: string;
  leftover: Leftover;
  link: () => Promise<Linked>;
};

/** Beside its place first; undefined where nothing can be written. */
export function plainTarget({ place, leftover, link }: Options): CopyTarget | undefined {
  const part = `${place}.${randomUUID().slice(0, 8)}.part`;
  const file = openNew(part);
  if (file === undefined) return undefined;
  leftover.remember(part);
  return {
    name: basename(place),
    write: (position, bytes) => writeAll(file, position, bytes),
    settle: () => settle(file),
    inspect: () => inspect(part),
    async place() {
      await shut(file);
      const moved = await rename(part, place).then(
        () => true,
        () => false,
      );
      if (!moved) await rm(part, { force: true });
      leftover.forget(part);
      return moved ? link() : undefined;
    },
    async drop() {
      await shut(file);
      await rm(part, { force: true });
      leftover.forget(part);
    },
    dropNow() {
      closeSync(file);
      rmSync(part, { force: true });
      leftover.forget(part);
    },
  };
}
