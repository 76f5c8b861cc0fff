import { createHeld } from '../held';
import type { Length } from './playlist';

type Pace = { lengthSeconds: Length; stopAfterEach: boolean };

/** How moments follow each other, as it was left: for as long as the program runs. */
export const pace = createHeld<Pace>({ lengthSeconds: 20, stopAfterEach: false });
