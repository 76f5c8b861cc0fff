/** What stands on a person's desk besides the library: settings, dialogs, paper. */
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ChartFile, PdfFile, Printed, SavedFile, Settings, SomeSettings } from '../preload/api.ts';
import { dayOf, monthsLater } from './days.ts';
import { pagePdf, printPage } from './printing.ts';
import { saving } from './saving.ts';
import type { MachineSettings } from './settings.ts';
import { wordsIn } from './words.ts';

const mediaEndings = 'mp4 m4v mov webm mkv mp3 m4a aac wav ogg oga opus flac avi mts m2ts ts wmv mpg'.split(
  ' ',
);

export type Desk = {
  saveSettings: (settings: SomeSettings) => Settings;
  print: () => Promise<Printed>;
  savePdf: (file: PdfFile) => Promise<SavedFile>;
  saveChart: (file: ChartFile) => Promise<SavedFile>;
  /**
   * Writes the page of a certificate as a PDF, with what `seal` makes of its bytes. Cancelled when the window shows
   * anything else: nothing but that page is sealed.
   */
  saveCertificate: (
    file: { id: string; name: string },
    seal: (pdf: Uint8Array) => Uint8Array,
  ) => Promise<SavedFile>;
  /** Asks a person for a file; undefined when they change their mind. */
  askForFile: (
    title: 'chooseRecording' | 'relinkRecording' | 'chooseTranscript',
  ) => Promise<string | undefined>;
  askForTextPack: () => Promise<string | undefined>;
  /** Asks for the file of a certificate. */
  askForCertificate: () => Promise<string | undefined>;
  /** Asks where a text pack goes, with a name for its file. */
  askWhereToExport: (name: string) => Promise<string | undefined>;
  /** Asks where a playable copy goes; `suggested` makes the place from the word that says what it is. */
  askWhereToCopy: (suggested: (suffix: string) => string) => Promise<string | undefined>;
  /** Asks where a readable copy of a kept recording goes, with the recording's name for its file. */
  askWhereToTakeOut: (name: string) => Promise<string | undefined>;
  /** Who sits in front of the screen, as this machine remembers; null for nobody. */
  raterId: () => string | null;
  keepRater: (raterId: string | null) => void;
  /** The last day on which a recording that is added now may be kept, YYYY-MM-DD; null for no limit. */
  keepUntil: () => string | null;
};

type Options = {
  settings: MachineSettings;
  window: () => BrowserWindow | undefined;
  /** Called when settings were changed. */
  onSettings: (settings: Settings) => void;
};

export function deskOf({ settings, window, onSettings }: Options): Desk {
  const words = () => wordsIn(settings.get().language);
  const files = saving({
    get: () => settings.get().exportFolder,
    keep: (exportFolder) => settings.remember({ exportFolder }),
  });
  return {
    saveSettings(some) {
      const saved = settings.save(some);
      onSettings(saved);
      return saved;
    },
    raterId: () => settings.get().raterId,
    keepRater: (raterId) => settings.remember({ raterId }),
    keepUntil: () => {
      const { keepMonths } = settings.get();
      return keepMonths === null ? null : monthsLater(dayOf(new Date()), keepMonths);
    },
    async askForFile(title) {
      const { filePaths } = await dialog.showOpenDialog({
        title: words()[title],
        properties: ['openFile'],
        defaultPath: app.getPath('home'),
        filters: [
          title === 'chooseTranscript'
            ? { name: words().transcripts, extensions: ['vtt', 'srt', 'txt'] }
            : { name: words().recordings, extensions: mediaEndings },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      return filePaths[0];
    },
    print: () => printPage(window()),
    async savePdf({ name, foot }) {
      const shown = window();
      if (shown === undefined) return 'cancelled';
      const kind = { name: 'PDF', extensions: ['pdf'] };
      return files.save({ title: words().savePdf, name: `${name}.pdf`, kind }, () => pagePdf(shown, foot));
    },
    async saveCertificate({ id, name }, seal) {
      const shown = window();
      const isShown = () => shown?.webContents.getURL().split('#')[1] === `/certificate/${id}`;
      if (shown === undefined || !isShown()) return 'cancelled';
      // Printed before a place is asked for: what was on the screen when the button was pressed.
      const pdf = await pagePdf(shown, undefined);
      if (!isShown()) return 'cancelled';
      const bytes = seal(pdf);
      const kind = { name: 'PDF', extensions: ['pdf'] };
      return files.save({ title: words().saveCertificate, name: `${name}.pdf`, kind }, () => bytes);
    },
    saveChart({ name, kind, bytes }) {
      const title = kind === 'csv' ? words().saveNumbers : words().saveChart;
      return files.save(
        { title, name: `${name}.${kind}`, kind: { name: kind.toUpperCase(), extensions: [kind] } },
        () => bytes,
      );
    },
    async askForTextPack() {
      const { filePaths } = await dialog.showOpenDialog({
        title: words().chooseTextPack,
        properties: ['openFile'],
        defaultPath: app.getPath('documents'),
        filters: [
          { name: words().textPacks, extensions: ['json', 'csv', 'tsv', 'txt'] },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      return filePaths[0];
    },
    async askForCertificate() {
      const { filePaths } = await dialog.showOpenDialog({
        title: words().chooseCertificate,
        properties: ['openFile'],
        defaultPath: app.getPath('documents'),
        filters: [
          { name: 'PDF', extensions: ['pdf'] },
          { name: words().allFiles, extensions: ['*'] },
        ],
      });
      return filePaths[0];
    },
    async askWhereToExport(name) {
      const { filePath } = await dialog.showSaveDialog({
        title: words().exportTextPack,
        defaultPath: join(app.getPath('documents'), name),
        filters: [{ name: words().textPacks, extensions: ['json'] }],
      });
      return filePath || undefined;
    },
    async askWhereToCopy(suggested) {
      const { filePath } = await dialog.showSaveDialog({
        title: words().saveCopy,
        defaultPath: suggested(words().playableCopy),
        filters: [{ name: 'MP4', extensions: ['mp4'] }],
      });
      return filePath || undefined;
    },
    async askWhereToTakeOut(name) {
      const { filePath } = await dialog.showSaveDialog({
        title: words().takeOut,
        // A name from the record is a name, wherever it came from.
        defaultPath: join(app.getPath('home'), basename(name)),
      });
      return filePath || undefined;
    },
  };
}
