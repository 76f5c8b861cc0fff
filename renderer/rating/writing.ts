import { createContext } from 'react';

/** Tells the desk that a note is being written, and when it is done with: by Enter, or by leaving it. */
export const Writing = createContext<{ begun: () => void; ended: (byEnter: boolean) => void }>({
  begun: () => undefined,
  ended: () => undefined,
});
