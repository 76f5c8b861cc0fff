/** What the operating system has to bring: Electron's shared libraries, a display, and tools that tests need. */
import { existsSync, readdirSync } from 'node:fs';
import { hasDisplay } from '../hasDisplay.mjs';
import { readNote, writeNote } from './places.mjs';
import { isThere, run } from './run.mjs';
import { say, stop, withProgress } from './say.mjs';

// These libraries do not come with a bare server. Several are opened only when used, so `ldd` alone misses them.
const libraries =
  'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libnotify4'.split(' ');
const display = ['xvfb', 'xauth'];
// Tests make their recordings with the first, and read with the second what the program encrypts.
const testTools = ['ffmpeg', 'age'];
const tests = ['test', 'e2e', 'prove', 'bench'];

const wantedHere = () => [
  ...libraries,
  ...(hasDisplay() ? [] : display),
  ...(process.env.CI || tests.includes(process.env.npm_lifecycle_event ?? '') ? testTools : []),
];

/** Since the change to 64-bit times some names carry a suffix. @param {string} name */
const bothNames = (name) => [name, `${name}t64`];

/** @param {string[]} names @returns {Promise<string[]>} those that are not installed under either name */
const missing = async (names) => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are dpkg's
  const format = '${db:Status-Status} ${Package}\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format, ...names.flatMap(bothNames)]);
  const installed = new Set(output.split('\n').flatMap((line) => /^installed (\S+)$/.exec(line)?.[1] ?? []));
  return names.filter((name) => !bothNames(name).some((either) => installed.has(either)));
};

/** The names by which this release of the distribution knows them. @param {string[]} names */
const namesHere = async (names) => {
  const { output } = await run('apt-cache', [
    '--no-all-versions',
    'show',
    ...names.map((name) => `${name}t64`),
  ]);
  const known = new Set([...output.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
};

/** @param {string[]} args */
const aptGet = (args) =>
  run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

const listsAreThere = () =>
  existsSync('/var/lib/apt/lists') &&
  readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages'));

/**
 * Installs what is missing on Debian and its relatives, or says how to.
 * @param {string[]} names
 * @param {string} purpose
 */
export const addDebianPackages = async (names, purpose) => {
  if (!isThere('dpkg-query', '--version'))
    stop(`Needed ${purpose}: ${names.join(' ')}.`, 'Install them and try again.');
  const lacking = await missing(names);
  if (lacking.length === 0) return;
  if (process.getuid?.() !== 0) {
    stop(
      `The system lacks packages needed ${purpose}. This installs them:`,
      `\n  sudo apt-get install --no-install-recommends ${(await namesHere(lacking)).join(' ')}\n\nThen run the same command again.`,
    );
  }
  say(`Installing system packages ${purpose}: ${lacking.join(' ')} …`);
  const install = async () =>
    aptGet(['install', '-y', '--no-install-recommends', ...(await namesHere(lacking))]);
  const { code, output } = await withProgress('apt-get', async () => {
    if (!listsAreThere()) await aptGet(['update']);
    const first = await install();
    if (first.code === 0) return first;
    // The lists may be older than the packages on the servers.
    await aptGet(['update']);
    return install();
  });
  if (code === 0) return;
  stop(
    `apt-get could not install them:\n\n${output.trim().split('\n').slice(-8).join('\n')}`,
    `\nInstall them by hand, then run the same command again:\n  apt-get install --no-install-recommends ${(await namesHere(lacking)).join(' ')}`,
  );
};

/** Names the shared libraries that Electron would not find. @param {string} executablePath */
const checkLibraries = async (executablePath) => {
  const { output } = await run('ldd', [executablePath]);
  const absent = [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
  if (absent.length === 0) return;
  stop(
    `Electron needs shared libraries that this system lacks: ${absent.join(', ')}.`,
    'Install the packages that hold them, then run the same command again.',
  );
};

/** The tools of tests that need no Electron. */
export const installTestTools = async () => {
  if (process.platform !== 'linux' || testTools.every((name) => isThere(name, '-version'))) return;
  await addDebianPackages(testTools, 'for the tests');
};

/** @param {string} executablePath the Electron that is to run */
export const installSystemPackages = async (executablePath) => {
  if (process.platform !== 'linux') return;
  const wanted = wantedHere();
  const done = /** @type {{ executablePath: string, packages: string[] } | undefined} only this writes it */ (
    readNote('system')
  );
  const before = done?.executablePath === executablePath ? done.packages : [];
  if (wanted.every((name) => before.includes(name))) return;
  if (isThere('dpkg-query', '--version')) await addDebianPackages(wanted, 'to run Electron');
  else if (!hasDisplay() && !isThere('xvfb-run', '--help')) {
    say('There is no display, and xvfb-run is not installed: the window tests cannot run here.');
  }
  await checkLibraries(executablePath);
  writeNote('system', { executablePath, packages: [...new Set([...before, ...wanted])] });
};
