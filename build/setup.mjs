/**
 * Everything the project needs before it can start, build or be tested. Safe to run at any time; a second run finds
 * all in place and takes no time. Every npm script runs it first.
 */
import { checkNode, goOnWithOwnNode } from './setup/node.mjs';
import { installPackages } from './setup/packages.mjs';
import { explainUnexpected } from './setup/say.mjs';

// These only read, check or test without a window, so they work on a machine that cannot run Electron.
const withoutElectron = ['check', 'fix', 'test:db', 'test:renderer'];
const command = process.env.npm_lifecycle_event ?? '';

explainUnexpected();
checkNode();
await installPackages();
await goOnWithOwnNode();
if (command === 'check' || command === 'test:db') {
  const { installTestTools } = await import('./setup/system.mjs');
  await installTestTools();
} else if (!withoutElectron.includes(command)) {
  const { chooseElectron } = await import('./setup/electron.mjs');
  const { installSystemPackages } = await import('./setup/system.mjs');
  const { checkSandbox } = await import('./setup/sandbox.mjs');
  const electron = await chooseElectron();
  await installSystemPackages(electron.executablePath);
  checkSandbox(electron.executablePath);
}
