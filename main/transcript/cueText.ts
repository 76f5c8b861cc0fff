/** The text of a cue as plain text: formatting goes, whatever else is there stays the text it is. Pure. */
import { written } from '../../db/text.ts';

const longestText = 20_000;
const longestSpeaker = 200;
/** No cue that a person can read has more; what is beyond is not even looked at. */
const longestRaw = 100_000;

/** What one voice says in a cue. */
export type Passage = { speaker: string; text: string };

const voice = /<v(?:\.[^<>\s]{0,500})?(?:[ \t\n]([^<>]{0,1000}))?>/i;
const closing = /<\/v>/gi;
const formatting =
  /<\/?(?:c|i|b|u|s|em|strong|font|ruby|rt|lang)(?:[.\s=/][^<>]{0,500})?>|<(?:\d{1,5}:)?\d{1,3}:\d{1,2}[.,]\d{1,9}>/gi;
const lineBreak = /<br\s{0,10}\/?>/gi;
/** `{\an8}`, `{\i1}`, `{i}`: how older subtitles say where and how. */
const braces = /\{\\[^{}]{0,200}\}|\{\/?[ibu]\}/gi;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|nbsp|lrm|rlm|quot|apos));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
  quot: '"',
  apos: "'",
};

/** Splits a cue where WebVTT names another voice. Passages without text are left out. */
export function passagesOf(raw: string): Passage[] {
  const [before = '', ...voices] = raw.slice(0, longestRaw).replace(closing, '').split(voice);
  const passages = [{ speaker: '', text: plain(before) }];
  // `split` puts what the parentheses caught between the pieces: the name, then what is said.
  for (let at = 0; at < voices.length; at += 2) {
    passages.push({ speaker: nameOf(voices[at] ?? ''), text: plain(voices[at + 1] ?? '') });
  }
  return passages.filter(({ text }) => text !== '');
}

/** Cut to what the record takes; never through the middle of a character. */
export const bounded = ({ speaker, text }: Passage): Passage => ({
  speaker: cut(speaker, longestSpeaker),
  text: cut(text, longestText),
});

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

const plain = (text: string): string =>
  clean(unescaped(text.replace(lineBreak, '\n').replace(formatting, '').replace(braces, '')));

/** One line, for a name. */
export const nameOf = (text: string): string => clean(unescaped(text)).replace(/\s+/g, ' ').trim();

function unescaped(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

/** As texts are kept, without empty lines. */
const clean = (text: string): string =>
  written(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
