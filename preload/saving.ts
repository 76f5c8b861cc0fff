/** What came of writing a file where the save dialog said. */
export type SavedFile =
  | 'saved'
  | 'cancelled'
  /** The disk is full; nothing was left behind. */
  | 'noRoom'
  /** The folder takes no files. */
  | 'unwritable';

/** A chart, or its numbers, as a file. */
export type ChartFile = {
  /** Proposed as the file's name, without the ending. */
  name: string;
  kind: 'png' | 'svg' | 'csv';
  bytes: Uint8Array;
};

/** What the window shows under its print style, as a PDF. */
export type PdfFile = {
  /** Proposed as the file's name, without the ending. */
  name: string;
  /** What stands at the foot of each page, before the page's number; absent for a single page without both. */
  foot?: string | undefined;
};
