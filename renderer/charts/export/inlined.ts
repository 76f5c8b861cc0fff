/** One `svg` of the page as it looks there, without the page's styles. */
import { paintOf } from './colour';
import type { Attributes, Paper } from './nodes';

/** What a picture may hold. Nothing that runs, loads, or holds another kind of document. */
const kept = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs clipPath mask pattern marker linearGradient radialGradient stop use symbol'.split(
    ' ',
  ),
);

/** Where things are, which styles do not say. */
const places = new Set(
  'id d x y dx dy x1 y1 x2 y2 cx cy r rx ry fx fy fr width height points offset rotate viewBox preserveAspectRatio transform pathLength textLength lengthAdjust gradientUnits gradientTransform patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient'.split(
    ' ',
  ),
);

/** What is painted itself; the others only hold what is. */
const painted = new Set('path rect circle ellipse line polyline polygon text tspan use'.split(' '));

/** Style properties of all, and then of what is painted, and what SVG takes when nothing is said. */
const usual: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
};
const usualPainted: Readonly<Record<string, string>> = {
  ...usual,
  'fill-rule': 'nonzero',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'font-variant-numeric': 'normal',
  'text-decoration-line': 'none',
  'paint-order': 'normal',
  visibility: 'visible',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};

/** Undefined for what is not shown. */
export function inlined(paper: Paper, element: Element): Element | undefined {
  if (!kept.has(element.localName) || (element.localName === 'desc' && !element.textContent))
    return undefined;
  const style = getComputedStyle(element);
  if (style.display === 'none') return undefined;
  const children = [...element.childNodes].flatMap((child): (Node | string)[] => {
    if (child instanceof Element) return [inlined(paper, child)].filter((drawn) => drawn !== undefined);
    return child.nodeType === Node.TEXT_NODE && child.nodeValue ? [child.nodeValue] : [];
  });
  return paper.make(element.localName, { ...placesOf(element), ...looksOf(element, style) }, children);
}

function placesOf(element: Element): Attributes {
  const own = [...element.attributes].filter(
    ({ name, value }) => places.has(name) && !value.includes('var('),
  );
  const link = element.getAttribute('href');
  return {
    ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
    ...(element.localName === 'use' && link?.startsWith('#') && { href: link }),
  };
}

function looksOf({ localName }: Element, style: CSSStyleDeclaration): Attributes {
  const isPainted = painted.has(localName);
  const looks = Object.entries(isPainted ? usualPainted : usual).flatMap(
    ([name, without]): [string, string][] => {
      const value = local(style.getPropertyValue(name));
      return value === '' || value === without ? [] : [[name, value]];
    },
  );
  return {
    ...Object.fromEntries(looks),
    ...(localName === 'stop' && colour('stop', 'stop-color', style)),
    ...(isPainted && { ...colour('fill', 'fill', style), ...colour('stroke', 'stroke', style) }),
    ...(localName.startsWith('t') &&
      isPainted && { 'font-size': style.fontSize, 'font-weight': style.fontWeight }),
  };
}

/** A colour apart from its opacity: SVG 1.1 knows no colours with one. */
function colour(of: 'fill' | 'stroke' | 'stop', property: string, style: CSSStyleDeclaration): Attributes {
  const value = style.getPropertyValue(property);
  if (value === '') return {};
  const paint = paintOf(value);
  const said = Number(style.getPropertyValue(`${of}-opacity`) || 1);
  const opacity = (paint?.opacity ?? 1) * said;
  return {
    [property]: paint?.colour ?? local(value),
    ...(opacity !== 1 && { [`${of}-opacity`]: opacity }),
  };
}

/** `url("#id")`, with what stands in for it; an address outside of the picture leads nowhere. */
function local(value: string): string {
  if (!value.includes('url(')) return value;
  const [, id] = /^url\(["']?#([^"')]+)["']?\)/.exec(value) ?? [];
  return id === undefined ? 'none' : `url(#${id})`;
}
