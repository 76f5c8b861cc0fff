/** The official Electron, fetched by the tools its own package brings. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, ownNode, readProjectJson } from './places.mjs';
import { run } from './run.mjs';
import { withProgress } from './say.mjs';

const folder = inProject('node_modules', 'electron');
// A connection that brings nothing for this long is given up: the set-up must not hang for ever.
const patience = 20_000;

export const officialPath = () =>
  path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'));

/** Loads a module that Electron's own package depends on. @param {string} name @returns {Promise<any>} */
export const fromElectron = (name) =>
  import(pathToFileURL(createRequire(path.join(folder, 'package.json')).resolve(name)).href);

/** @param {unknown} error */
const reasonOf = (error) => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return `its release page gave no answer for ${patience / 1000} seconds`;
  if (error.name === 'HTTPError') return 'its release page refused the download';
  if (error.message === 'fetch failed') return 'its release page is out of reach';
  return error.message;
};

/**
 * Downloads into the cache that Electron's installer looks into first, watching that the download moves on.
 * @param {string} version
 */
const download = async (version) => {
  const { downloadArtifact } = await fromElectron('@electron/get');
  const giveUp = new AbortController();
  let timer = setTimeout(() => giveUp.abort(), patience);
  try {
    await withProgress(`fetching Electron ${version}`, (note) =>
      downloadArtifact({
        version,
        artifactName: 'electron',
        checksums: readProjectJson('node_modules', 'electron', 'checksums.json'),
        cacheRoot: process.env.electron_config_cache,
        downloadOptions: {
          quiet: true,
          signal: giveUp.signal,
          getProgressCallback: (/** @type {{ percent: number }} */ { percent }) => {
            clearTimeout(timer);
            timer = setTimeout(() => giveUp.abort(), patience);
            note(`${Math.round(percent * 100)} %`);
          },
        },
      }),
    );
  } finally {
    clearTimeout(timer);
  }
};

/**
 * @param {string} version
 * @returns {Promise<string | undefined>} why it could not be had; undefined when it is there
 */
export const fetchOfficial = async (version) => {
  try {
    if (readFileSync(path.join(folder, 'dist', 'version'), 'utf8').replace(/^v/, '') !== version)
      await download(version);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return reasonOf(error);
    const refused = await download(version).then(() => undefined, reasonOf);
    if (refused !== undefined) return refused;
  }
  const { code, output } = await run(ownNode, [path.join(folder, 'install.js')]);
  return code === 0 ? undefined : `it could not be unpacked (${output.trim().split('\n')[0]})`;
};
