/** Which Electron runs here: the pinned official one, or where it cannot be fetched, the development runtime. */
import { existsSync } from 'node:fs';
import { buildDevelopmentRuntime, developmentRuntime } from './developmentRuntime.mjs';
import { fetchOfficial, officialPath } from './officialElectron.mjs';
import { readNote, readProjectJson, writeNote } from './places.mjs';
import { say, stop } from './say.mjs';

/** @typedef {{ kind: 'official' | 'development', executablePath: string, wanted: string }} Choice */

/** The choice an earlier run made. @returns {Choice | undefined} */
export const chosenElectron = () => {
  const note = readNote('electron');
  return note === undefined ? undefined : /** @type {Choice} only chooseElectron writes this note */ (note);
};

/** @returns {Promise<Choice>} */
export const chooseElectron = async () => {
  const { version } = readProjectJson('node_modules', 'electron', 'package.json');
  const asked = process.env.MBT_G_RATER_ELECTRON;
  if (asked !== undefined && asked !== 'official' && asked !== 'development') {
    stop(`MBT_G_RATER_ELECTRON is '${asked}'; it can be 'official' or 'development', or be left out.`);
  }
  const development = developmentRuntime();
  const before = chosenElectron();
  // A choice holds until the pinned version changes, its files are gone, or the other kind is asked for.
  if (before && existsSync(before.executablePath) && (asked === undefined || asked === before.kind)) {
    if (before.kind === 'official' && before.wanted === version) return before;
    if (before.wanted === version && before.executablePath === development?.executablePath) return before;
  }
  /** @param {Choice} choice */
  const take = (choice) => {
    writeNote('electron', choice);
    return choice;
  };

  const refused = asked === 'development' ? 'it was asked for' : await fetchOfficial(version);
  if (refused === undefined) {
    say(`Electron ${version}, the official one, is ready.`);
    return take({ kind: 'official', executablePath: officialPath(), wanted: version });
  }
  if (asked === 'official' || development === undefined) {
    const elsewhere =
      development === undefined ? ' A substitute for development exists for Linux on x64 only.' : '';
    stop(
      `Electron ${version} could not be fetched: ${refused.replace(/\.+$/, '')}.${elsewhere}`,
      'Make its release page reachable (HTTPS_PROXY with ELECTRON_GET_USE_PROXY=1, or a copy of it named in ELECTRON_MIRROR), then run the same command again.',
    );
  }
  await buildDevelopmentRuntime(development);
  say(
    `Taking the development runtime, Electron ${development.electron}, ${asked === 'development' ? 'because ' : `as the official ${version} could not be fetched: `}${refused}. ` +
      'MBT_G_RATER_ELECTRON=official before the command tries the official one again.',
  );
  return take({ kind: 'development', executablePath: development.executablePath, wanted: version });
};
