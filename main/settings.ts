/** Settings of this machine, in a small file that is replaced whole. */
import * as nodeDisk from 'node:fs';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { reasonOf } from '../db/open.ts';
import type { Settings, SomeSettings } from '../preload/api.ts';
import { renameHeld } from './heldFile.ts';

const chord = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9]{1,30}$/),
  shift: z.literal(true).exactOptional(),
  ctrl: z.literal(true).exactOptional(),
  alt: z.literal(true).exactOptional(),
});

const shape = {
  language: z.enum(['nb', 'en']),
  colours: z.enum(['auto', 'light', 'dark']),
  raterId: z.uuid().nullable(),
  exportFolder: z.string().min(1).max(4096).nullable(),
  libraries: z.array(z.string().min(1).max(4096)).max(10).readonly(),
  deskSplit: z.number().min(40).max(75),
  resumeBackMs: z.int().min(0).max(10_000),
  preRollMs: z.int().min(0).max(15_000),
  notePauses: z.boolean(),
  // Which actions there are is the window's matter.
  keys: z
    .record(z.string().regex(/^[a-zA-Z0-9]{1,40}$/), z.array(chord).max(3).readonly())
    .refine((keys) => Object.keys(keys).length <= 100),
  stage: z.enum(['picture', 'both', 'transcript']),
  captions: z.boolean(),
  coverageWarning: z.int().min(0).max(100),
  placesRead: z.array(z.string().min(1).max(4096)).max(20).readonly(),
  lockAfterMinutes: z.int().min(0).max(120),
  keepMonths: z.int().min(1).max(240).nullable(),
};
/** Some of the settings, as the window sends them. Who sits there is not told in passing, and places are not the window's. */
export const someSettings = z
  .strictObject(shape)
  .omit({ raterId: true, exportFolder: true, libraries: true, placesRead: true })
  .partial();

export type MachineSettings = ReturnType<typeof openSettings>;

type Disk = Pick<typeof nodeDisk, 'writeFileSync' | 'renameSync' | 'rmSync'>;
/** What can be saved here: the window's settings, and what only the main process keeps. */
type Given = SomeSettings & {
  [Key in 'raterId' | 'exportFolder' | 'libraries' | 'placesRead']?: Settings[Key];
};

/**
 * @param locale of the operating system, as in BCP 47
 * @param on the disk, which a test lets fail
 */
export function openSettings(file: string, locale: string, on: Disk = nodeDisk) {
  const language = /^(nb|nn|no)\b/i.test(locale) ? 'nb' : 'en';
  const usual: Settings = {
    language,
    colours: 'auto',
    raterId: null,
    exportFolder: null,
    libraries: [],
    deskSplit: 60,
    resumeBackMs: 2000,
    preRollMs: 5000,
    notePauses: false,
    keys: {},
    stage: 'picture',
    captions: false,
    coverageWarning: 90,
    placesRead: [],
    lockAfterMinutes: 10,
    keepMonths: null,
  };
  let settings: Settings = { ...usual, ...read(file) };

  function changed(some: Given): Settings {
    const given = Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
    return { ...settings, ...given };
  }

  function write(saved: Settings): void {
    const beside = `${file}.new`;
    try {
      on.writeFileSync(beside, JSON.stringify(saved));
      // Settings are small and asked for at once: the program waits.
      renameHeld(beside, file, on.renameSync);
    } catch (error) {
      on.rmSync(beside, { force: true });
      throw error;
    }
  }

  return {
    get: (): Settings => settings,
    /** @throws what the file system throws; nothing is changed then */
    save(some: Given): Settings {
      const saved = changed(some);
      write(saved);
      settings = saved;
      return settings;
    },
    /** For what is only kept for the next time: on a full disk it holds until the program ends. */
    remember(some: Given): void {
      settings = changed(some);
      try {
        write(settings);
      } catch (error) {
        if (reasonOf(error) === undefined && !isMissing(error)) throw error;
      }
    },
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** What can be read of the file; each entry that is missing or wrong falls back to the usual one. */
function read(file: string): Partial<Settings> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Not there yet, or not ours: the usual settings serve.
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  const entries = Object.entries(found).filter(
    ([key, value]) => Object.hasOwn(shape, key) && shape[key as keyof typeof shape].safeParse(value).success,
  );
  return Object.fromEntries(entries);
}
