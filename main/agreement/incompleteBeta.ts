import jStat from 'jstat';

/**
 * Regularised incomplete beta function I_x(a, b), for a, b > 0 and 0 <= x <= 1: 0 to 1, to about 1e-13.
 * Continued fraction, DLMF 8.17.22 (https://dlmf.nist.gov/8.17#v), evaluated by the modified method of Lentz.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above it, the other tail does.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logFront =
    jStat.gammaln(a + b) - jStat.gammaln(a) - jStat.gammaln(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(logFront) / a) * fraction(x, a, b);
}

const tiny = 1e-300;
const enough = 1e-15;
const mostTerms = 10_000;

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    product *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    product *= c * d;
    if (Math.abs(c * d - 1) < enough) break;
  }
  return product;
}

const awayFromZero = (x: number): number => (Math.abs(x) < tiny ? tiny : x);
