import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { ageDecrypt, ageEncryptFor, ageOpenKeys } from '../fixtures/age';
import { convertible, ninetyMinutes, played } from '../fixtures/media';
import { expect, type Program, test } from './program';
import { beginRating, frameTime, goTo, playerTime } from './steps';

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const recordings = (program: Program) => join(program.folder, 'library', 'recordings');
const inLibrary = (program: Program) =>
  existsSync(recordings(program)) ? readdirSync(recordings(program)).map((name) => name.slice(36)) : [];
const keptFile = (program: Program) => {
  const name = readdirSync(recordings(program)).find((one) => one.endsWith('.age'));
  if (name === undefined) throw new Error('nothing is kept');
  return join(recordings(program), name);
};

/** A copy of a made file in a folder of its own. */
function onCard(program: Program, made: string): string {
  const file = join(program.folder, 'card', basename(made));
  mkdirSync(join(program.folder, 'card'), { recursive: true });
  copyFileSync(made, file);
  return file;
}

async function add(program: Program, file: string): Promise<Page> {
  const { page } = await program.start();
  await program.choose(file);
  await page.getByRole('button', { name: 'Add recording' }).click();
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
  return page;
}

const keepButton = (page: Page) => page.getByRole('button', { name: 'Keep in the library' });

async function keep(page: Page): Promise<void> {
  await keepButton(page).click();
  await expect(page.getByText('kept in the library, encrypted', { exact: true })).toBeVisible({
    timeout: 30_000,
  });
}

async function openSession(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'About the session' })).toBeVisible();
}

const audit = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);

for (const [name, make] of Object.entries(played)) {
  test(`${name} plays from the library without its original, and a seek arrives where it was sent`, async ({
    program,
  }) => {
    const file = onCard(program, make());
    const page = await add(program, file);
    await keep(page);
    rmSync(file);
    await beginRating(page, 'SK');
    await page.keyboard.press('Space');
    await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
    await page.keyboard.press('Space');
    for (const second of [18, 3]) {
      await goTo(page, `0:${second}`);
      await expect.poll(async () => Math.abs((await playerTime(page)) - second * 1000)).toBeLessThan(50);
      const picture = await page.evaluate(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
      if (picture) expect(Math.abs((await frameTime(page)) - second * 1000)).toBeLessThan(50);
    }
    // The sound is drawn from it as well.
    const drawn = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        if (canvas === null || canvas.width === 0) return false;
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
        return data?.some((value) => value > 0) ?? false;
      });
    await expect.poll(drawn).toBe(true);
  });
}

test('the original stays until one says otherwise; then it goes to the bin, and age can still take the recording out', async ({
  program,
}) => {
  const file = onCard(program, played['film.mp4']());
  const original = hash(file);
  const page = await add(program, file);
  await audit(page);
  await keep(page);
  await audit(page);
  expect(inLibrary(program)).toEqual(['.age']);
  expect(hash(file)).toBe(original);
  await program.running().app.evaluate(({ shell }) => {
    shell.trashItem = async (path) => process.getBuiltinModule('node:fs').rmSync(path);
  });
  await page.getByRole('button', { name: 'Move the original to the bin …' }).click();
  const asked = page.getByRole('dialog', { name: 'Move the original to the bin?' });
  await audit(page);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  expect(existsSync(file)).toBe(true);
  await page.getByRole('button', { name: 'Move the original to the bin …' }).click();
  await asked.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(page.getByText('The original of film.mp4 is in the bin.')).toBeVisible();
  expect(existsSync(file)).toBe(false);
  await expect(page.getByRole('button', { name: 'Move the original to the bin …' })).toHaveCount(0);

  const identity = ageOpenKeys(join(program.folder, 'library', 'keys.age'), program.folder);
  const out = join(program.folder, 'out.mp4');
  ageDecrypt(identity, keptFile(program), out);
  expect(hash(out)).toBe(original);
});

test('what age makes for the identity in the key file plays in the place of what the program made', async ({
  program,
}) => {
  const file = onCard(program, played['film.mp4']());
  const page = await add(program, file);
  await keep(page);
  rmSync(file);
  const kept = keptFile(program);
  const ours = readFileSync(kept);
  const identity = ageOpenKeys(join(program.folder, 'library', 'keys.age'), program.folder);
  const plain = join(program.folder, 'plain.mp4');
  ageDecrypt(identity, kept, plain);
  rmSync(kept);
  ageEncryptFor(identity, plain, kept);
  rmSync(plain);
  expect(readFileSync(kept).equals(ours)).toBe(false);
  await page.reload();
  await beginRating(page, 'SK');
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
  await page.keyboard.press('Space');
  await goTo(page, '0:18');
  await expect.poll(async () => Math.abs((await playerTime(page)) - 18_000)).toBeLessThan(50);
  expect(Math.abs((await frameTime(page)) - 18_000)).toBeLessThan(50);
});

