import type { Who } from './whoDidWhat';

/** As marks are outlined everywhere; never without the shape. */
export const whoColours = {
  first: 'var(--first)',
  second: 'var(--second)',
  both: 'var(--secondary)',
} as const satisfies Record<Who, string>;
