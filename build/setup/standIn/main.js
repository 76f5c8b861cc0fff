/**
 * Stands in for Electron's default app in the development runtime: `electron <folder>` runs the application in that
 * folder, as with the official package. Plain JavaScript, run by Electron itself.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import workers from 'node:worker_threads';
import { app } from 'electron';

const sqlite = path.join(import.meta.dirname, 'sqlite.cjs');
createRequire(import.meta.url)(sqlite);
workers.Worker = class extends workers.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--require', sqlite] });
  }
};
syncBuiltinESMExports();

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
const folder = path.resolve(named ?? '.');
const description = path.join(folder, 'package.json');
if (!existsSync(description)) {
  process.stderr.write(`There is no application in ${folder}.\n`);
  process.exit(1);
}
const { name, productName, version, main = 'index.js' } = JSON.parse(readFileSync(description, 'utf8'));
app.name = productName ?? name;
app.setVersion(version);
app.setAppPath(folder);
app.setDesktopName(`${app.name}.desktop`);
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
process.defaultApp = true;

// Awaited at the top level: Electron gets ready only when this has loaded, so the application may still do what has
// to come before that.
await import(pathToFileURL(path.join(folder, main)).href);
