/** Changes of one kind that follow each other within a minute, as one line: pure. */
import type { ToldChange } from '../../db/latestChanges';

export type FoldedChange = ToldChange & {
  /** How many it stands for. */
  count: number;
};

/** @param rows newest first, as they stay */
export function folded(rows: readonly ToldChange[]): FoldedChange[] {
  const lines: FoldedChange[] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (last !== undefined && likeness(last) === likeness(row)) last.count += 1;
    else lines.push({ ...row, count: 1 });
  }
  return lines;
}

const likeness = ({ at, noun, what, raterName, session, erased }: ToldChange): string =>
  JSON.stringify([at.slice(0, 16), noun, what, raterName, session?.id, erased]);
