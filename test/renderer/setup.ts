/** What the surface needs of a browser and jsdom does not have. */
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { startWords } from '../../renderer/words/words';

vi.stubGlobal(
  'matchMedia',
  (query: string): Partial<MediaQueryList> => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
);
vi.stubGlobal('ResizeObserver', function ResizeObserver() {
  return { observe: () => undefined, unobserve: () => undefined, disconnect: () => undefined };
});
Element.prototype.scrollIntoView = () => undefined;
// Charts draw nothing without a size.
Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 800, 400);
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

await startWords('en');

afterEach(() => {
  cleanup();
  window.location.hash = '';
});
