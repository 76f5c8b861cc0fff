/** Builds the program into out/ when a source is newer than what lies there. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inProject, ownNode } from './setup/places.mjs';
import { run } from './setup/run.mjs';
import { stop, withProgress } from './setup/say.mjs';

const settings = ['build/electron.vite.config.ts', 'build/public', 'package.json', 'package-lock.json'];
const sources = ['db', 'main', 'preload', 'renderer', ...settings];
const outputs = ['main', 'preload', 'renderer'].map((name) => inProject('out', name));

/** The times of a file, or of a folder and all in it: a folder's own time tells of a file that was removed.
 * @param {string} place @returns {number[]} */
const times = (place) => {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [found.mtimeMs];
  return [found.mtimeMs, ...readdirSync(place).flatMap((name) => times(path.join(place, name)))];
};

const isCurrent = () => {
  const newestSource = Math.max(...sources.flatMap((name) => times(inProject(name))));
  return outputs.every((folder) => Math.max(0, ...times(folder)) >= newestSource);
};

export const compileWhenNeeded = async () => {
  if (isCurrent()) return;
  const vite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const options = ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  const { code, output } = await withProgress('building', () =>
    run(ownNode, [vite, ...options], { cwd: inProject() }),
  );
  if (code === 0) return;
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line));
  stop(`The program could not be built:\n\n${lines.join('\n').trim()}`);
};
