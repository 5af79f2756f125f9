import type { VmGroup } from "@/components/fleet/vm-groups";

/** The rows of a list: VMs, and above each group a heading. */
export interface ListRows {
  /** Of all rows, in order. */
  keys: readonly string[];
  /** Of those of the VMs, whether their group is folded or not. */
  vmKeys: readonly string[];
  /** The group of which a row is the heading; null: it is a VM's. */
  groupOf(key: string): VmGroup | null;
}

// No key of a VM begins with a slash, as it begins with a host's id.
const headingPrefix = "/group/";

/** The rows of VMs in groups, of which those in `folded` show their heading alone. */
export function rowsOf(
  vmKeys: readonly string[],
  groups: readonly VmGroup[],
  folded: ReadonlySet<string>,
): ListRows {
  if (groups.length === 0) return { keys: vmKeys, vmKeys, groupOf: () => null };
  const byHeading = new Map(groups.map((group) => [headingPrefix + group.name, group]));
  const keys = [...byHeading].flatMap(([heading, { name, keys: members }]) => [
    heading,
    ...(folded.has(name) ? [] : members),
  ]);
  return { keys, vmKeys, groupOf: (key) => byHeading.get(key) ?? null };
}
