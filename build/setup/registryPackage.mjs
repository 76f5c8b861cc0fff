/** One package from the npm registry, by exact version, checked against the fingerprint pinned here in the code. */
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, npmReason, run } from './run.mjs';
import { stop, withProgress } from './say.mjs';

/** @typedef {{ name: string, version: string, integrity: string }} RegistryPackage */

/** @param {string} file */
const integrityOf = async (file) => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
};

/**
 * Fetches a package and unpacks it.
 * @param {RegistryPackage} wanted
 * @param {string} folder where to; its files are then in `folder/package`
 */
export const unpackRegistryPackage = async ({ name, version, integrity }, folder) => {
  mkdirSync(folder, { recursive: true });
  const fetched = await withProgress(`fetching ${name} ${version}`, () =>
    npm(['pack', `${name}@${version}`, '--pack-destination', folder, '--ignore-scripts'], { cwd: folder }),
  );
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (fetched.code !== 0 || archive === undefined) {
    stop(
      `npm could not fetch ${name} ${version}:\n\n${npmReason(fetched.output)}`,
      '\nIs the network there, and does `npm ping` answer? Then run the same command again.',
    );
  }
  const file = path.join(folder, archive);
  if ((await integrityOf(file)) !== integrity) {
    rmSync(folder, { recursive: true, force: true });
    stop(
      `${name} ${version} is not the file it should be, so it was thrown away.`,
      "Clear npm's cache (`npm cache clean --force`) and run the same command again. If that does not help, do not trust this network.",
    );
  }
  const { code, output } = await run('tar', ['-xzf', file, '-C', folder]);
  if (code !== 0) stop(`${name} could not be unpacked: ${output.trim()}`, 'Is there room on the disk?');
  rmSync(file);
};
