import { type RefObject, useEffect, useRef, useState } from 'react';

export type Size = { width: number; height: number };

/** How large an element is, in whole pixels, as long as it is there; `usual` until it is measured. */
export function useSize<Of extends HTMLElement>(usual: Size): { ref: RefObject<Of | null>; size: Size } {
  const ref = useRef<Of>(null);
  const [size, setSize] = useState(usual);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.borderBoxSize[0];
      if (box !== undefined && box.inlineSize > 0)
        setSize({ width: Math.floor(box.inlineSize), height: Math.ceil(box.blockSize) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