test('a bin that does not take it is told, and the original stays', async ({ program }) => {
  const file = onCard(program, played['sound.mp3']());
  const page = await add(program, file);
  await keep(page);
  await program.running().app.evaluate(({ shell }) => {
    shell.trashItem = () => Promise.reject(new Error('no bin here'));
  });
  await page.getByRole('button', { name: 'Move the original to the bin …' }).click();
  await page.getByRole('button', { name: 'Move to the bin', exact: true }).click();
  await expect(page.getByText('The original is where it was', { exact: true })).toBeVisible();
  expect(existsSync(file)).toBe(true);
});

test('a readable copy is asked about, told of, and is the recording', async ({ program }) => {
  const file = onCard(program, played['vp8.webm']());
  const page = await add(program, file);
  await keep(page);
  const place = join(program.folder, 'taken out.webm');
  await program.save(place);
  await page.getByRole('button', { name: 'Save a readable copy …' }).click();
  const asked = page.getByRole('dialog', { name: 'Save a copy that anybody can play?' });
  await asked.getByRole('button', { name: 'Choose a place …' }).click();
  await expect(page.getByText('taken out.webm is saved. It is not encrypted')).toBeVisible();
  expect(hash(place)).toBe(hash(file));
});

test('cancelled, keeping leaves nothing behind', async ({ program }) => {
  const file = onCard(program, ninetyMinutes());
  const page = await add(program, file);
  await slowDown(program);
  await keepButton(page).click();
  const strip = page.getByRole('region', {
    name: 'A recording is on its way into the library, or out of it.',
  });
  await expect(strip).toContainText(basename(file));
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(strip).toBeVisible();
  await audit(page);
  await strip.getByRole('button', { name: 'Cancel' }).click();
  await expect(strip).toHaveCount(0);
  await expect.poll(() => inLibrary(program)).toEqual([]);
  await page.getByRole('link', { name: 'Library' }).click();
  await openSession(page);
  await expect(keepButton(page)).toBeEnabled();
});

