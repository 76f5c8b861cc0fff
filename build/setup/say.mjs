/** How the set-up speaks: short plain sentences, never a stack trace. Details go into a log file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @param {string} sentence */
export const say = (sentence) => process.stdout.write(`${sentence}\n`);

/**
 * Ends the program with what happened and what to do about it. (A function declaration: only of those does TypeScript
 * know that nothing follows.)
 * @param {string} what
 * @param {string} [todo]
 * @returns {never}
 */
export function stop(what, todo) {
  process.stderr.write(`\n${what}\n${todo === undefined ? '' : `${todo}\n`}`);
  process.exit(1);
}

/** Turns an error nobody expected into a sentence, and keeps its details in a file. */
export const explainUnexpected = () => {
  const tell = (/** @type {unknown} */ error) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const reason = error instanceof Error ? error.message : String(error);
    const folder = path.join(tmpdir(), `mbt-g-rater-${process.getuid?.() ?? 'user'}`);
    const log = path.join(folder, 'error.log');
    let kept = `The details are in ${log}.`;
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(log, `${new Date().toISOString()}\nNode ${process.version}\n${details}\n`);
    } catch {
      kept = 'The details could not be written to a file.';
    }
    stop(`Something went wrong that was not foreseen: ${reason}`, `${kept} Trying once more does no harm.`);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
};

/**
 * Shows that long work goes on: a ticking line on a terminal, elsewhere a line every ten seconds.
 * @template T
 * @param {string} label
 * @param {(note: (text: string) => void) => Promise<T>} work `note` adds a few words to the line
 * @returns {Promise<T>}
 */
export const withProgress = async (label, work) => {
  const begun = Date.now();
  const terminal = process.stdout.isTTY === true;
  let noted = '';
  const tick = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    const line = `  ${label}${noted === '' ? '' : `, ${noted}`} (${seconds} s)`;
    process.stdout.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(tick, terminal ? 500 : 10_000);
  try {
    return await work((text) => {
      noted = text;
    });
  } finally {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\u001b[K');
  }
};
