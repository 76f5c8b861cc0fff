/**
 * SQLite for the development runtime: the very source that lies in the package, compiled against the Node-API headers of
 * that runtime's Node. Done by the compiler alone, so neither Python nor make nor a download of Node's headers is needed.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, ownNode } from './places.mjs';
import { unpackRegistryPackage } from './registryPackage.mjs';
import { isThere, run } from './run.mjs';
import { stop, withProgress } from './say.mjs';
import { addDebianPackages } from './system.mjs';

const headers = {
  name: 'node-api-headers',
  version: '1.5.0',
  integrity:
    'sha512-Yi/FgnN8IU/Cd6KeLxyHkylBUvDTsSScT0Tna2zTrz8klmc8qF2ppj6Q1LHsmOueJWhigQwR4cO2p0XBGW5IaQ==',
};
const source = inProject('node_modules', 'better-sqlite3');

/** The package's own choice of SQLite's options, read from its build file. */
const sqliteOptions = () => {
  const text = readFileSync(path.join(source, 'deps', 'defines.gypi'), 'utf8');
  const options = [...text.matchAll(/^\s*'([A-Z][A-Z0-9_]*(?:=[^']*)?)',$/gm)].map(
    (match) => `-D${match[1]}`,
  );
  if (options.length < 20) throw new Error('the options of SQLite could not be read from its package');
  return options;
};

/** @param {string} command @param {string[]} args */
const compile = async (command, args) => {
  const { code, output } = await run(command, args);
  if (code !== 0)
    throw new Error(
      `${command} could not compile SQLite: ${output.trim().split('\n').slice(0, 5).join('\n')}`,
    );
};

/**
 * @param {string} folder for what is made on the way
 * @param {string} target the file to make
 */
export const compileSqlite = async (folder, target) => {
  if (!isThere('g++', '--version'))
    await addDebianPackages(['g++'], 'to compile SQLite for the development runtime');
  mkdirSync(folder, { recursive: true });
  await unpackRegistryPackage(headers, folder);
  const [sqlite, addon] = [path.join(folder, 'sqlite3.o'), path.join(folder, 'addon.o')];
  const common = ['-c', '-fPIC', '-O1', '-w', '-DNDEBUG', `-I${path.join(source, 'deps', 'sqlite3')}`];
  await withProgress('compiling SQLite', () =>
    Promise.all([
      compile('gcc', [
        ...common,
        '-std=c99',
        ...sqliteOptions(),
        path.join(source, 'deps', 'sqlite3', 'sqlite3.c'),
        '-o',
        sqlite,
      ]),
      compile('g++', [
        ...common,
        ...['-std=c++20', '-fno-exceptions', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
        ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION'],
        ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
        `-I${path.join(folder, 'package', 'include')}`,
        `-I${inProject('node_modules', 'node-addon-api')}`,
        ...['-include', inProject('build', 'setup', 'nodeApi.h')],
        ...[path.join(source, 'src', 'better_sqlite3.cpp'), '-o', addon],
      ]),
    ]),
  );
  const libraries = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread', '-lm'];
  await compile('g++', ['-shared', addon, sqlite, ...libraries, '-o', target]);
  // Loaded and asked once before anything relies on it.
  const question = `new (require(${JSON.stringify(source)}))(':memory:', { nativeBinding: ${JSON.stringify(target)} }).exec('select 1')`;
  const tried = await run(ownNode, ['--eval', question]);
  if (tried.code !== 0)
    stop(`SQLite was compiled but does not work here: ${tried.output.trim().split('\n')[0]}`);
};
