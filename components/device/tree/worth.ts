import { isInUse, verdictOrder } from "../verdict-order";
import { type CardNode, type CardSize, functionsOf, type TreeNode } from "./node";

const sizes: readonly CardSize[] = ["large", "medium", "small"];

/** How early something is drawn; the lower, the earlier. What people came for is first. */
type Rank = readonly [size: number, blocked: number, bootDisplay: number, status: number];

/** The cards of a subtree. */
export function cardsOf(node: TreeNode): CardNode[] {
  return node.type === "card" ? [node] : node.children.flatMap(cardsOf);
}

/** How many PCI devices a subtree has, its ports counted. */
export function deviceCount(node: TreeNode): number {
  if (node.type === "card") return functionsOf(node).length;
  return 1 + node.children.reduce((sum, child) => sum + deviceCount(child), 0);
}

/** Whether a subtree has something that people look for; the rest is the chipset's clutter. */
export function isWorthShowing(node: TreeNode): boolean {
  return cardsOf(node).some(({ size, kind }) => size !== "small" || kind === "audio");
}

/** Orders subtrees: GPUs, then what can be reserved for VMs, the boot display and what the host needs behind them. */
export function byWorth(one: readonly TreeNode[], other: readonly TreeNode[]): number {
  const [left, right] = [rankOf(one), rankOf(other)];
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return (one[0]?.key ?? "").localeCompare(other[0]?.key ?? "");
}

const last: Rank = [sizes.length, 1, 1, verdictOrder.length];

function rankOf(nodes: readonly TreeNode[]): Rank {
  return nodes.flatMap(cardsOf).map(rankOfCard).reduce(lower, last);
}

function rankOfCard({ size, primary }: CardNode): Rank {
  const status = isInUse(primary.verdict) ? "ready" : primary.verdict.status;
  return [
    sizes.indexOf(size),
    Number(status === "blocked"),
    Number(primary.bootVga === true),
    verdictOrder.indexOf(status),
  ];
}

function lower(one: Rank, other: Rank): Rank {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (other[at] ?? 0) < (one[at] ?? 0) ? other : one;
}
