/** Draws a part of the page, charts and text alike, as one SVG that needs nothing but itself. */
import { paintOf } from './colour';
import { inlined } from './inlined';
import { newPaper, type Paper } from './nodes';
import { type Line, linesOf } from './writing';

/** `svg` is the whole file; sizes in CSS pixels. */
export type Picture = { svg: string; width: number; height: number };

const margin = 16;
const footHeight = 20;
const footInk = '#52646a';
const fonts = "Inter, 'Inter Variable', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
/** Of the height of a line of Inter: its ascender 1984 and descender 494, in 2048 of the em. */
const aboveBaseline = 1984 / (1984 + 494);

/**
 * @param sheet is laid out, in the colours of the picture
 * @param foot says whose picture it is, where it lies without the page
 */
export function pictureOf(sheet: Element, title: string, foot: string): Picture {
  const paper = newPaper();
  const drawn = draw(paper, sheet, undefined);
  const { left, top } = sheet.getBoundingClientRect();
  // What is in a chart counts by the chart; what has no size is not there.
  const boxes = [sheet, ...sheet.querySelectorAll('*')]
    .filter(({ parentElement }) => parentElement?.closest('svg') === null)
    .map((one) => one.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  const width = Math.ceil(Math.max(...boxes.map(({ right }) => right)) - left) + 2 * margin;
  const height = Math.ceil(Math.max(...boxes.map(({ bottom }) => bottom)) - top) + 2 * margin + footHeight;
  const footAt = { x: margin, y: height - margin, 'font-size': '11px', fill: footInk };
  const root = paper.make(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'font-family': fonts },
    [
      paper.make('title', {}, [title]),
      paper.make('rect', { width, height, fill: '#ffffff' }),
      paper.make('g', { transform: `translate(${margin - left} ${margin - top})` }, drawn),
      paper.make('text', footAt, [foot]),
    ],
  );
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** @param limit beyond which nothing is seen */
function draw(paper: Paper, element: Element, limit: DOMRect | undefined): Element[] {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // What only screen readers are told lies in a box of one pixel.
  const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  if (style.display === 'none' || style.opacity === '0' || (clips && box.width <= 1)) return [];
  const seen = style.visibility === 'visible';
  if (element.localName === 'svg') return seen ? placed(inlined(paper, element), style, box) : [];
  const within = clips ? box : limit;
  const drawn = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return draw(paper, child, within);
    if (!seen || !(child instanceof Text)) return [];
    return linesOf(child, within).map((line) => written(paper, style, line));
  });
  const all = [...(seen ? boxOf(paper, style, box) : []), ...drawn];
  return style.opacity === '1' || all.length === 0 ? all : [paper.make('g', { opacity: style.opacity }, all)];
}

/** A chart stands in the picture where it stands on the page. */
function placed(svg: Element | undefined, style: CSSStyleDeclaration, box: DOMRect): Element[] {
  if (svg === undefined) return [];
  const { left: x, top: y, width, height } = box;
  for (const [name, value] of Object.entries({ x, y, width, height })) svg.setAttribute(name, String(value));
  svg.setAttribute('overflow', style.overflowX === 'visible' ? 'visible' : 'hidden');
  return [svg];
}

function* boxOf(paper: Paper, style: CSSStyleDeclaration, box: DOMRect): Generator<Element> {
  const ground = paintOf(style.backgroundColor);
  const { left: x, top: y, width, height } = box;
  if (ground !== undefined && ground.opacity > 0) {
    const rx = Number.parseFloat(style.borderTopLeftRadius);
    const fill = { fill: ground.colour, 'fill-opacity': ground.opacity };
    yield paper.make('rect', { x, y, width, height, rx: rx || undefined, ...fill });
  }
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  for (const side of sides) {
    const wide = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const paint = paintOf(style.getPropertyValue(`border-${side}-color`));
    if (!(wide > 0) || paint === undefined || paint.opacity === 0) continue;
    const [x1, x2] = side === 'right' ? [x + width, x + width] : side === 'left' ? [x, x] : [x, x + width];
    const [y1, y2] = side === 'bottom' ? [y + height, y + height] : side === 'top' ? [y, y] : [y, y + height];
    const dashed = style.getPropertyValue(`border-${side}-style`) === 'dashed';
    yield paper.make('line', {
      ...{ x1, x2, y1, y2, stroke: paint.colour, 'stroke-width': wide },
      'stroke-opacity': paint.opacity === 1 ? undefined : paint.opacity,
      'stroke-dasharray': dashed ? '4 3' : undefined,
    });
  }
}

/** At the side it is aligned to, so that it stays there in another font. */
function written(
  paper: Paper,
  style: CSSStyleDeclaration,
  { text, left, right, top, bottom }: Line,
): Element {
  const paint = paintOf(style.color);
  const [x, anchor] =
    style.textAlign === 'center'
      ? [(left + right) / 2, 'middle']
      : style.textAlign === 'right' || style.textAlign === 'end'
        ? [right, 'end']
        : [left, undefined];
  return paper.make(
    'text',
    {
      x,
      y: top + (bottom - top) * aboveBaseline,
      'text-anchor': anchor,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
      'font-variant-numeric': style.fontVariantNumeric === 'normal' ? undefined : style.fontVariantNumeric,
      fill: paint?.colour ?? '#000000',
      'fill-opacity': paint === undefined || paint.opacity === 1 ? undefined : paint.opacity,
    },
    [style.textTransform === 'uppercase' ? text.toUpperCase() : text],
  );
}
