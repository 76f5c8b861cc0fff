import { join } from 'node:path';
import { makeLibrary } from '../../build/demo/makeLibrary.ts';

/**
 * Makes the demo library in a test's folder, with Solveig in front of the screen; the switch that opens it.
 * @param settings the user-data folder of the program, where it is another one
 */
export async function demoLibrary(folder: string, settings = folder): Promise<string> {
  await makeLibrary(join(folder, 'demo'), settings);
  return `--library=${join(folder, 'demo')}`;
}
