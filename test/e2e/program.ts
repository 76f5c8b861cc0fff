/** The real program with a user-data folder of its own, and what must hold at the end of every test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { writeDemoKeys } from '../../build/demo/demoKeys.ts';
import { unlock } from '../../build/demo/visit.ts';
import { electron } from '../../build/launch.mjs';

const root = resolve(import.meta.dirname, '../..');

export type Running = { app: ElectronApplication; page: Page };

type StartOptions = {
  language?: 'nb' | 'en';
  switches?: string[];
  /** How far: into the library (the usual one is made first), or only to the first thing that is shown. */
  upTo?: 'library' | 'entrance';
};

export type Program = {
  /** The folder of settings and library. */
  folder: string;
  /** Starts the program, unlocks the library and waits for its first place; again after `kill` or `close`. */
  start: (options?: StartOptions) => Promise<Running>;
  /** What runs now. */
  running: () => Running;
  close: () => Promise<void>;
  /** SIGKILL: no goodbye, as in a power cut. */
  kill: () => Promise<void>;
  /** The next file dialog answers with this file. */
  choose: (file: string) => Promise<void>;
  /** The next save dialog answers with this file. */
  save: (file: string) => Promise<void>;
  /** What this test does on purpose, and so must not count as wrong. */
  provokes: (...patterns: RegExp[]) => void;
  /** Drops a file on the window, as a person would. */
  drop: (file: string) => Promise<void>;
};

export const test = base.extend<{ program: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  program: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'mbt-g-rater-test-'));
    let running: Running | undefined;
    const log: string[] = [];
    const wrong: string[] = [];
    const provoked: RegExp[] = [];

    const current = (): Running => {
      if (running === undefined) throw new Error('the program is not running');
      return running;
    };

    const program: Program = {
      folder,
      async start({ language = 'en', switches = [], upTo = 'library' } = {}) {
        const library = join(folder, 'library');
        const named = switches.some((one) => one.startsWith('--library='));
        if (upTo === 'library' && !named) await writeDemoKeys(library);
        const own = upTo === 'library' && !named ? [`--library=${library}`] : [];
        const { executablePath, args } = electron();
        const app = await _electron.launch({
          executablePath,
          args: [...args, '.', `--user-data-dir=${folder}`, `--lang=${language}`, ...own, ...switches],
          cwd: root,
          // Colours as the program sets them, not as Playwright emulates them.
          colorScheme: null,
          // Playwright would switch the sandbox off; only root has to go without it.
          chromiumSandbox: process.getuid?.() !== 0,
        });
        app.process().stdout?.on('data', (text) => log.push(String(text)));
        app.process().stderr?.on('data', (text) => {
          log.push(String(text));
          if (/cancelled foreign request|Unhandled|TypeError/.test(String(text))) wrong.push(String(text));
        });
        const page = await app.firstWindow();
        page.on('pageerror', (error) => wrong.push(`error in the page: ${error.stack ?? error.message}`));
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) wrong.push(message.text());
        });
        page.on('request', (request) => {
          // What the page itself made, such as a chart on its way to a file, is read from its own memory.
          if (!/^(blob:)?app:\/\/home\//.test(request.url())) wrong.push(`request: ${request.url()}`);
        });
        await page.locator('main').waitFor();
        if (upTo === 'library') await unlock(page);
        running = { app, page };
        return running;
      },
      running: current,
      async close() {
        await current().app.close();
        running = undefined;
      },
      async kill() {
        const child = current().app.process();
        const gone = new Promise((ended) => child.once('exit', ended));
        child.kill('SIGKILL');
        await gone;
        running = undefined;
      },
      choose: (file) =>
        current().app.evaluate(({ dialog }, path) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
        }, file),
      save: (file) =>
        current().app.evaluate(({ dialog }, path) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
        }, file),
      provokes: (...patterns) => void provoked.push(...patterns),
      async drop(file) {
        const { page } = current();
        const devTools = await page.context().newCDPSession(page);
        const data = { items: [], files: [file], dragOperationsMask: 1 };
        for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
          await devTools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
        }
        await devTools.detach();
      },
    };

    await use(program);

    if (running !== undefined && info.status !== 'passed') {
      await info.attach('window', { body: await running.page.screenshot(), contentType: 'image/png' });
    }
    await running?.app.close();
    if (info.status !== 'passed') await info.attach('log', { body: log.join(''), contentType: 'text/plain' });
    rmSync(folder, { recursive: true, force: true });
    const never = wrong.filter((line) => !provoked.some((pattern) => pattern.test(line)));
    expect(never, 'what must never happen').toEqual([]);
  },
});

export { expect } from '@playwright/test';
