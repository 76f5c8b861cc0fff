import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';

const words = {
  en: { take: 'Save or copy', png: /PNG/, svg: /SVG/, csv: /CSV/, copy: 'Copy the picture', saved: 'Saved' },
  nb: {
    take: 'Lagre eller kopier',
    png: /PNG/,
    svg: /SVG/,
    csv: /CSV/,
    copy: 'Kopier bildet',
    saved: 'Lagret',
  },
} as const;
type Language = keyof typeof words;

/** The first chart of the progress of the demo's therapist. */
async function openChart(program: Program, language: Language = 'en'): Promise<Locator> {
  const library = await demoLibrary(program.folder);
  const { page } = await program.start({ language, switches: [library, '--demo'] });
  // The settings that come with the demo know no language of their own.
  await page.evaluate((chosen) => window.api.saveSettings({ language: chosen }), language);
  await page.reload();
  await page.evaluate(() => {
    window.location.hash = '#/progress';
  });
  const card = page.locator('[data-chart]').first();
  await expect(card.locator('svg').first()).toBeVisible();
  return card;
}

async function take(card: Locator, way: 'png' | 'svg' | 'csv' | 'copy', language: Language = 'en') {
  await card.getByRole('button', { name: words[language].take }).click();
  await card.page().getByRole('menuitem', { name: words[language][way] }).click();
}

/** Saves and waits for it to be told. */
async function saveTo(program: Program, card: Locator, file: string, language: Language = 'en') {
  await program.save(file);
  rmSync(file, { force: true });
  const [way] = (['png', 'svg', 'csv'] as const).filter((kind) => file.endsWith(kind));
  await take(card, way ?? 'png', language);
  await expect(card.getByTestId('taken')).toHaveText(words[language].saved);
  await expect.poll(() => existsSync(file)).toBe(true);
}

const paint = (page: Page, colours: 'light' | 'dark') =>
  page.evaluate((chosen) => window.api.saveSettings({ colours: chosen }), colours);

/** What is in an SVG, read as the XML it must be. */
const inside = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...read.querySelectorAll('*')];
    return {
      wrong: read.querySelector('parsererror')?.textContent ?? null,
      title: read.querySelector('svg > title')?.textContent,
      texts: [...read.querySelectorAll('text')].map(({ textContent }) => textContent),
      names: [...new Set(all.map(({ localName }) => localName))],
      attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
      size: ['width', 'height'].map((name) => Number(read.documentElement.getAttribute(name))),
    };
  }, svg);

test('a chart saved as SVG stands alone, with its title, its axis and its words', async ({ program }) => {
  const card = await openChart(program, 'nb');
  const page = card.page();
  const file = join(program.folder, 'chart.svg');
  await saveTo(program, card, file, 'nb');
  const svg = readFileSync(file, 'utf8');
  const { wrong, title, texts, names, attributes } = await inside(page, svg);
  expect(wrong).toBeNull();
  expect(title).toBe(await card.getByRole('heading').first().textContent());
  expect(texts).toContain(title);
  const about = (await page.getByRole('heading', { level: 1 }).textContent()) ?? 'no heading';
  expect(texts.some((text) => text?.includes(about))).toBe(true);
  expect(texts).toEqual(expect.arrayContaining(['1', '2', '3', '4', '5', '6', '7']));
  expect(texts.join(' ')).toMatch(/[æøå]/);
  for (const name of ['script', 'style', 'foreignObject', 'image', 'a', 'iframe']) {
    expect(names).not.toContain(name);
  }
  for (const name of attributes) expect(name).not.toMatch(/^(on|style$|class$|data-|href|xlink)/);
  expect(svg).not.toMatch(/var\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)|app:|url\((?!#)/);
});

test('a chart has the same light colours in a file, whatever the colours on screen', async ({ program }) => {
  const card = await openChart(program);
  const page = card.page();
  const drawings: string[] = [];
  for (const colours of ['light', 'dark'] as const) {
    await paint(page, colours);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours);
    const file = join(program.folder, `${colours}.svg`);
    await saveTo(program, card, file);
    drawings.push(readFileSync(file, 'utf8'));
  }
  expect(drawings[1]).toBe(drawings[0]);
  await expect(page.locator('[data-paper]')).toHaveCount(0);
});

/** The size of a picture, what its first pixel is, and how many colours it has. */
const looked = (app: ElectronApplication, path: string) =>
  app.evaluate(({ nativeImage }, file) => {
    const image = nativeImage.createFromPath(file);
    const pixels = image.toBitmap();
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.subarray(at, at + 4).toString('hex'));
    const { width, height } = image.getSize();
    return { size: [width, height], first: pixels.subarray(0, 4).toString('hex'), colours: colours.size };
  }, path);

