/** Where something stands in the window. */
export interface Place {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const directions = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const;
export type ArrowKey = keyof typeof directions;

export function isArrowKey(key: string): key is ArrowKey {
  return Object.hasOwn(directions, key);
}

/**
 * Of several places the one that an arrow leads to: the nearest in its direction. How far something lies aside counts
 * fourfold; what overlaps in the other direction lies not aside at all. Undefined where there is none.
 */
export function nextPlace<Item extends { place: Place }>(
  from: Place,
  items: readonly Item[],
  key: ArrowKey,
): Item | undefined {
  const [right, down] = directions[key];
  let best: { item: Item; distance: number } | undefined;
  for (const item of items) {
    const to = item.place;
    const ahead =
      (middle(to.left, to.right) - middle(from.left, from.right)) * right +
      (middle(to.top, to.bottom) - middle(from.top, from.bottom)) * down;
    if (ahead <= 1) continue;
    const aside =
      down === 0
        ? gap(from.top, from.bottom, to.top, to.bottom)
        : gap(from.left, from.right, to.left, to.right);
    const distance = ahead + 4 * aside;
    if (best === undefined || distance < best.distance) best = { item, distance };
  }
  return best?.item;
}

function middle(start: number, end: number): number {
  return (start + end) / 2;
}

/** How far two stretches are apart; 0 where they overlap. */
function gap(start: number, end: number, otherStart: number, otherEnd: number): number {
  return Math.max(0, otherStart - end, start - otherEnd);
}
