import { deviceCount, isWorthShowing } from "@/components/device/tree/worth";
import type { Branch, Item } from "./branches";

/** The branches that are worth showing, and in them what is. What is framed with something that is stays with it. */
export function withoutClutter(branches: readonly Branch[]): Branch[] {
  return branches
    .filter((branch) => !isClutter(branch))
    .map((branch) => (isFrame(branch) ? branch : { ...branch, items: branch.items.map(tidied) }));
}

/** How many devices `withoutClutter` leaves out. */
export function clutterIn(branches: readonly Branch[]): number {
  return branches.reduce((sum, branch) => sum + clutterOf(branch), 0);
}

function clutterOf(branch: Branch): number {
  if (isClutter(branch)) return branch.items.reduce((sum, { node }) => sum + deviceCount(node), 0);
  if (isFrame(branch)) return 0;
  return branch.items.reduce((sum, item) => sum + ("branches" in item ? clutterIn(item.branches) : 0), 0);
}

function tidied(item: Item): Item {
  return "branches" in item ? { ...item, branches: withoutClutter(item.branches) } : item;
}

/** Who else is in a group is what its frame is for. */
function isFrame({ group, portOnly }: Branch): boolean {
  return group !== null && !portOnly;
}

function isClutter({ items }: Branch): boolean {
  return !items.some(({ node }) => isWorthShowing(node));
}
