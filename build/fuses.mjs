/** The fuses of a packaged program, read back from its binary, beside what electron-builder.yml says of them. */
import { readFileSync } from 'node:fs';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { inProject } from './setup/places.mjs';

/** As electron-builder.yml has them under `electronFuses:`, by its names. @returns {Record<string, boolean>} */
export const wantedFuses = () => {
  const text = readFileSync(inProject('electron-builder.yml'), 'utf8');
  const section = /^electronFuses:\n((?: {2}\S.*\n)+)/m.exec(text)?.[1] ?? '';
  const lines = [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)];
  return Object.fromEntries(lines.map(([, name = '', value]) => [name, value === 'true']));
};

/**
 * @param {string} program the binary; on a Mac the `.app`
 * @param {Record<string, boolean>} wanted by the names of electron-builder
 * @returns {Promise<string[]>} a sentence for each fuse that is not as it should be
 */
export const wrongFuses = async (program, wanted) => {
  /** @type {Record<string, unknown>} */
  const wire = { ...(await getCurrentFuseWire(program)) };
  return Object.entries(wanted).flatMap(([name, on]) => {
    const option = Object.entries(FuseV1Options).find(
      ([one]) => one.toLowerCase() === name.toLowerCase(),
    )?.[1];
    const found = wire[String(option)];
    if (found === (on ? FuseState.ENABLE : FuseState.DISABLE)) return [];
    const state = found === FuseState.ENABLE ? 'on' : found === FuseState.DISABLE ? 'off' : 'not there';
    return [`${name} should be ${on ? 'on' : 'off'} and is ${state}`];
  });
};
