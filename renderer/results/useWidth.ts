import { type RefObject, useEffect, useRef, useState } from 'react';

/** How wide an element is, in whole pixels, as long as it is there; `usual` until it is measured. */
export function useWidth(usual: number): { ref: RefObject<HTMLDivElement | null>; width: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const size = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    size.observe(element);
    return () => size.disconnect();
  }, []);
  return { ref, width };
}
