/** `npm start`: builds what changed and opens the program. What follows `--` goes to it. */
import { compileWhenNeeded } from './compile.mjs';
import { hasDisplay } from './hasDisplay.mjs';
import { electron } from './launch.mjs';
import { inProject } from './setup/places.mjs';
import { become } from './setup/run.mjs';
import { explainUnexpected, stop } from './setup/say.mjs';

explainUnexpected();
if (!hasDisplay()) {
  stop('There is no display here, so no window can open.', '`npm run demo` shows the program in pictures.');
}
await compileWhenNeeded();
const { executablePath, args } = electron();
become(executablePath, [...args, inProject(), ...process.argv.slice(2)]);
