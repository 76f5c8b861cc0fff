/** The machine's Node starts the set-up; the project's own Node, once it is there, does the rest. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { ownNode } from './places.mjs';
import { stop } from './say.mjs';

const oldest = 20;

export const checkNode = () => {
  if (Number.parseInt(process.versions.node, 10) >= oldest) return;
  stop(
    `This machine's Node is ${process.versions.node}; MBT-G Rater needs Node ${oldest} or newer.`,
    'Install a current Node, then run the same command again.',
  );
};

/** Goes on with the same program on the project's own Node, unless this is it. */
export const goOnWithOwnNode = () => {
  if (realpathSync(process.execPath) === realpathSync(ownNode)) return;
  const { status } = spawnSync(ownNode, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
};
