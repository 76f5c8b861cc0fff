/** Moves signs apart so that none covers another: pure. */

/** Pixels of the drawing. */
export type Spot = { x: number; y: number };

/**
 * Where signs of one size stand near their true places, at least `distance` apart between centres, as far as 200
 * rounds get them. Two at the same place part along a direction of their own, so the outcome depends only on places
 * and order.
 */
export function spread(places: readonly Spot[], distance: number): Spot[] {
  const moved = places.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 200; round += 1) {
    let near = false;
    moved.forEach((one, index) => {
      moved.slice(index + 1).forEach((other, after) => {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const apart = Math.hypot(dx, dy);
        if (apart >= distance - 1e-6) return;
        near = true;
        // The golden angle: no two pairs part the same way.
        const angle = apart < 1e-6 ? (index + after + 1) * 2.399963 : Math.atan2(dy, dx);
        const push = (distance - apart) / 2;
        one.x -= Math.cos(angle) * push;
        one.y -= Math.sin(angle) * push;
        other.x += Math.cos(angle) * push;
        other.y += Math.sin(angle) * push;
      });
    });
    if (!near) break;
  }
  return moved;
}
