/** What a page could ask of the machine, and what Chromium would do by itself. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './program';
import { filesIn } from './traces';

const root = resolve(import.meta.dirname, '../..');

test('only the top page of our origin is answered: neither the window of the picture nor a foreign page', async ({
  program,
}) => {
  program.provokes(/about:blank/, /cancelled foreign request: app:\/\/elsewhere/);
  const { app, page } = await program.start();
  expect(await page.evaluate(() => window.api.library().then(({ ok }) => ok))).toBe(true);
  const opened = app.waitForEvent('window');
  await page.evaluate(() => void window.open('about:blank', 'picture'));
  const picture = await opened;
  const asked = await picture.evaluate(async () => {
    const { api } = window as Partial<Window>;
    return api === undefined ? 'nothing to ask' : api.library().then(String, (error) => String(error));
  });
  expect(asked).toMatch(/^nothing to ask$|unknown sender/);
  const foreign = await app.evaluate(
    async ({ BrowserWindow, session }, preload) => {
      const own = session.fromPartition('foreign');
      own.protocol.handle('app', () => new Response('<p>', { headers: { 'Content-Type': 'text/html' } }));
      const preferences = { preload, sandbox: true, session: own, contextIsolation: true };
      const window = new BrowserWindow({ show: false, webPreferences: preferences });
      await window.loadURL('app://elsewhere/').catch(() => undefined);
      const said = await window.webContents
        .executeJavaScript('window.api.library().then(String, String)')
        .catch(String);
      window.destroy();
      return String(said);
    },
    join(root, 'out/preload/index.cjs'),
  );
  expect(foreign).toMatch(/unknown sender|ERR_|undefined/);
});

test('nothing can be listened to but what the window is told', async ({ program }) => {
  const { page } = await program.start();
  const heard = await page.evaluate(() =>
    ['', 'message', '__proto__', 'constructor', 'ELECTRON_RENDERER_COMMAND', 'unlock'].filter((name) => {
      try {
        // Names that the types do not know.
        (window.api.on as (name: string, listener: () => void) => unknown)(name, () => undefined);
        return true;
      } catch {
        return false;
      }
    }),
  );
  expect(heard).toEqual([]);
});

test('the bridge is small, and the page can change nothing of it', async ({ program }) => {
  expect(statSync(join(root, 'out/preload/index.cjs')).size).toBeLessThan(12_000);
  const { page } = await program.start();
  const changed = await page.evaluate(() => {
    const before = window.api.library;
    try {
      Object.assign(window, { api: {} });
    } catch {
      // Refused with an error, in strict scripts.
    }
    try {
      Object.assign(window.api, { library: () => 'mine' });
    } catch {
      // As above.
    }
    return window.api.library !== before;
  });
  expect(changed).toBe(false);
});

test('no device, sensor, screen or file is had, and no permission is there but for the film and the clipboard', async ({
  program,
}) => {
  const { page } = await program.start();
  const had = await page.evaluate(async () => {
    type Asking = Record<string, (() => Promise<unknown>) | undefined>;
    // Interfaces that TypeScript does not know.
    const device = navigator as unknown as Record<
      string,
      { requestDevice?: (o: object) => Promise<unknown> }
    >;
    const more = window as unknown as Record<string, () => Promise<unknown>>;
    const serial = navigator as unknown as { serial?: { requestPort: () => Promise<unknown> } };
    const asking: Asking = {
      usb: () => device.usb?.requestDevice?.({ filters: [] }) ?? Promise.reject(),
      hid: async () => {
        const found = (await device.hid?.requestDevice?.({ filters: [] })) as unknown[] | undefined;
        if (found === undefined || found.length === 0) throw new Error('none');
      },
      bluetooth: () => device.bluetooth?.requestDevice?.({ acceptAllDevices: true }) ?? Promise.reject(),
      serial: () => serial.serial?.requestPort() ?? Promise.reject(),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      midi: () => navigator.requestMIDIAccess(),
      place: () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
      fonts: async () => {
        const found = (await more.queryLocalFonts?.()) as unknown[] | undefined;
        if (found === undefined || found.length === 0) throw new Error('none');
      },
      worker: () => navigator.serviceWorker.register('./assets/none.js'),
      file: () => more.showOpenFilePicker?.() ?? Promise.reject(),
      folder: () => more.showDirectoryPicker?.() ?? Promise.reject(),
    };
    const given: string[] = [];
    for (const [name, ask] of Object.entries(asking))
      await ask?.().then(
        () => given.push(name),
        () => undefined,
      );
    const names = 'camera microphone geolocation notifications midi clipboard-read background-sync'.split(
      ' ',
    );
    for (const name of [...names, 'persistent-storage', 'local-fonts', 'idle-detection', 'window-management'])
      await navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state === 'granted' && given.push(`permission ${name}`),
        () => undefined,
      );
    return given;
  });
  expect(had).toEqual([]);
});

test('a link or a text that is dropped on the window opens nothing', async ({ program }) => {
  program.provokes(/request: https:/, /cancelled foreign request/);
  const { app, page } = await program.start();
  const devTools = await page.context().newCDPSession(page);
  for (const [mimeType, data] of [
    ['text/uri-list', 'https://example.com/'],
    ['text/uri-list', 'file:///etc/hostname'],
    ['text/html', '<img src=x onerror="window.intruder=1">'],
    ['text/plain', 'https://example.com/'],
  ] as const) {
    const items = [{ mimeType, data }];
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devTools.send('Input.dispatchDragEvent', {
        type,
        x: 300,
        y: 300,
        data: { items, dragOperationsMask: 1 },
      });
  }
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  expect(page.url()).toMatch(/^app:\/\/home\//);
  expect(app.windows()).toHaveLength(1);
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
});

test('neither the proxy of the machine nor one that it could look for is asked', async ({ program }) => {
  const { app } = await program.start();
  const told = await app.evaluate(async ({ app, session }) => ({
    proxies: await Promise.all(
      [session.defaultSession, session.fromPartition('window')].map((one) =>
        one.resolveProxy('https://example.com/'),
      ),
    ),
    missing: [
      'no-proxy-server',
      'host-resolver-rules',
      'disable-background-networking',
      'disable-component-update',
      'disable-breakpad',
      'dns-prefetch-disable',
      'no-pings',
    ].filter((name) => !app.commandLine.hasSwitch(name)),
  }));
  expect(told).toEqual({ proxies: ['DIRECT', 'DIRECT'], missing: [] });
});

test('the program holds no connection and waits for none, but for the debugger of this test', async ({
  program,
}) => {
  const { app, page } = await program.start();
  await page.getByRole('link', { name: 'Settings' }).click();
  const { stdout, error } = spawnSync('ss', ['-tunpH'], { encoding: 'utf8' });
  test.skip(error !== undefined, 'this machine has no ss');
  const processes = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const ours = stdout.split('\n').filter((line) => processes.some((pid) => line.includes(`pid=${pid},`)));
  expect(ours.filter((line) => !/127\.0\.0\.1|\[::1\]/.test(line))).toEqual([]);
});

test('a crash leaves no picture of the memory', async ({ program }) => {
  const { app } = await program.start();
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((back) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', () => contents.once('did-finish-load', () => back()));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(filesIn(program.folder).filter((file) => /\.dmp$|[/\\](pending|completed)[/\\]/.test(file))).toEqual(
    [],
  );
});
