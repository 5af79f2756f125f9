import { type Branch, branchesOf } from "./branches";
import { clustersOf, soleGroup } from "./clusters";
import { branchHeight, distribute } from "./columns";
import type { PortNode } from "./node";
import { isWorthShowing } from "./worth";

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

/** A switch with fewer branches than this, or one that is lower, fits in a column. */
const wideBranches = 3;
const wideHeight = 480;

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
  if (branchHeight(branch) < wideHeight) return null;
  const ports = chainFrom(only.node);
  const inner = ports.at(-1)?.children ?? [];
  if (clustersOf(inner).filter((cluster) => cluster.some(isWorthShowing)).length < wideBranches) return null;
  const group = soleGroup(only.node) ?? null;
  const behind = splitByItem(branchesOf(inner, group), group);
  return { ...sectionOf(behind, columns, branch.key), ports, group };
}

/** The ports from one down to where the tree forks. */
function chainFrom(port: PortNode): PortNode[] {
  const [only] = port.children;
  if (port.children.length !== 1 || only?.type !== "port") return [port];
  return [port, ...chainFrom(only)];
}

/** Within one frame each item may stand in a column of its own. */
function splitByItem(branches: readonly Branch[], frame: number | null): Branch[] {
  if (frame === null) return [...branches];
  return branches.flatMap((branch) =>
    branch.items.map((item) => ({ ...branch, key: item.node.key, items: [item] })),
  );
}
