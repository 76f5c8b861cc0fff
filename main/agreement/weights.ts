/**
 * How much two categories agree, 0 to 1, flat q by q; q is the number of categories of the scale, used or not.
 * - `identity`: only the same category agrees
 * - `linear`: 1 - |i - j| / (q - 1); `quadratic`: 1 - (i - j)^2 / (q - 1)^2 (Cohen 1968; Fleiss & Cohen 1973)
 * - `ordinal`: 1 - C(|i - j| + 1, 2) / C(q, 2) (Gwet 2014, Handbook of Inter-Rater Reliability): not the metric that
 *   Krippendorff calls ordinal, which depends on how often each category was used
 */
export type Weights = 'identity' | 'linear' | 'quadratic' | 'ordinal';

export function agreementWeights(kind: Weights, q: number): number[] {
  const most = distance(kind, q - 1);
  return Array.from({ length: q * q }, (_, at) => {
    const apart = Math.abs(Math.floor(at / q) - (at % q));
    return apart === 0 ? 1 : 1 - distance(kind, apart) / most;
  });
}

function distance(kind: Weights, apart: number): number {
  switch (kind) {
    case 'identity':
      return apart > 0 ? 1 : 0;
    case 'linear':
      return apart;
    case 'quadratic':
      return apart ** 2;
    case 'ordinal':
      return (apart * (apart + 1)) / 2;
    default:
      return kind satisfies never;
  }
}
