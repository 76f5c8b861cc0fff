/** A name between other words, where no `bdi` can stand: whichever way it is written, they stay as they are. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
