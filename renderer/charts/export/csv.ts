/** A chart's numbers as a file that a spreadsheet opens as it is. */
import type { Language } from '../../../db/scale';
import type { Cell, ChartTable } from '../chartTable';
import { plain } from './plain';

/** What separates cells, and a whole from its fraction, where Excel speaks the language. */
const signs = {
  nb: { between: ';', decimal: ',' },
  en: { between: ',', decimal: '.' },
} as const satisfies Record<Language, { between: string; decimal: string }>;

/**
 * RFC 4180: each record ends in CR LF, text in quotes; before it the mark that tells Excel of UTF-8. Numbers are
 * written in full, with the decimal sign of the language; what is not a finite number is an empty cell.
 */
export function csvText({ head, rows }: ChartTable, language: Language): string {
  const { between, decimal } = signs[language];
  const records = [head.map(quoted), ...rows.map((row) => row.map((cell) => written(cell, decimal)))];
  return `\ufeff${records.map((record) => `${record.join(between)}\r\n`).join('')}`;
}

function written({ text, value = text }: Cell, decimal: string): string {
  if (typeof value === 'string') return quoted(value);
  return Number.isFinite(value) ? String(value).replace('.', decimal) : '';
}

const quoted = (text: string): string => `"${harmless(plain(text)).replaceAll('"', '""')}"`;

/**
 * A spreadsheet takes text with one of these in front for a formula; an apostrophe before it says that it is text.
 * The wide forms are the same to some spreadsheets. A number with its sign computes nothing and stays a number.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const harmless = (text: string): string =>
  /^[=+\-@＝＋－＠]/u.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