/** The disk of the library is slow: what is under way can be met on its way. */
async function slowDown(program: Program): Promise<void> {
  await program.running().app.evaluate(() => {
    const threads = process.getBuiltinModule('node:worker_threads');
    const real = threads.Worker;
    const slow = `data:text/javascript,${encodeURIComponent(`
      import fs from 'node:fs';
      import { promisify } from 'node:util';
      import { syncBuiltinESMExports } from 'node:module';
      const write = fs.write;
      const slowly = (...args) => setTimeout(() => write(...args), 50);
      slowly[promisify.custom] = (...args) =>
        new Promise((resolve) => setTimeout(resolve, 50)).then(() => promisify(write)(...args));
      fs.write = slowly;
      syncBuiltinESMExports();
    `)}`;
    threads.Worker = class extends real {
      constructor(file: string | URL, options?: ConstructorParameters<typeof real>[1]) {
        super(file, { ...options, execArgv: ['--import', slow] });
      }
    };
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
}

test('killed on its way, it goes on where it was after the next opening', async ({ program }) => {
  const file = onCard(program, ninetyMinutes());
  const page = await add(program, file);
  await slowDown(program);
  await keepButton(page).click();
  const part = () => {
    const ending = inLibrary(program).length === 1 ? '.part' : undefined;
    const name = ending && readdirSync(recordings(program)).find((one) => one.endsWith(ending));
    return name && join(recordings(program), name);
  };
  await expect
    .poll(() => statSync(part() ?? '', { throwIfNoEntry: false })?.size ?? 0)
    .toBeGreaterThan(3_000_000);
  await program.kill();
  const opening = readFileSync(part() ?? '').subarray(0, 200);

  const { page: again } = await program.start();
  await openSession(again);
  await expect(again.getByText('on its way into the library when the program stopped')).toBeVisible();
  await audit(again);
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByText('kept in the library, encrypted', { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  expect(inLibrary(program)).toEqual(['.age']);
  // The same file: it went on, and was not begun anew.
  expect(readFileSync(keptFile(program)).subarray(0, 200).equals(opening)).toBe(true);
});

test('closing meanwhile is asked about, and what was begun waits', async ({ program }) => {
  const file = onCard(program, ninetyMinutes());
  const page = await add(program, file);
  await slowDown(program);
  await keepButton(page).click();
  const strip = page.getByRole('region', {
    name: 'A recording is on its way into the library, or out of it.',
  });
  await expect(strip).toBeVisible();
  await expect.poll(() => inLibrary(program)).toEqual(['.age.part']);
  const { app } = program.running();
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBoxSync = () => 0;
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect(strip).toBeVisible();
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 1;
  });
  await program.close();
  expect(inLibrary(program)).toEqual(['.age.part']);
  const { page: again } = await program.start();
  await openSession(again);
  await again.getByRole('button', { name: 'Leave it' }).click();
  await expect(keepButton(again)).toBeVisible();
  expect(inLibrary(program)).toEqual([]);
});

test('a kept file that is missing or damaged has its sentence in both languages, and is found again', async ({
  program,
}) => {
  const file = onCard(program, played['film.mp4']());
  const page = await add(program, file);
  await keep(page);
  const kept = keptFile(program);
  const whole = readFileSync(kept);
  writeFileSync(kept, whole.subarray(0, whole.length / 2));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('own file of this recording is damaged');
  await audit(page);
  rmSync(kept);
  await page.evaluate(() => window.api.saveSettings({ language: 'nb' }));
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Bibliotekets egen fil med dette opptaket mangler');
  await program.choose(file);
  await page.getByRole('button', { name: 'Finn opptaket …' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('brukes fra mappen den ligger i')).toBeVisible();
});

test('a chunk that was changed is never played, and is told of at the desk', async ({ program }) => {
  const file = onCard(program, ninetyMinutes());
  const page = await add(program, file);
  await keep(page);
  const kept = keptFile(program);
  const bytes = readFileSync(kept);
  for (let at = bytes.length * 0.3; at < bytes.length * 0.7; at += 60_000) {
    const place = Math.floor(at);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  }
  writeFileSync(kept, bytes);
  await beginRating(page, 'SK');
  await page.keyboard.press('Space');
  await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
  await goTo(page, '45:00');
  await expect(page.getByRole('alert').first()).toContainText(
    'A part of this recording in the library is damaged',
  );
});

for (const name of ['ac3.mts', 'jpeg-pcm.avi', 'ac3.mp4', 'jpeg-flac.mkv']) {
  test(`${name} becomes playable inside the library, and lies nowhere else`, async ({ program }) => {
    const file = onCard(program, convertible[name]?.() ?? '');
    const page = await add(program, file);
    await keep(page);
    rmSync(file);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('playable inside the library');
    await program.save(join(program.folder, 'card', 'nobody-asked.mp4'));
    await page.getByRole('button', { name: 'Make it playable in the library' }).click();
    await expect(page.getByText(/\.mp4 is ready\. The session plays it/)).toBeVisible({ timeout: 60_000 });
    expect(readdirSync(join(program.folder, 'card'))).toEqual([]);
    expect(inLibrary(program)).toEqual(['.age']);
    await expect(page.getByText('kept in the library, encrypted', { exact: true })).toBeVisible();
    await beginRating(page, 'SK');
    await page.keyboard.press('Space');
    await expect.poll(() => playerTime(page)).toBeGreaterThan(300);
    await page.keyboard.press('Space');
    await goTo(page, '0:15');
    await expect.poll(async () => Math.abs((await playerTime(page)) - 15_000)).toBeLessThan(50);
    expect(Math.abs((await frameTime(page)) - 15_000)).toBeLessThan(90);
  });
}

test('locked meanwhile, nothing of a kept recording is given out any more', async ({ program }) => {
  const page = await add(program, onCard(program, played['film.mp4']()));
  await keep(page);
  const id = basename(keptFile(program), '.age');
  const status = () =>
    program
      .running()
      .app.evaluate(
        async ({ BrowserWindow }, one) =>
          (await BrowserWindow.getAllWindows()[0]?.webContents.session.fetch(`app://home/media/${one}`))
            ?.status,
        id,
      );
  expect(await status()).toBe(200);
  await page.evaluate(() => window.api.lock());
  await page.locator('input[type="password"]').waitFor();
  expect(await status()).toBe(404);
});
