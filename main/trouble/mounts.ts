/** What is mounted on this machine, as the system lists it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Mount, type Surroundings, sharedPlace } from './place.ts';

/** Lines of /proc/mounts: what, where, type, options. Spaces are written as \040 there. */
export const mountsOfLinux = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, place, type] = line.split(' ');
    if (place === undefined || type === undefined) return [];
    return [{ place: place.replace(/\\([0-7]{3})/g, (_, code) => octal(code)), type }];
  });

const octal = (code: string): string => String.fromCharCode(Number.parseInt(code, 8));

/** Lines of `mount` on a Mac: "//me@server/share on /Volumes/share (smbfs, nodev, nosuid)". */
export const mountsOfMac = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const found = / on (\/.*) \((\w+)/.exec(line);
    return found?.[1] === undefined || found[2] === undefined ? [] : [{ place: found[1], type: found[2] }];
  });

function mounts(platform: Surroundings['platform']): Mount[] {
  try {
    if (platform === 'linux') return mountsOfLinux(readFileSync('/proc/mounts', 'utf8'));
    if (platform === 'darwin')
      return mountsOfMac(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }));
  } catch {
    // It is not known then, and the name of the folder has to tell.
  }
  return [];
}

/** Where a library lies on this machine. */
export function sharedPlaceHere(folder: string) {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const around = { platform, env: process.env, mounts: mounts(platform), exists: existsSync } as const;
  return sharedPlace(folder, around);
}
