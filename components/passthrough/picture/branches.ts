import type { CardNode, PortNode, TreeNode } from "@/components/device/tree/node";
import { byWorth } from "@/components/device/tree/worth";
import { clustersOf, soleGroup } from "./clusters";

/** A card, or a port with what is behind it. */
export type Item = { node: CardNode } | { node: PortNode; branches: readonly Branch[] };

/** What hangs on a wire: siblings in one frame, or a single port whose subtree is in several groups. */
export interface Branch {
  key: string;
  /**
   * The group whose frame is drawn: round all items, or, of a port with several groups below it, round that port
   * alone. Null where there is no group or a frame further out stands for it.
   */
  group: number | null;
  /** The frame is round the port alone. */
  portOnly: boolean;
  items: readonly Item[];
}

/** The branches of siblings, the worthiest first; what shares a group stands together. `framed`: the frame around. */
export function branchesOf(siblings: readonly TreeNode[], framed: number | null = null): Branch[] {
  return clustersOf([...siblings].sort((one, other) => byWorth([one], [other])))
    .sort(byWorth)
    .flatMap((cluster) => branchesOfCluster(cluster, framed));
}

function branchesOfCluster(cluster: readonly TreeNode[], framed: number | null): Branch[] {
  const branches: Branch[] = [];
  const byGroup = new Map<number, TreeNode[]>();
  for (const node of cluster) {
    const group = soleGroup(node);
    if (group === undefined || group === null) branches.push(branchOf([node], framed));
    else byGroup.set(group, [...(byGroup.get(group) ?? []), node]);
  }
  for (const nodes of byGroup.values()) branches.push(branchOf(nodes, framed));
  return branches.sort((one, other) => byWorth(nodesOf(one), nodesOf(other)));
}

function branchOf(nodes: readonly TreeNode[], framed: number | null): Branch {
  const [first] = nodes;
  const group = first?.group ?? null;
  const portOnly = first !== undefined && soleGroup(first) === undefined;
  const inside = portOnly ? framed : group;
  return {
    key: first?.key ?? "",
    group: group === framed ? null : group,
    portOnly,
    items: nodes.map((node) =>
      node.type === "card" ? { node } : { node, branches: branchesOf(node.children, inside) },
    ),
  };
}

function nodesOf(branch: Branch): TreeNode[] {
  return branch.items.map(({ node }) => node);
}
