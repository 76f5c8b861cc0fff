/**
 * JSON (RFC 8259) as a tree that knows where everything stands, and that keeps keys that are there twice: pure.
 * A person's file is told what is wrong with it by line and column.
 */
export type Json = { line: number } & (
  | { kind: 'plain'; value: string | number | boolean | null }
  | { kind: 'list'; of: Json[] }
  | { kind: 'object'; of: { key: string; line: number; value: Json }[] }
);
export type Misread = { line: number; column: number };

/** Deeper than any file of ours. */
const deepest = 20;
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Wrong extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`no JSON at ${at}`);
    this.at = at;
  }
}

export function readJson(source: string): { tree: Json } | { wrong: Misread } {
  let at = 0;
  const starts = lineStarts(source);
  const line = () => lineOf(starts, at);

  const space = () => {
    while (' \t\n\r'.includes(source[at] ?? '-')) at += 1;
  };
  const take = (pattern: RegExp): unknown => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(source) ?? [];
    if (found === undefined) throw new Wrong(at);
    at += found.length;
    return JSON.parse(found);
  };
  const text = (): string => {
    if (source[at] !== '"') throw new Wrong(at);
    let end = at + 1;
    while (end < source.length && source[end] !== '"') end += source[end] === '\\' ? 2 : 1;
    try {
      const found = String(JSON.parse(source.slice(at, end + 1)));
      at = end + 1;
      return found;
    } catch {
      // A line break, an unknown escape, or no end: told by where the text begins.
      throw new Wrong(at);
    }
  };
  const mark = (wanted: string) => {
    space();
    if (source[at] !== wanted) throw new Wrong(at);
    at += 1;
  };

  /** What stands between two brackets, divided by commas. */
  function several<T>(open: string, close: string, one: () => T): T[] {
    const found: T[] = [];
    mark(open);
    space();
    if (source[at] !== close) {
      found.push(one());
      for (space(); source[at] === ','; space()) {
        at += 1;
        found.push(one());
      }
    }
    mark(close);
    return found;
  }

  function value(depth: number): Json {
    space();
    if (depth > deepest) throw new Wrong(at);
    const here = line();
    if (source[at] === '{') {
      const entry = () => {
        space();
        const keyLine = line();
        const key = text();
        mark(':');
        return { key, line: keyLine, value: value(depth + 1) };
      };
      return { kind: 'object', line: here, of: several('{', '}', entry) };
    }
    if (source[at] === '[') {
      return { kind: 'list', line: here, of: several('[', ']', () => value(depth + 1)) };
    }
    const found = source[at] === '"' ? text() : take(plain);
    const isPlain = found === null || ['string', 'number', 'boolean'].includes(typeof found);
    // The patterns match nothing else.
    return { kind: 'plain', line: here, value: isPlain ? (found as string | number | boolean | null) : null };
  }

  try {
    const tree = value(0);
    space();
    if (at < source.length) throw new Wrong(at);
    return { tree };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const wrongLine = lineOf(starts, error.at);
    return { wrong: { line: wrongLine, column: error.at - (starts[wrongLine - 1] ?? 0) + 1 } };
  }
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, from 1, in which a position lies; by halves. */
function lineOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
