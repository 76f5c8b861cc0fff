/** The part of jstat that is used here; it brings no types. */
declare module 'jstat' {
  type Continuous<Parameters extends number[]> = {
    pdf: (x: number, ...parameters: Parameters) => number;
    cdf: (x: number, ...parameters: Parameters) => number;
    inv: (p: number, ...parameters: Parameters) => number;
  };
  const jStat: {
    /** Degrees of freedom of the numerator and the denominator. */
    centralF: Continuous<[number, number]>;
    /** Degrees of freedom. */
    studentt: Continuous<[number]>;
    chisquare: Continuous<[number]>;
    /** Mean and standard deviation. */
    normal: Continuous<[number, number]>;
    /** Natural logarithm of the gamma function. */
    gammaln: (x: number) => number;
  };
  export default jStat;
}
