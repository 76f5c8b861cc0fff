import type { Page } from 'playwright';
import { demoLibrary } from './demoLibrary';
import { expect, type Program, test } from './program';
import { goTo, openSolveigs } from './steps';

const clock = (page: Page) => page.getByTestId('clock');

/** At the desk, at 0:34 of the recording, which is kept. */
async function atTheDesk(program: Program): Promise<Page> {
  const { page } = await program.start({ switches: [await demoLibrary(program.folder)] });
  await openSolveigs(page);
  await goTo(page, '0:34');
  await expect(clock(page)).toContainText('0:34');
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const answer = await window.api.rating(location.hash.split('/')[2] ?? '');
        return answer.ok && answer.value?.outcome === 'open' ? answer.value.rating.positionMs : undefined;
      }),
    )
    .toBe(34_000);
  return page;
}

/** What the first window shows, asked of the main process: Playwright loses a page whose process ended. */
const shown = (program: Program): Promise<string> =>
  program.running().app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
    return Promise.race([
      contents.executeJavaScript(`document.querySelector('[data-testid="clock"]')?.textContent ?? ''`),
      // A page that hangs never answers, nor does it when it is gone: it is asked again.
      new Promise<string>((silent) => setTimeout(silent, 500, '')),
    ]);
  });

const crash = (program: Program): Promise<void> =>
  program.running().app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((gone) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', () => gone());
        contents?.forcefullyCrashRenderer();
      }),
  );

/** Answers each dialog with a button, and remembers what was asked. */
const answerDialogs = (program: Program, response: number): Promise<void> =>
  program.running().app.evaluate(({ dialog }, button) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...given: unknown[]) => {
      const options = given.at(-1) as Electron.MessageBoxOptions;
      asked.push(`${options.message} ${options.buttons?.join(' | ')}`);
      return { response: button, checkboxChecked: false };
    };
  }, response);
const asked = (program: Program): Promise<string[]> =>
  program.running().app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

test('a window that broke down comes back where it was, at the same moment of the recording', async ({
  program,
}) => {
  await atTheDesk(program);
  await crash(program);
  await expect.poll(() => shown(program), { timeout: 20_000 }).toContain('0:34');
});

test('a window that breaks down three times in a minute asks instead of trying for ever', async ({
  program,
}) => {
  await atTheDesk(program);
  await answerDialogs(program, 0);
  for (let time = 0; time < 3; time += 1) {
    await crash(program);
    await expect.poll(() => shown(program), { timeout: 20_000 }).toContain('0:34');
  }
  expect(await asked(program)).toEqual(['The window stopped three times in a minute Try again | Quit']);
});

test('a window that hangs is started again when a person says so, and comes back where it was', async ({
  program,
}) => {
  const page = await atTheDesk(program);
  await answerDialogs(program, 1);
  await page.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }, 50),
  );
  await program.running().app.evaluate(({ BrowserWindow }) => {
    // Chromium says so after half a minute of unanswered input.
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  });
  await expect.poll(() => shown(program), { timeout: 30_000 }).toContain('0:34');
  expect(await asked(program)).toEqual(['The window does not answer Wait | Start the window again']);
});

test('a window that hangs is waited for when a person says so', async ({ program }) => {
  const page = await atTheDesk(program);
  await answerDialogs(program, 0);
  await program.running().app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    BrowserWindow.getAllWindows()[0]?.emit('responsive');
  });
  expect(await asked(program)).toHaveLength(1);
  await expect(clock(page)).toContainText('0:34');
});