test('a chart saved as PNG has two pixels for one on screen, on white, and is not blank', async ({
  program,
}) => {
  const card = await openChart(program);
  const page = card.page();
  await paint(page, 'dark');
  await saveTo(program, card, join(program.folder, 'chart.svg'));
  await saveTo(program, card, join(program.folder, 'chart.png'));
  const { size } = await inside(page, readFileSync(join(program.folder, 'chart.svg'), 'utf8'));
  const picture = await looked(program.running().app, join(program.folder, 'chart.png'));
  expect(picture.size).toEqual(size.map((one) => 2 * one));
  expect(picture.first).toBe('ffffffff');
  expect(picture.colours).toBeGreaterThan(20);
});

test('the numbers in the file are those of the table', async ({ program }) => {
  const card = await openChart(program, 'nb');
  const file = join(program.folder, 'numbers.csv');
  await saveTo(program, card, file, 'nb');
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  const records = text
    .slice(1)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(';').map((cell) => cell.replace(/^"|"$/g, '')));
  await card.getByRole('button', { name: 'Tabell' }).click();
  const shown = await card
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  expect(records.length).toBe(shown.length);
  expect(records[0]).toEqual(shown[0]);
  // On screen there is one decimal, or two; in the file is the number itself.
  let compared = 0;
  for (const [row, cells] of shown.slice(1).entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!/^[+−-]?\d+(,\d+)?$/.test(cell)) continue;
      const seen = Number(cell.replace(',', '.').replace('−', '-'));
      const kept = Number(records[row + 1]?.[column]?.replace(',', '.'));
      expect(Math.abs(seen - kept), `${cell} in row ${row}`).toBeLessThanOrEqual(0.0501);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(records.length);
});

test('a copied chart lies on the clipboard as a picture', async ({ program }) => {
  const card = await openChart(program);
  const { app } = program.running();
  await take(card, 'copy');
  await expect(card.getByTestId('taken')).toHaveText('The picture is copied');
  const [width, height] = await app.evaluate(async ({ clipboard, nativeImage }) => {
    // Later versions answer as browsers do; Electron's types know only those.
    const board = clipboard as unknown as {
      readImage?: () => Electron.NativeImage;
      read: () => Promise<{ getType: (type: string) => Promise<Blob> }[]>;
    };
    const read = async () => {
      const [item] = await board.read();
      const blob = await item?.getType('image/png');
      return nativeImage.createFromBuffer(Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer()));
    };
    const image = board.readImage?.() ?? (await read());
    return [image.getSize().width, image.getSize().height];
  });
  const box = await card.boundingBox();
  expect(width).toBeGreaterThan(1.8 * (box?.width ?? Number.NaN));
  expect(height).toBeGreaterThan(200);
});

test('the table takes the place of the chart, by keyboard, and nothing moves', async ({ program }) => {
  const card = await openChart(program);
  const page = card.page();
  const before = await card.boundingBox();
  await card.getByRole('button', { name: 'Table' }).focus();
  await page.keyboard.press('Enter');
  const table = card.getByRole('table');
  await expect(table).toBeVisible();
  expect(await card.boundingBox()).toEqual(before);
  // The menu stands between.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('region')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(table.getByRole('link').first()).toBeFocused();
  await card.getByRole('button', { name: 'Chart' }).press('Enter');
  await expect(table).toHaveCount(0);
  expect(await card.boundingBox()).toEqual(before);
});

