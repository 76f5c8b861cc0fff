/** Takes the pictures of the README from the last tour. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const tour = path.join(root, 'out', 'demo');
const kept = path.join(root, 'build', 'pictures');

/** Names in the tour, and in the README. */
const pictures = [
  ['desk-40-marks', 'desk'],
  ['vurder-400-merker-morkt', 'desk-dark'],
  ['resultater-ledd-stort', 'results'],
  ['utvikling', 'progress'],
  ['enighet-8-ratere-40-moter', 'agreement'],
  ['konsensus-2-ratere-uavklart', 'consensus'],
  ['program-8-ratere-40-moter-ratere', 'programme'],
  ['oving-8-ratere-drift', 'checks'],
];

mkdirSync(kept, { recursive: true });
for (const [name, as] of pictures) {
  const file = readdirSync(tour).find((one) => one.endsWith(`-${name}.png`));
  if (file === undefined) throw new Error(`the tour left no picture of ${name}`);
  copyFileSync(path.join(tour, file), path.join(kept, `${as}.png`));
}
