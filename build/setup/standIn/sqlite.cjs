/**
 * The application's SQLite needs a newer Node-API than this runtime has; the same version compiled for it lies beside.
 * Loaded into the main process and into each of its workers.
 */
const Module = require('node:module');
const path = require('node:path');

const compiled = path.join(process.resourcesPath, 'better_sqlite3.node');
const packaged = path.join('better-sqlite3', 'prebuilds', 'linux-x64.node');
const load = Module._extensions['.node'];
Module._extensions['.node'] = (module, filename) =>
  load(module, filename.endsWith(packaged) ? compiled : filename);
