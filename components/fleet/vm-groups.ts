/** VMs that stand together in a list. */
export interface VmGroup {
  /** "" for those that belong to none. */
  name: string;
  /** In the list's order. */
  keys: readonly string[];
}

/** Names as people count: "vm-2" before "vm-10". */
export const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Orders groups by name; what belongs to none stands last. Two names are never equal, in whichever case they are. */
export function compareGroups(one: string, other: string): number {
  if (one === other) return 0;
  if (one === "" || other === "") return one === "" ? 1 : -1;
  return collator.compare(one, other) || (one < other ? -1 : 1);
}

/** The groups of what is sorted by group already. */
export function groupsIn(entries: readonly { key: string; group: string }[]): VmGroup[] {
  const groups: { name: string; keys: string[] }[] = [];
  for (const { key, group } of entries) {
    const last = groups.at(-1);
    if (last?.name === group) last.keys.push(key);
    else groups.push({ name: group, keys: [key] });
  }
  return groups;
}
