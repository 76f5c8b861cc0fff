import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export type Size = { width: number; height: number };

const unknown: Size = { width: 0, height: 0 };

/** How large an element is now, in whole pixels, for drawings that must know it; `usual` until it is measured. */
export function useSize<Of extends HTMLElement = HTMLDivElement>(
  usual: Size = unknown,
): { ref: RefObject<Of | null>; size: Size } {
  const ref = useRef<Of>(null);
  const [size, setSize] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const [width, height] = [Math.floor(box.width), Math.ceil(box.height)];
      if (width === 0) return;
      setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
