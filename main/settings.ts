/** Settings of this machine, in a small file that is replaced whole. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Settings, SomeSettings } from '../preload/api.ts';

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
  keepMonths: z.int().min(1).max(240).nullable(),
};
/** Some of the settings, as the window sends them. Who sits there is not told in passing, and places are not the window's. */
export const someSettings = z
  .strictObject(shape)
  .omit({ raterId: true, exportFolder: true, libraries: true })
  .partial();

export type MachineSettings = ReturnType<typeof openSettings>;

/** @param locale of the operating system, as in BCP 47 */
export function openSettings(file: string, locale: string) {
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
    keepMonths: null,
  };
  let settings: Settings = { ...usual, ...read(file) };

  return {
    get: (): Settings => settings,
    save(
      some: SomeSettings & { raterId?: string | null; exportFolder?: string; libraries?: readonly string[] },
    ): Settings {
      const given = Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
      const saved = { ...settings, ...given };
      writeFileSync(`${file}.new`, JSON.stringify(saved));
      renameSync(`${file}.new`, file);
      settings = saved;
      return settings;
    },
  };
}

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
