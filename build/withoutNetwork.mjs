/**
 * Runs a command where there is no network at all, only this machine's own 127.0.0.1, which Playwright drives the
 * program by: `node build/withoutNetwork.mjs COMMAND ARGUMENTS…`. Linux only; elsewhere it says so and runs nothing.
 */
import { spawnSync } from 'node:child_process';
import { become } from './setup/run.mjs';
import { explainUnexpected, say, stop } from './setup/say.mjs';

explainUnexpected();
const [command, ...args] = process.argv.slice(2);
if (command === undefined) stop('Which command? `node build/withoutNetwork.mjs COMMAND ARGUMENTS…`');

const within = 'ip link set lo up && exec "$@"';
// Who is not root becomes root of a space of their own.
const ways = [['-n'], ['-rn']].map((flags) => ['unshare', ...flags, 'sh', '-c', within, 'sh']);
const way = ways.find(([first = '', ...rest]) => spawnSync(first, [...rest, 'true']).status === 0);

if (way === undefined) {
  say(
    'This machine cannot take the network away from a program (`unshare -n` and `ip` are needed): not run.',
  );
} else {
  const [first = '', ...rest] = way;
  const { stdout } = spawnSync(first, [...rest, 'ip', '-o', 'link'], { encoding: 'utf8' });
  const devices = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(': ')[1]);
  say(`Without a network: all there is to send by is ${devices.join(', ')}.`);
  become(first, [...rest, command, ...args], { group: true });
}
