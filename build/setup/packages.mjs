/** The npm packages, installed exactly as package-lock.json names them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dropNote, inProject, ownNode, readNote, writeNote } from './places.mjs';
import { npm, npmReason } from './run.mjs';
import { say, stop, withProgress } from './say.mjs';

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');

/** Windows cannot remove a program that runs, and this may be running on a Node that lies among the packages. */
const command = () =>
  process.platform === 'win32' &&
  existsSync(ownNode) &&
  realpathSync(process.execPath) === realpathSync(ownNode)
    ? ['install', '--no-save']
    : ['ci'];

export const installPackages = async () => {
  const wanted = fingerprint();
  if (readNote('packages') === wanted && existsSync(ownNode)) return;
  say('Installing the npm packages …');
  // Interrupted, it has to start anew.
  dropNote('packages');
  // Settings that npm hands down to the scripts it runs could leave a part out.
  const env = { ...process.env, npm_config_omit: '', npm_config_include: 'dev optional', NODE_ENV: '' };
  const { code, output } = await withProgress('npm', () => npm(command(), { cwd: inProject(), env }));
  if (code !== 0) {
    stop(
      `npm could not install the packages:\n\n${npmReason(output)}`,
      '\nIs the network there, and does `npm ping` answer? Then run the same command again; nothing is left half done.',
    );
  }
  if (!existsSync(ownNode)) {
    stop(
      'npm installed the packages, but the Node that scripts and tests run on is missing.',
      'Its package sets itself up in an install script: allow them (`npm config delete ignore-scripts`), then run the same command again.',
    );
  }
  writeNote('packages', wanted);
};