test('the picture is the chart although the table is shown', async ({ program }) => {
  const card = await openChart(program);
  const [before, after] = ['before.svg', 'after.svg'].map((name) => join(program.folder, name));
  await saveTo(program, card, before ?? '');
  await card.getByRole('button', { name: 'Table' }).click();
  await saveTo(program, card, after ?? '');
  expect(readFileSync(after ?? '', 'utf8')).toBe(readFileSync(before ?? '', 'utf8'));
});

for (const colours of ['light', 'dark'] as const) {
  test(`the table, the menu and what came of it are accessible in ${colours} colours`, async ({
    program,
  }) => {
    const card = await openChart(program);
    const page = card.page();
    await paint(page, colours);
    const violations = async () => {
      const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    };
    await card.getByRole('button', { name: 'Table' }).click();
    expect(await violations(), 'the table').toEqual([]);
    await card.getByRole('button', { name: 'Save or copy' }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    expect(await violations(), 'the menu').toEqual([]);
    await page.keyboard.press('Escape');
    await program.save(join(program.folder, 'gone', 'chart.csv'));
    await take(card, 'csv');
    await expect(card.getByTestId('taken')).toHaveText(/^Not saved/);
    expect(await violations(), 'what came of it').toEqual([]);
  });
}

/** The next save dialogs answer with these files, or with none; what they were opened with is told later. */
async function dialogs(app: ElectronApplication, files: readonly (string | null)[]) {
  await app.evaluate(({ dialog }, answers) => {
    const proposed: string[] = [];
    Object.assign(globalThis, { proposed });
    const left = [...answers];
    dialog.showSaveDialog = async (...given: unknown[]) => {
      // One argument, or a window before it.
      const { defaultPath = '' } = given.at(-1) as Electron.SaveDialogOptions;
      proposed.push(defaultPath);
      const file = left.shift() ?? null;
      return file === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: file };
    };
  }, files);
  return () => app.evaluate(() => (globalThis as unknown as { proposed: string[] }).proposed);
}

test('the folder of the last chart is proposed for the next, and the documents when it is gone', async ({
  program,
}) => {
  const card = await openChart(program);
  const { app } = program.running();
  const folder = join(program.folder, 'stick');
  mkdirSync(folder);
  const file = join(folder, 'chart.csv');
  const proposed = await dialogs(app, [file, null, null]);
  await take(card, 'csv');
  await expect(card.getByTestId('taken')).toHaveText('Saved');
  await take(card, 'csv');
  await expect.poll(async () => (await proposed()).length).toBe(2);
  rmSync(folder, { recursive: true });
  await take(card, 'csv');
  await expect.poll(async () => (await proposed()).length).toBe(3);
  const documents = await app.evaluate(({ app: program }) => program.getPath('documents'));
  const [first = '', second = '', third = ''] = await proposed();
  expect(first.startsWith(documents)).toBe(true);
  expect(second.startsWith(folder)).toBe(true);
  expect(third.startsWith(documents)).toBe(true);
});

test('a folder that takes no files is told, and what stood there is left as it was', async ({ program }) => {
  const card = await openChart(program);
  const { app } = program.running();
  const taken = join(program.folder, 'taken.svg');
  mkdirSync(taken);
  writeFileSync(join(taken, 'inside'), 'before');
  await dialogs(app, [join(program.folder, 'gone', 'chart.svg'), taken, null]);
  for (const _ of ['gone', 'taken']) {
    await take(card, 'svg');
    await expect(card.getByTestId('taken')).toHaveText(/^Not saved: the folder does not take the file/);
    await card.getByRole('button', { name: 'Close' }).click();
    await expect(card.getByTestId('taken')).toHaveText('');
  }
  expect(readFileSync(join(taken, 'inside'), 'utf8')).toBe('before');
  expect(readdirSync(program.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
