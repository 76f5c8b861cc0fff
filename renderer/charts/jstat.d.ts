/** What is used of jstat, which brings no types. */
declare module 'jstat' {
  export const studentt: {
    /** The value below which lies the share `p` (0 to 1) of Student's t distribution. */
    inv(p: number, degreesOfFreedom: number): number;
  };
}
