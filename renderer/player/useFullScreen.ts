import { useEffect, useState } from 'react';

/** Whether an element fills the screen, in whichever window it is. */
export function useFullScreen(element: { current: HTMLElement | null }): boolean {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const page = element.current?.ownerDocument;
    const look = () => setFull(page?.fullscreenElement === element.current && element.current !== null);
    page?.addEventListener('fullscreenchange', look);
    return () => page?.removeEventListener('fullscreenchange', look);
  });
  return full;
}
