/** What a session can be found by, and what was typed, as words that are compared: pure. */

const locales = ['nb-NO', 'en-GB'] as const;
const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const short = { ...long, month: 'short' } as const;
const formats = locales.flatMap((locale) =>
  [long, short].map((options) => new Intl.DateTimeFormat(locale, options)),
);

/** Capitals do not count, in any alphabet; nor does whether an 'å' was written in one piece or in two, as macOS does. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** What was typed, word by word. */
export const wordsOf = (sought: string): string[] => folded(sought).split(/\s+/).filter(Boolean);

/** '2026-11-12' as the record writes it, and as people do in both languages. */
export function dayWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return folded([day, ...formats.map((format) => format.format(date))].join(' '));
}
