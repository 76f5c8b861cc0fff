/** Makes the elements of a picture, in a document of its own: nothing in it runs, loads or is laid out. */
import { plain, visible } from './plain';

const svgSpace = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Paper = ReturnType<typeof newPaper>;

export function newPaper() {
  const paper = document.implementation.createDocument(svgSpace, 'svg');
  const make = (name: string, attributes: Attributes = {}, children: readonly (Node | string)[] = []) => {
    const made = paper.createElementNS(svgSpace, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) made.setAttribute(key, written(value));
    }
    made.append(...children.map((child) => (typeof child === 'string' ? visible(child) : child)));
    return made;
  };
  return { make };
}

/** Two decimals are a hundredth of what a screen shows. */
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : plain(value);
