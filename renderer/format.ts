/** Times and dates as people read them. Recording times are milliseconds, days are YYYY-MM-DD. */
import type { Language } from '../db/scale';

const locales = { nb: 'nb-NO', en: 'en-GB' } as const satisfies Record<Language, string>;

/** 2537300 → '00:42:17,3' (nb) or '00:42:17.3' (en). Cut, not rounded: a clock never shows a later time. */
export function clock(ms: number, language: Language): string {
  const tenths = Math.floor((ms % 1000) / 100);
  return `${clockSeconds(ms)}${language === 'nb' ? ',' : '.'}${tenths}`;
}

/** 2537300 → '00:42:17'. */
export function clockSeconds(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * '1:02:03', '42:17', '42:17,5' or plain minutes '42' as milliseconds; undefined for anything else.
 */
export function clockRead(text: string): number | undefined {
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '0', minutes, last = '0', fraction = '0'] = match;
  if (minutes === undefined) {
    return fraction === '0' ? Number(last) * 60_000 : undefined;
  }
  if (Number(last) > 59 || (match[1] !== undefined && Number(minutes) > 59)) return undefined;
  const seconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(last);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}

/** '2026-11-12' → '12. november 2026' or '12 November 2026'. */
export function dayLong(day: string, language: Language): string {
  return formatDay(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** '2026-11-12' → '12. nov. 2026' or '12 Nov 2026'. */
export function dayShort(day: string, language: Language): string {
  return formatDay(day, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** '2026-11-12' → '12. nov.' or '12 Nov': for axes. */
export function dayMonth(day: string, language: Language): string {
  return formatDay(day, language, { day: 'numeric', month: 'short' });
}

/** 'nov 26' or 'Nov 26': for axes. */
export function monthShort(time: number, language: Language): string {
  const month = formatterOf(language, { month: 'short', timeZone: 'UTC' }).format(time);
  return `${month.replace('.', '')} ${String(new Date(time).getUTCFullYear() % 100).padStart(2, '0')}`;
}

/** A tick of a time axis: the day with its month, the month with its year, or the year alone. */
export function tickLabel(time: number, unit: 'day' | 'month' | 'year', language: Language): string {
  if (unit === 'day') return dayMonth(new Date(time).toISOString().slice(0, 10), language);
  return unit === 'year' ? String(new Date(time).getUTCFullYear()) : monthShort(time, language);
}

/** The day it is here, as YYYY-MM-DD. */
export const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** The day of a wall time here: '2026-11-21T14:03:00Z' → '21. november 2026' or '21 November 2026'. */
export function wallDay(at: string, language: Language): string {
  return formatterOf(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
}

/** A wall time here, to the minute: '21. nov. 2026, 14:03' or '21 Nov 2026, 14:03'. */
export function wallTime(at: string, language: Language): string {
  return formatterOf(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}

/** Making one takes longer than all that is drawn around a day. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locales[language], options);
  formatters.set(key, made);
  return made;
}

function formatDay(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatterOf(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const inDecimals = (most: number) =>
  ({
    nb: new Intl.NumberFormat(locales.nb, { maximumFractionDigits: most }),
    en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: most }),
  }) as const satisfies Record<Language, Intl.NumberFormat>;
const [tenths, hundredths] = [inDecimals(1), inDecimals(2)];

/**
 * One decimal, as the language writes it: 4,5 or 4.5. Whole numbers stay whole, and two decimals stand where one would
 * seem to reach the next: a level of 3.96 is not yet good enough, and never '4'.
 */
export function number(value: number, language: Language): string {
  const seemsNext = Math.floor(Math.round(value * 10) / 10) > Math.floor(value);
  return seemsNext
    ? hundredths[language].format(Math.floor(value * 100) / 100)
    : tenths[language].format(value);
}

/** A difference with its sign: '+0,6' or '−1.2'; one decimal at most, or as many as are asked for. */
export function signed(value: number, language: Language, decimals = 1): string {
  return new Intl.NumberFormat(locales[language], {
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', '−');
}

/** '1,4 GB' or '1.4 GB', in powers of 1000 as systems show them. */
export function fileSize(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  // What would round to a thousand of a unit is one of the next.
  const power = units.findIndex(
    (_, index) => index === units.length - 1 || bytes / 1000 ** index < (index === 0 ? 1000 : 999.95),
  );
  return `${tenths[language].format(bytes / 1000 ** power)} ${units[power] ?? 'B'}`;
}
