/** Rows of a table as copied from a spreadsheet or read from a CSV file: pure. */
export type Row = {
  /** Of its first cell, from 1. */
  line: number;
  cells: string[];
};

/**
 * Rows of at most `columns` cells, divided by tabs or, in a line without a tab, by semicolons; what comes after the
 * last division belongs to the last cell. Spreadsheets put a cell with a line break into quotes. Empty lines are
 * left out.
 *
 * @param most reading stops after so many rows
 */
export function readRows(source: string, columns: number, most: number): Row[] {
  const text = source.replace(/\r\n?/g, '\n');
  const rows: Row[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length < most) {
    const end = endOfLine(text, at);
    const divider = text.slice(at, end).includes('\t') ? '\t' : ';';
    const cells: string[] = [];
    const first = line;
    let done = false;
    while (!done) {
      const cell = readCell(text, at, divider, cells.length === columns - 1);
      cells.push(cell.text);
      line += text.slice(at, cell.end).split('\n').length - 1;
      done = text[cell.end] !== divider;
      at = cell.end + 1;
    }
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: first, cells });
  }
  return rows;
}

/** A cell in quotes, when they close before a division or the end of a line; otherwise all up to there. */
function readCell(
  text: string,
  from: number,
  divider: string,
  isLast: boolean,
): { text: string; end: number } {
  const inner = text[from] === '"' ? quotedAt(text, from) : undefined;
  if (inner !== undefined) {
    let end = from + inner.length + 2;
    while (text[end] === ' ') end += 1;
    const closes = end >= text.length || text[end] === '\n' || (!isLast && text[end] === divider);
    // Quotes that a person wrote around a plain sentence are part of it.
    if (closes && (!isLast || /[\n\t;]|""/.test(inner))) return { text: inner.replaceAll('""', '"'), end };
  }
  const endLine = endOfLine(text, from);
  const division = isLast ? -1 : text.indexOf(divider, from);
  const end = division >= 0 && division < endLine ? division : endLine;
  return { text: text.slice(from, end), end };
}

/** What stands in the quotes that open here; undefined when they do not close within reason. */
function quotedAt(text: string, from: number): string | undefined {
  for (let end = from + 1; end < Math.min(text.length, from + 20_000); end += 1) {
    if (text[end] !== '"') continue;
    if (text[end + 1] !== '"') return text.slice(from + 1, end);
    end += 1;
  }
  return undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
