/** The Electron that the set-up chose, for everything that runs one: start, demo and the tests. */
import { chosenElectron } from './setup/electron.mjs';

/**
 * @returns {{ executablePath: string, args: string[], kind: 'official' | 'development' }} `args` come before all others
 */
export const electron = () => {
  const chosen = chosenElectron();
  if (chosen === undefined) throw new Error('No Electron is set up yet: `node build/setup.mjs` does that.');
  // Chromium refuses to run as root with its sandbox; nobody else goes without it.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath: chosen.executablePath, args, kind: chosen.kind };
};
