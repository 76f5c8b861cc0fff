/** Why a file is not taken as a transcript. */
export type TranscriptProblem =
  | { kind: 'unreadable' }
  | { kind: 'empty' }
  /** More than 20 MB. */
  | { kind: 'tooLarge' }
  /** No text at all: a PDF, a document, a film. */
  | { kind: 'foreign' }
  /** No passage with times, or more than 50,000; the line (from 1) where reading failed first, if it did. */
  | { kind: 'noPassages' | 'tooMany'; line: number | null }
  | { kind: 'noSession' };

/** What came of giving a session a transcript. */
export type TranscriptImported =
  | {
      outcome: 'imported';
      name: string;
      passages: number;
      /** Passages that could not be read, and the line (from 1) of the first. */
      unreadable: number;
      firstUnreadable: number | null;
      /** Passages that ended before they began, or were too long: kept, with an end or a length that works. */
      mended: number;
    }
  | { outcome: 'refused'; name: string; problem: TranscriptProblem }
  | { outcome: 'cancelled' };
