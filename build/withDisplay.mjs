/** Runs a command with a display, a virtual one where there is none: `node build/withDisplay.mjs COMMAND ARGUMENTS…` */
import { existsSync } from 'node:fs';
import { hasDisplay } from './hasDisplay.mjs';
import { inProject } from './setup/places.mjs';
import { become } from './setup/run.mjs';
import { explainUnexpected, stop } from './setup/say.mjs';

explainUnexpected();
const [named, ...args] = process.argv.slice(2);
if (named === undefined) stop('Which command? `node build/withDisplay.mjs COMMAND ARGUMENTS…`');
const ours = inProject('node_modules', '.bin', process.platform === 'win32' ? `${named}.cmd` : named);
const command = existsSync(ours) ? ours : named;
if (hasDisplay()) become(command, args);
// Without -noreset the display starts anew when its last window closes, and a window opening just then finds none.
else become('xvfb-run', ['-a', '-s', '-screen 0 1920x1080x24 -noreset', command, ...args], { group: true });
