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
 * Of several places the one that an arrow leads to: the nearest in its direction, where what lies aside counts
 * double. Undefined where there is none.
 */
export function nextPlace<Item extends { place: Place }>(
  from: Place,
  items: readonly Item[],
  key: ArrowKey,
): Item | undefined {
  const [right, down] = directions[key];
  const start = middle(from);
  let best: { item: Item; distance: number } | undefined;
  for (const item of items) {
    const to = middle(item.place);
    const ahead = (to.x - start.x) * right + (to.y - start.y) * down;
    const aside = Math.abs((to.x - start.x) * down) + Math.abs((to.y - start.y) * right);
    if (ahead <= 1) continue;
    const distance = ahead + 2 * aside;
    if (best === undefined || distance < best.distance) best = { item, distance };
  }
  return best?.item;
}

function middle({ left, top, right, bottom }: Place): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
