/** How a figure is taken and told: beside a limit of the same run, as the ratio of both. */

/** Milliseconds of each run, sorted. */
export async function times(runs: number, work: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

export function tell(what: string, ours: readonly number[], limit: readonly number[], of: string): void {
  const line = (name: string, taken: readonly number[]) =>
    `    ${name.padEnd(44)} median ${at(taken, 0.5).toFixed(3)} ms   95 % ${at(taken, 0.95).toFixed(3)} ms`;
  console.log(`${what}\n${line('here', ours)}\n${line(of, limit)}`);
  console.log(`    ratio of medians ${(at(ours, 0.5) / at(limit, 0.5)).toFixed(2)}\n`);
}
