import { join } from 'node:path';
import { makeLibrary } from '../../build/demo/makeLibrary.ts';

/** Makes the demo library in a test's folder, with Solveig in front of the screen; the switch that opens it. */
export async function demoLibrary(folder: string): Promise<string> {
  await makeLibrary(join(folder, 'demo'), folder);
  return `--library=${join(folder, 'demo')}`;
}
