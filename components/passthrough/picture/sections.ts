import type { PortNode } from "@/components/device/tree/node";
import { cardsOf } from "@/components/device/tree/worth";
import type { Branch, Item } from "./branches";
import { soleGroup } from "./clusters";
import { branchHeight, distribute } from "./columns";

type PortItem = Extract<Item, { branches: readonly Branch[] }>;

/** A bar with what hangs on it: a root complex, or a switch that is too large for a column. */
export interface Section {
  key: string;
  /** The ports that lead here, from the root; none at a root complex. */
  ports: readonly PortNode[];
  /** The group whose frame is round all of it; null where it is in several, or in none. */
  group: number | null;
  /** Switches that take the whole width. */
  switches: readonly Section[];
  columns: readonly (readonly Branch[])[];
}

/** A switch with fewer GPUs fits in a column, unless it is as high as this, in pixels. */
const wideGpus = 2;
const wideHeight = 1000;

/** Lays out what hangs on a bar, with the switches that deserve a bar of their own first. */
export function sectionOf(branches: readonly Branch[], columns: number, key: string): Section {
  const switches: Section[] = [];
  const narrow: Branch[] = [];
  for (const branch of branches) {
    const wide = columns > 1 ? wideSwitch(branch, columns) : null;
    if (wide === null) narrow.push(branch);
    else switches.push(wide);
  }
  return {
    key,
    ports: [],
    group: null,
    switches,
    columns: narrow.length === 0 ? [] : distribute(narrow, columns),
  };
}

function wideSwitch(branch: Branch, columns: number): Section | null {
  const [only] = branch.items;
  if (only === undefined || branch.items.length > 1 || !("branches" in only)) return null;
  const gpus = cardsOf(only.node).filter(({ size }) => size === "large").length;
  if (gpus < wideGpus && branchHeight(branch) < wideHeight) return null;
  const { ports, branches } = chainFrom(only);
  const group = soleGroup(only.node) ?? null;
  const behind = splitByItem(branches, group);
  if (behind.length < 2) return null;
  return { ...sectionOf(behind, columns, branch.key), ports, group };
}

/** The ports from one down to where the tree forks, and what is behind the last. */
function chainFrom(item: PortItem): { ports: PortNode[]; branches: readonly Branch[] } {
  const [only, ...more] = item.branches.flatMap(({ items }) => items);
  if (only === undefined || more.length > 0 || !("branches" in only)) {
    return { ports: [item.node], branches: item.branches };
  }
  const below = chainFrom(only);
  return { ports: [item.node, ...below.ports], branches: below.branches };
}

/** Within one frame each item may stand in a column of its own. */
function splitByItem(branches: readonly Branch[], frame: number | null): Branch[] {
  if (frame === null) return [...branches];
  return branches.flatMap((branch) =>
    branch.items.map((item) => ({ ...branch, key: item.node.key, items: [item] })),
  );
}
