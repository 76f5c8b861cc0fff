/** Small symmetric matrices, flat by rows. */

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** a' M b. */
export function quadratic(
  matrix: readonly number[],
  a: readonly number[],
  b: readonly number[],
  k: number,
): number {
  let sum = 0;
  for (let row = 0; row < k; row += 1)
    for (let column = 0; column < k; column += 1)
      sum += (a[row] ?? 0) * (matrix[row * k + column] ?? 0) * (b[column] ?? 0);
  return sum;
}

/** Lower triangle L with L L' = matrix, which is positive definite. */
export function cholesky(matrix: readonly number[], k: number): number[] {
  const root = new Array<number>(k * k).fill(0);
  for (let row = 0; row < k; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[row * k + column] ?? 0;
      for (let i = 0; i < column; i += 1) rest -= (root[row * k + i] ?? 0) * (root[column * k + i] ?? 0);
      root[row * k + column] = row === column ? Math.sqrt(rest) : rest / (root[column * k + column] ?? 1);
    }
  return root;
}

/** The x with L L' x = right. */
export function solved(root: readonly number[], right: readonly number[], k: number): number[] {
  const x = [...right];
  for (let row = 0; row < k; row += 1) {
    let rest = x[row] ?? 0;
    for (let i = 0; i < row; i += 1) rest -= (root[row * k + i] ?? 0) * (x[i] ?? 0);
    x[row] = rest / (root[row * k + row] ?? 1);
  }
  for (let row = k - 1; row >= 0; row -= 1) {
    let rest = x[row] ?? 0;
    for (let i = row + 1; i < k; i += 1) rest -= (root[i * k + row] ?? 0) * (x[i] ?? 0);
    x[row] = rest / (root[row * k + row] ?? 1);
  }
  return x;
}

/**
 * Solves a singular, positive semidefinite system that has a solution, by elimination that leaves out rows without
 * a pivot. @returns the rank, and right' x for a solution x
 */
export function semidefinite(matrix: readonly number[], right: readonly number[], k: number) {
  const m = [...matrix];
  const b = [...right];
  const scale = Math.max(...m.map(Math.abs), 0);
  let rank = 0;
  let explained = 0;
  for (let pivot = 0; pivot < k; pivot += 1) {
    const size = m[pivot * k + pivot] ?? 0;
    if (size <= 1e-10 * scale) continue;
    rank += 1;
    const own = b[pivot] ?? 0;
    explained += (own * own) / size;
    for (let row = pivot + 1; row < k; row += 1) {
      const factor = (m[row * k + pivot] ?? 0) / size;
      if (factor === 0) continue;
      for (let column = pivot; column < k; column += 1)
        m[row * k + column] = (m[row * k + column] ?? 0) - factor * (m[pivot * k + column] ?? 0);
      b[row] = (b[row] ?? 0) - factor * own;
    }
  }
  return { rank, explained };
}
