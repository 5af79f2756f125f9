import type { TreeNode } from "@/components/device/tree/node";

/** All IOMMU groups of a subtree. */
function groupsIn(node: TreeNode): ReadonlySet<number | null> {
  if (node.type === "card") return new Set([node.group]);
  return new Set([node.group, ...node.children.flatMap((child) => [...groupsIn(child)])]);
}

/** The one IOMMU group of a whole subtree; undefined where there are several, null where there is none. */
export function soleGroup(node: TreeNode): number | null | undefined {
  const groups = groupsIn(node);
  return groups.size === 1 ? [...groups][0] : undefined;
}

/**
 * Siblings that have to stand together: those that share a group somewhere below, and the parts of one slot. What
 * stands together can be framed together. Each cluster and its members keep the order of `siblings`.
 */
export function clustersOf(siblings: readonly TreeNode[]): TreeNode[][] {
  const clusterOf = new Map<string, number>();
  const clusters = siblings.map((node) => [node]);
  for (const [index, node] of siblings.entries()) {
    for (const tie of tiesOf(node)) {
      const earlier = clusterOf.get(tie);
      if (earlier !== undefined && earlier !== index) join(clusters, clusterOf, earlier, index);
      clusterOf.set(tie, index);
    }
  }
  return clusters.filter((cluster) => cluster.length > 0).sort(byFirstOf(siblings));
}

/** Moves all of one cluster into another. */
function join(clusters: TreeNode[][], clusterOf: Map<string, number>, from: number, to: number): void {
  clusters[to] = [...(clusters[from] ?? []), ...(clusters[to] ?? [])];
  clusters[from] = [];
  for (const [tie, owner] of clusterOf) if (owner === from) clusterOf.set(tie, to);
}

function byFirstOf(siblings: readonly TreeNode[]): (one: TreeNode[], other: TreeNode[]) => number {
  const places = new Map(siblings.map((node, index) => [node, index]));
  const placeOf = ([first]: TreeNode[]) => (first === undefined ? 0 : (places.get(first) ?? 0));
  return (one, other) => placeOf(one) - placeOf(other);
}

/** The functions of a slot on the root bus belong to the chipset, not to a card. */
function tiesOf(node: TreeNode): string[] {
  const groups = [...groupsIn(node)].filter((group) => group !== null).map((group) => `group ${group}`);
  const isOnSlot = node.type === "card" && node.primary.parent !== null;
  return isOnSlot ? [...groups, `slot ${node.key.slice(0, -2)}`] : groups;
}
