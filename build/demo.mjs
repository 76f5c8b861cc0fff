/** `npm run demo`: the program with a made-up library, in a window or, where there is no display, in pictures. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileWhenNeeded } from './compile.mjs';
import { hasDisplay } from './hasDisplay.mjs';
import { electron } from './launch.mjs';
import { inProject, ownNode } from './setup/places.mjs';
import { become, run } from './setup/run.mjs';
import { explainUnexpected, say, stop, withProgress } from './setup/say.mjs';

explainUnexpected();
await compileWhenNeeded();
const folder = mkdtempSync(path.join(tmpdir(), 'mbt-g-rater-demo-'));
const tidy = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
const library = path.join(folder, 'library');
const made = await withProgress('making the demonstration library', () =>
  run(ownNode, [inProject('build', 'demo', 'makeLibrary.ts'), library, path.join(folder, 'settings')], {
    cwd: inProject(),
  }),
);
if (made.code !== 0) {
  tidy();
  stop(`The demonstration library could not be made:\n\n${made.output.trim()}`);
}
if (hasDisplay() && !process.argv.includes('--tour')) {
  const { executablePath, args } = electron();
  const settings = ['--demo', `--library=${library}`, `--user-data-dir=${path.join(folder, 'settings')}`];
  say('Opening the program with made-up recordings. Nothing you do in it is kept.');
  become(executablePath, [...args, inProject(), ...settings], { after: tidy });
} else {
  if (!hasDisplay()) say('There is no display here, so the program is shown in pictures.');
  const tour = [
    inProject('build', 'withDisplay.mjs'),
    ownNode,
    inProject('build', 'demo', 'tour.ts'),
    library,
    path.join(folder, 'settings'),
  ];
  const after = (/** @type {number} */ code) => {
    tidy();
    if (code === 0) say(`The pictures are in ${inProject('out', 'demo')}.`);
  };
  become(ownNode, tour, { cwd: inProject(), after });
}
