/** A part of the page once more, in the light colours and as large as all that is in it; gone before it is seen. */
import styles from './inLight.module.css';

/** What the page shows around a chart, and no picture does: what is chosen, and what is pointed at. */
const leftOut = [
  '[data-left-out]',
  '[role="status"]',
  '[role="tooltip"]',
  '.recharts-tooltip-wrapper',
  '.recharts-tooltip-cursor',
].join(', ');

/**
 * @param sheet a part of the page, which stays as it is
 * @param look is given the copy while it is laid out
 */
export function inLight<T>(sheet: HTMLElement, look: (copy: HTMLElement) => T): T {
  const host = document.createElement('div');
  host.className = styles.host ?? '';
  host.dataset.paper = '';
  host.inert = true;
  host.style.width = `${sheet.getBoundingClientRect().width}px`;
  const copy = sheet.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('an element is cloned as an element');
  copy.dataset.shown = 'chart';
  for (const element of copy.querySelectorAll(leftOut)) element.remove();
  host.append(copy);
  // Beside the sheet: whatever rules reach it there reach the copy as well.
  sheet.parentElement?.append(host);
  try {
    for (const element of copy.querySelectorAll<HTMLElement>('*')) unroll(element);
    return look(copy);
  } finally {
    host.remove();
  }
}

/** All that could be scrolled to is seen, and nothing hangs on to an edge. */
function unroll(element: HTMLElement): void {
  const { overflowX, overflowY, position } = getComputedStyle(element);
  if (position === 'sticky') element.style.position = 'static';
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  if (!scrolls(overflowX) && !scrolls(overflowY)) return;
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = element;
  element.style.overflow = 'visible';
  if (scrollWidth > clientWidth)
    Object.assign(element.style, { width: `${scrollWidth}px`, maxWidth: 'none' });
  if (scrollHeight > clientHeight) {
    Object.assign(element.style, { height: `${scrollHeight}px`, maxHeight: 'none' });
  }
}
