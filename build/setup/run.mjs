/** Running another program. */
import { spawn, spawnSync } from 'node:child_process';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end and collects what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when there is no such program
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    // It must not work on when this program is stopped: the next run would get in its way. npm takes a while to tidy up.
    const follow = () => void child.kill('SIGKILL');
    let stopped = false;
    const leave = () => {
      stopped = true;
      child.kill();
      setTimeout(() => process.exit(130), 15_000);
    };
    process.once('exit', follow);
    for (const signal of signals) process.once(signal, leave);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const done = (/** @type {number} */ code) => {
      if (stopped) process.exit(130);
      process.off('exit', follow);
      for (const signal of signals) process.off(signal, leave);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      done(127);
    });
    child.once('close', (code) => done(code ?? 1));
  });

/** @param {string} command @param {string[]} args what makes it answer at once */
export const isThere = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * Runs the npm client. npm names its own program to the scripts it starts; a script started by hand finds it on the
 * path, which on Windows needs a shell.
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const npm = (args, options = {}) => {
  const quiet = [...args, '--loglevel=error', '--no-fund', '--no-audit', '--no-update-notifier'];
  const program = process.env.npm_execpath;
  if (program?.endsWith('.js')) return run(process.execPath, [program, ...quiet], options);
  return run('npm', quiet, { ...options, shell: process.platform === 'win32' });
};

/** The part of npm's complaint that says what happened, without its stack and its help. @param {string} output */
export const npmReason = (output) =>
  output
    .split('\n')
    .map((line) => line.replace(/^npm error ?/, ''))
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => `  ${line}`)
    .join('\n');

/**
 * Hands the screen and the keyboard to a program, passes signals on to it, and ends as it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, group?: boolean, after?: (code: number) => void }} [options] `group`: signals go
 *   to every process it started as well; `after` runs just before the end
 */
export const become = (command, args, { env, cwd, group = false, after } = {}) => {
  const child = spawn(command, args, {
    stdio: 'inherit',
    detached: group,
    env: env ?? process.env,
    ...(cwd && { cwd }),
  });
  for (const signal of signals) {
    process.on(signal, () => {
      if (child.pid === undefined) return;
      try {
        process.kill(group ? -child.pid : child.pid, signal);
      } catch {
        child.kill(signal);
      }
    });
  }
  const end = (/** @type {number} */ code) => {
    after?.(code);
    process.exit(code);
  };
  child.once('error', (error) => {
    process.stderr.write(`Could not start ${command}: ${error.message}\n`);
    end(127);
  });
  child.once('close', (code, signal) =>
    end(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)),
  );
};
