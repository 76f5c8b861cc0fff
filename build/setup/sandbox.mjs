/** Some Linux systems forbid what Chromium's sandbox is made of. The sandbox is never switched off for that. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { stop } from './say.mjs';

/** @param {string} setting */
const kernelSays = (setting) => {
  try {
    return readFileSync(`/proc/sys/kernel/${setting}`, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** @param {string} executablePath */
export const checkSandbox = (executablePath) => {
  // Root runs without the sandbox in any case: Chromium refuses it there.
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const forbidden =
    kernelSays('apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSays('unprivileged_userns_clone') === '0';
  if (!forbidden) return;
  const helper = path.join(path.dirname(executablePath), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  stop(
    'This system keeps Chromium from making its sandbox by itself, and MBT-G Rater does not run without it. This allows it:',
    `\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n\nThen run the same command again.`,
  );
};
