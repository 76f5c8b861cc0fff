/**
 * `npm run package`: the program as a folder for this platform, in dist/. With `-- --for-tests` it goes to
 * dist/for-tests and differs in one fuse: Playwright cannot drive a program whose inspector is switched off.
 */
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'electron-builder';
import { compileWhenNeeded } from './compile.mjs';
import { wantedFuses, wrongFuses } from './fuses.mjs';
import { electron } from './launch.mjs';
import { developmentRuntime } from './setup/developmentRuntime.mjs';
import { inProject } from './setup/places.mjs';
import { explainUnexpected, say, stop } from './setup/say.mjs';

explainUnexpected();
const forTests = process.argv.includes('--for-tests');
const { kind } = electron();
let folder = '';
let program = '';
const substitute = kind === 'development' ? developmentRuntime() : undefined;

/** @param {import('electron-builder').AfterPackContext['packager']} packager */
const nameOf = (packager) => {
  const name = packager.appInfo.productFilename;
  if (packager.platform.name === 'mac') return `${name}.app`;
  if (packager.platform.name === 'windows') return `${name}.exe`;
  return 'executableName' in packager ? String(packager.executableName) : name;
};

/**
 * In the development runtime SQLite has to be the one compiled for it, and the stand-in has to go.
 * @param {import('electron-builder').AfterPackContext} context
 */
const fitDevelopmentRuntime = async ({ appOutDir, packager }) => {
  folder = appOutDir;
  program = path.join(folder, nameOf(packager));
  if (substitute === undefined) return;
  const resources = path.join(appOutDir, 'resources');
  const packed = path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
  copyFileSync(substitute.sqlite, path.join(packed, 'linux-x64.node'));
  rmSync(path.join(resources, 'better_sqlite3.node'));
  rmSync(path.join(resources, 'app'), { recursive: true });
};

await compileWhenNeeded();
// Everything else is in electron-builder.yml, which is read as well.
await build({
  projectDir: inProject(),
  dir: true,
  publish: 'never',
  config: {
    electronDist: substitute?.folder ?? inProject('node_modules', 'electron', 'dist'),
    ...(substitute && { electronVersion: substitute.electron }),
    ...(forTests && {
      directories: { output: 'dist/for-tests' },
      electronFuses: { enableNodeCliInspectArguments: true },
    }),
    afterPack: fitDevelopmentRuntime,
  },
});
const wrong = await wrongFuses(program, {
  ...wantedFuses(),
  ...(forTests && { enableNodeCliInspectArguments: true }),
});
if (wrong.length > 0) {
  rmSync(folder, { recursive: true });
  stop(`The program was thrown away, its fuses are not right: ${wrong.join('; ')}.`);
}
say(`\nThe program is in ${folder}. Its ${Object.keys(wantedFuses()).length} fuses are as they should be.`);
if (substitute !== undefined) {
  say(
    `It runs on the development runtime (Electron ${substitute.electron}): good for trying the packaging, not for users. ` +
      'A release is packaged where the official Electron can be fetched.',
  );
}
