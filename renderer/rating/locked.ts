import { createContext } from 'react';

/** True on a desk whose rating cannot be changed: everything can be read and played, nothing set. */
export const Locked = createContext(false);
