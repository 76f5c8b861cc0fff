/** The machine's Node starts the set-up; the project's own Node, once it is there, does the rest. */
import { realpathSync } from 'node:fs';
import { ownNode } from './places.mjs';
import { become } from './run.mjs';
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
export const goOnWithOwnNode = async () => {
  if (realpathSync(process.execPath) === realpathSync(ownNode)) return;
  become(ownNode, process.argv.slice(1));
  // Nothing else is to happen here until that one ends.
  await new Promise(() => undefined);
};
