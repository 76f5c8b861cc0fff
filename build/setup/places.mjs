/** Where the set-up finds and keeps things. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const home = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..', '..');

/** The project's folder, or a path inside it. @param {string[]} parts */
export const inProject = (...parts) => path.join(home, ...parts);

/** The Node that the project brings as a dependency: scripts and tests run on it, whatever the machine has. */
export const ownNode = inProject(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Things that take long to make and serve every copy of the project. @param {string[]} parts */
export const inCache = (...parts) =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'mbt-g-rater', ...parts);

/**
 * What an earlier run found or did. It lies inside node_modules, so that it goes when they go.
 * @param {string} name
 */
const note = (name) => inProject('node_modules', '.mbt-g-rater', name);

/** @param {string} name @returns {unknown} undefined when there is no such note, or an unreadable one */
export const readNote = (name) => {
  try {
    return JSON.parse(readFileSync(note(name), 'utf8'));
  } catch {
    return undefined;
  }
};

/** @param {string} name @param {unknown} value */
export const writeNote = (name, value) => {
  mkdirSync(path.dirname(note(name)), { recursive: true });
  writeFileSync(note(name), JSON.stringify(value));
};

/** @param {string} name */
export const dropNote = (name) => rmSync(note(name), { force: true });

/** @param {string[]} parts a JSON file inside the project */
export const readProjectJson = (...parts) => JSON.parse(readFileSync(inProject(...parts), 'utf8'));
