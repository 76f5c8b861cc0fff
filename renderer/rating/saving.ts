import { createContext } from 'react';

/** True while a change of the rating is on its way to the disk. */
export const Saving = createContext(false);
