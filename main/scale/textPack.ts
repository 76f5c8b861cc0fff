/**
 * A text pack as a person brings it, as JSON or as rows of item, level and text: pure. Everything that is wrong is
 * told with where it stands; a pack with anything wrong is no pack.
 */
import type { Anchor, NewTextPack } from '../../db/model.ts';
import { items, type Language } from '../../db/scale.ts';
import { oneLine, written } from '../../db/text.ts';
import type { PackChecked, PackProblem } from '../../preload/api.ts';
import { type Json, readJson } from './readJson.ts';
import { readRows } from './readRows.ts';

const format = 'mbt-g-rater-text-pack';
const version = 1;
/** As the record keeps them. */
const longest = 5000;
/** A whole pack has 133. */
const mostRows = 1000;
/** More than anybody reads. */
const mostProblems = 200;

/** What is needed besides the text: for which language it is meant, and a name where the text has none. */
type Meant = { language: Language; name: string };

export function checkTextPack(source: string, meant: Meant): PackChecked {
  const text = source.replace(/^\uFEFF/, '');
  const { name, anchors, problems } = text.trimStart().startsWith('{')
    ? fromJson(text, meant)
    : fromRows(text, meant);
  const all = [
    ...problems,
    ...(anchors.length === 0 && problems.length === 0 ? [{ kind: 'empty' as const }] : []),
  ];
  if (all.length > 0) return { outcome: 'wrong', problems: all.slice(0, mostProblems) };
  anchors.sort((a, b) => a.item - b.item || a.level - b.level);
  return { outcome: 'right', pack: { language: meant.language, name, anchors } };
}

/** The pack as the file that another site can import. */
export function textPackFile({ language, name, anchors }: NewTextPack): string {
  const numbers = [...new Set(anchors.map(({ item }) => item))];
  const levelsOf = (number: number) =>
    Object.fromEntries(anchors.filter(({ item }) => item === number).map(({ level, text }) => [level, text]));
  const byItem = Object.fromEntries(numbers.map((number) => [number, levelsOf(number)]));
  return `${JSON.stringify({ format, version, language, name, items: byItem }, null, 2)}\n`;
}

type Read = { name: string; anchors: Anchor[]; problems: PackProblem[] };

function fromRows(source: string, meant: Meant): Read {
  const table = readRows(source, 3, mostRows + 1);
  if (table.length > mostRows) return { name: '', anchors: [], problems: [{ kind: 'tooLarge' }] };
  const [heading] = table;
  const isHeading = heading?.cells.slice(0, 2).every((cell) => !/\d/.test(cell)) && heading.cells.length > 1;
  const rows = isHeading ? table.slice(1) : table;
  const collected = collect();
  for (const { line, cells } of rows) {
    const [item, level, text] = cells;
    if (item === undefined || level === undefined || text === undefined) {
      collected.problems.push({ kind: 'row', line });
    } else collected.add({ line, item, level, text });
  }
  const name = clean(meant.name, false);
  return withName(name, collected);
}

function fromJson(source: string, meant: Meant): Read {
  const read = readJson(source);
  if ('wrong' in read) return { name: '', anchors: [], problems: [{ kind: 'notJson', ...read.wrong }] };
  const collected = collect();
  const { problems } = collected;
  const top = fieldsOf(read.tree);
  const plain = (key: string) => {
    const field = top.get(key);
    return field?.kind === 'plain' ? field.value : undefined;
  };
  if (plain('format') !== format) return { name: '', anchors: [], problems: [{ kind: 'notPack' }] };
  if (plain('version') !== version) problems.push({ kind: 'version', found: told(plain('version')) });
  const found = plain('language');
  if (found !== 'nb' && found !== 'en') problems.push({ kind: 'language', found: told(found) });
  else if (found !== meant.language) problems.push({ kind: 'otherLanguage', found });
  const all = top.get('items');
  if (all?.kind !== 'object') problems.push({ kind: 'noItems' });
  else {
    for (const { key: item, line, value } of all.of) {
      if (value.kind !== 'object') problems.push({ kind: 'levels', line, item: told(item) });
      else {
        for (const one of value.of) {
          const text = one.value.kind === 'plain' ? one.value.value : undefined;
          collected.add({ line: one.line, item, level: one.key, text });
        }
      }
    }
  }
  const name = plain('name');
  return withName(typeof name === 'string' ? clean(name, false) : '', collected);
}

function withName(name: string, { anchors, problems }: ReturnType<typeof collect>): Read {
  if (name === '') problems.unshift({ kind: 'noName' });
  if (name.length > 200) problems.unshift({ kind: 'longName' });
  return { name, anchors, problems };
}

/** Gathers anchors, and what is wrong with them. */
function collect() {
  const anchors: Anchor[] = [];
  const problems: PackProblem[] = [];
  const lines = new Map<string, number>();

  function add(row: { line: number; item: string; level: string; text: unknown }): void {
    const { line } = row;
    const item = numberIn(row.item);
    const level = numberIn(row.level);
    const itemThere = item !== undefined && item >= 1 && item <= items.length;
    const levelThere = level !== undefined && level >= 1 && level <= 7;
    if (!itemThere) problems.push({ kind: 'item', line, found: told(row.item) });
    if (!levelThere) problems.push({ kind: 'level', line, found: told(row.level) });
    if (!itemThere || !levelThere) return;
    const key = `${item}/${level}`;
    const before = lines.get(key);
    if (before !== undefined) {
      problems.push({ kind: 'twice', item, level, line: before, again: line });
      return;
    }
    lines.set(key, line);
    const text = typeof row.text === 'string' ? clean(row.text, true) : undefined;
    if (text === undefined) problems.push({ kind: 'notText', line, item, level });
    else if (text === '') problems.push({ kind: 'blank', line, item, level });
    else if (text.length > longest) {
      problems.push({ kind: 'long', line, item, level, length: text.length, longest });
    } else anchors.push({ item, level, text });
  }
  return { anchors, problems, add };
}

/** '12', '12.', 'Ledd 12' as 12. */
function numberIn(cell: string): number | undefined {
  const [, number] = /^(?:\p{L}+\.?\s*)?(\d{1,6})\.?$/u.exec(cell.trim()) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** What was found, short enough to be told. */
const told = (found: unknown): string => {
  const text = clean(String(found ?? ''), false);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** Markup stays text. */
const clean = (text: string, lines: boolean): string => (lines ? written(text).trim() : oneLine(text));

/** The fields of an object; none of anything else. Of one that is there twice the last counts, as everywhere. */
const fieldsOf = (tree: Json): Map<string, Json> =>
  new Map(tree.kind === 'object' ? tree.of.map(({ key, value }) => [key, value]) : []);
