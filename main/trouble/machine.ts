/** This machine and this process. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Machine } from './inUse.ts';

/** @param file where the machine's random name is kept; made the first time */
export function thisMachine(file: string): Machine {
  return {
    id: idIn(file),
    name: hostname().slice(0, 100),
    boot: textOf('/proc/sys/kernel/random/boot_id') ?? '',
    process: process.pid,
  };
}

function idIn(file: string): string {
  const known = textOf(file);
  if (known !== undefined && /^[0-9a-f-]{36}$/.test(known)) return known;
  const id = randomUUID();
  try {
    writeFileSync(file, id);
  } catch {
    // On a full disk it has another name the next time, and waits for a few minutes after a crash.
  }
  return id;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Whether a process of this machine runs. */
export function alive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // There is one, of somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // What Node throws here.
  }
}
