import { type RefObject, useRef, useState } from 'react';
import type { SoughtSessions } from '../../db/library';

/** What is looked for in the library, and how far down: kept while one is in a session. */
export type LibraryView = {
  sought: SoughtSessions;
  /** Looks for something else, from the top. */
  seek: (change: Partial<SoughtSessions>) => void;
  /** In pixels. */
  scrolledTo: RefObject<number>;
};

export function useLibraryView(): LibraryView {
  const [sought, setSought] = useState<SoughtSessions>({ sought: '', groupId: null, waiting: false });
  const scrolledTo = useRef(0);
  const seek = (change: Partial<SoughtSessions>) => {
    scrolledTo.current = 0;
    setSought((before) => ({ ...before, ...change }));
  };
  return { sought, seek, scrolledTo };
}
