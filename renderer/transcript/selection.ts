/** Which passages a selection covers. */
import type { Cue } from '../../db/model';

/** Passages from the first to the last, by index, and the words that were chosen in them. */
export type Selected = { from: number; to: number; words: string };

/** What a keyboard chooses: whole passages. */
export function wholeCues(cues: readonly Cue[], one: number, other: number): Selected {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const texts = cues.slice(from, to + 1).map(({ text }) => text);
  return { from, to, words: texts.join('\n') };
}

/** What a mouse chose in the list; undefined when no word of it, 'elsewhere' when it is not about the list. */
export function selectedIn(list: HTMLElement): Selected | undefined | 'elsewhere' {
  const selection = document.getSelection();
  if (selection === null || !list.contains(selection.anchorNode)) return 'elsewhere';
  if (selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const parts = [...list.querySelectorAll<HTMLElement>('[data-words]')]
    .map((words) => ({ index: Number(words.dataset.words), words: common(range, words) }))
    .filter(({ words }) => words.trim() !== '');
  const [first, last] = [parts.at(0), parts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.index, to: last.index, words: parts.map(({ words }) => words).join('\n') };
}

/** The text that a range and an element have in common. */
function common(range: Range, element: HTMLElement): string {
  if (!range.intersectsNode(element)) return '';
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}
