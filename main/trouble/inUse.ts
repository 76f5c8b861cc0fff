/** Who has a library open: what stands in the small file `in-use` in its folder, and what that means to another. */
import { z } from 'zod';
import type { InUse } from '../../preload/api.ts';

/** This machine, as it tells itself apart from others. */
export type Machine = {
  /** Random, kept with the settings. */
  id: string;
  /** What people call it. */
  name: string;
  /** The same until it starts anew, for programs with other settings; empty where the system has none. */
  boot: string;
  process: number;
};

const signs = z.string().max(200);
const record = z.object({
  /** Random, new each time a library is opened. */
  token: z.uuid(),
  machine: signs,
  name: signs,
  boot: signs,
  process: z.int().min(0),
  since: z.iso.datetime(),
  /** When it was last said that the library is still open, by the clock of that machine. */
  at: z.iso.datetime(),
  /** 0 when it was not opened after all; the record stays for the number in it. */
  open: z.literal([0, 1]),
  /** The number of the last change that was acknowledged, in ten digits. */
  last: z.string().regex(/^\d{10}$/),
});
export type InUseRecord = z.infer<typeof record>;

/** Undefined for what we did not write: ours are there whole or not at all. */
export function readRecord(text: string): InUseRecord | undefined {
  try {
    return record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** As long each time, so that it can be written over the one before. */
export const writeRecord = (record: InUseRecord): string => JSON.stringify(record);

/** Who says nothing for this long may be gone; they say it every half minute. Milliseconds. */
const silentMs = 3 * 60_000;

/**
 * @param ageMs since the record was last written, by the clock of the disk it lies on
 * @param alive whether a process of this machine runs
 * @returns who has the library open; undefined when nobody does, and it can be opened
 */
export function judge(
  found: InUseRecord,
  me: Machine,
  ageMs: number,
  alive: (process: number) => boolean,
): InUse | undefined {
  if (found.open === 0) return undefined;
  const sameBoot = found.boot !== '' && found.boot === me.boot && found.name === me.name;
  const here = found.machine === me.id || sameBoot;
  if (here && (found.process === me.process || !alive(found.process))) return undefined;
  return { machine: found.name, since: found.since, here, silent: ageMs > silentMs };
}
