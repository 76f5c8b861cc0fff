/** The text of a page, line by line, where it stands. */

export type Line = { text: string; left: number; right: number; top: number; bottom: number };

/** The lines that a text node fills, as far as `limit` lets them be seen; what is cut ends in '…'. */
export function linesOf(node: Text, limit: DOMRect | undefined): Line[] {
  const range = document.createRange();
  const lines: (Line & { from: number; to: number })[] = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/gu)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, bottom, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - top) < 2) {
      last.right = right;
      last.to = index + word.length;
    } else lines.push({ text: '', left, right, top, bottom, from: index, to: index + word.length });
  }
  return lines.flatMap(({ from, to, ...line }) => {
    const whole = { ...line, text: node.data.slice(from, to).replace(/\s+/gu, ' ') };
    if (limit === undefined) return [whole];
    const middle = (line.top + line.bottom) / 2;
    if (middle < limit.top || middle > limit.bottom || line.left >= limit.right) return [];
    return line.right <= limit.right + 1 ? [whole] : [cut(node, range, from, whole, limit.right)];
  });
}

function cut(node: Text, range: Range, from: number, line: Line, right: number): Line {
  let to = from;
  for (const sign of node.data.slice(from)) {
    range.setStart(node, from);
    range.setEnd(node, to + sign.length);
    // Room for the sign that says so.
    if (range.getBoundingClientRect().right > right - 11) break;
    to += sign.length;
  }
  return { ...line, right, text: `${node.data.slice(from, to).trimEnd()}…` };
}
