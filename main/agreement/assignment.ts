/** A possible pair: the places of its two ends, and how badly they fit, 0 to 1. */
export type Edge = { first: number; second: number; cost: number };

/**
 * The one-to-one assignment with the most pairs, and among those the one with the least total cost.
 * Kuhn (1955), Naval Research Logistics Quarterly 2 (Hungarian method), for each group of ends that hang together.
 */
export function assign(edges: readonly Edge[]): Edge[] {
  return connected(edges).flatMap((group) => {
    const firsts = [...new Set(group.map(({ first }) => first))];
    const seconds = [...new Set(group.map(({ second }) => second))];
    // A missing pair costs more than all others together could save: so the most pairs come first.
    const none = firsts.length + seconds.length + 1;
    const columns = Math.max(firsts.length, seconds.length);
    const costs = firsts.map(() => new Float64Array(columns).fill(none));
    const found = new Map<string, Edge>();
    for (const edge of group) {
      const [row, column] = [firsts.indexOf(edge.first), seconds.indexOf(edge.second)];
      const own = costs[row];
      if (own !== undefined && edge.cost < (own[column] ?? none)) {
        own[column] = edge.cost;
        found.set(`${row} ${column}`, edge);
      }
    }
    return hungarian(costs, columns).flatMap((column, row) => found.get(`${row} ${column}`) ?? []);
  });
}

/** Edges in groups that share no end. */
function connected(edges: readonly Edge[]): Edge[][] {
  const groups: { firsts: Set<number>; seconds: Set<number>; edges: Edge[] }[] = [];
  for (const edge of edges) {
    const touched = groups.filter(
      ({ firsts, seconds }) => firsts.has(edge.first) || seconds.has(edge.second),
    );
    const [group = { firsts: new Set(), seconds: new Set(), edges: [] }, ...others] = touched;
    if (touched.length === 0) groups.push(group);
    for (const other of others) {
      for (const first of other.firsts) group.firsts.add(first);
      for (const second of other.seconds) group.seconds.add(second);
      group.edges.push(...other.edges);
      groups.splice(groups.indexOf(other), 1);
    }
    group.firsts.add(edge.first);
    group.seconds.add(edge.second);
    group.edges.push(edge);
  }
  return groups.map((group) => group.edges);
}

/**
 * @param costs rows by columns, no more rows than columns
 * @returns for each row its column
 */
function hungarian(costs: readonly Float64Array[], columns: number): number[] {
  const ofRow = new Float64Array(costs.length + 1);
  const ofColumn = new Float64Array(columns + 1);
  // Place 0 of `taken` is the row that looks for a column; rows and columns count from 1.
  const taken = new Int32Array(columns + 1);
  const from = new Int32Array(columns + 1);
  for (let row = 1; row <= costs.length; row += 1) {
    taken[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[column] = 1;
      const here = taken[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= columns; to += 1) {
        if (seen[to] === 1) continue;
        const slack = (costs[here - 1]?.[to - 1] ?? 0) - (ofRow[here] ?? 0) - (ofColumn[to] ?? 0);
        if (slack < (least[to] ?? 0)) {
          least[to] = slack;
          from[to] = column;
        }
        if ((least[to] ?? 0) < step) {
          step = least[to] ?? 0;
          next = to;
        }
      }
      for (let to = 0; to <= columns; to += 1) {
        if (seen[to] === 1) {
          const owner = taken[to] ?? 0;
          ofRow[owner] = (ofRow[owner] ?? 0) + step;
          ofColumn[to] = (ofColumn[to] ?? 0) - step;
        } else least[to] = (least[to] ?? 0) - step;
      }
      column = next;
    } while (taken[column] !== 0);
    while (column !== 0) {
      const before = from[column] ?? 0;
      taken[column] = taken[before] ?? 0;
      column = before;
    }
  }
  const assigned = new Array<number>(costs.length).fill(-1);
  for (let column = 1; column <= columns; column += 1) {
    const row = taken[column] ?? 0;
    if (row > 0) assigned[row - 1] = column - 1;
  }
  return assigned;
}
