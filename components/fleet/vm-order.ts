import type { VmSummary } from "@/server/fleet/schema";
import type { VmChange } from "./fleet-store";
import { collator, compareGroups, groupsIn, type VmGroup } from "./vm-groups";
import { vmKey } from "./vm-key";

export type SortValue = string | number;

/** Which VMs a list shows, and in which order. */
export interface VmListing {
  matches(vm: VmSummary): boolean;
  /** What to sort by; those that are equal go by name. */
  sortValue(vm: VmSummary): SortValue;
  descending: boolean;
  /** The name of the group in which a VM stands, "" for none. Left out: all stand together. */
  groupOf?(vm: VmSummary): string;
}

interface Entry {
  key: string;
  name: string;
  value: SortValue;
  group: string;
}

/** Orders two sort values; text by `collator`, numbers by size. */
function compareValues(one: SortValue, other: SortValue): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return collator.compare(String(one), String(other));
}

function compareEntries(one: Entry, other: Entry, descending: boolean): number {
  const byGroup = compareGroups(one.group, other.group);
  if (byGroup !== 0) return byGroup;
  const byValue = compareValues(one.value, other.value);
  if (byValue !== 0) return descending ? -byValue : byValue;
  return collator.compare(one.name, other.name) || (one.key < other.key ? -1 : 1);
}

/** Where `entry` belongs among sorted ones. */
function placeOf(entry: Entry, sorted: readonly Entry[], descending: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && compareEntries(there, entry, descending) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first `count` VMs that a listing shows, in its order and without sorting the others, and how many it shows. */
export function firstOf(
  vms: Iterable<VmSummary>,
  listing: VmListing,
  count: number,
): { first: VmSummary[]; listed: number } {
  const first: (Entry & { vm: VmSummary })[] = [];
  let listed = 0;
  for (const vm of vms) {
    if (!listing.matches(vm)) continue;
    listed += 1;
    const entry = { ...entryOf(vm, listing), vm };
    const place = placeOf(entry, first, listing.descending);
    if (place === count) continue;
    first.splice(place, 0, entry);
    first.length = Math.min(first.length, count);
  }
  return { first: first.map(({ vm }) => vm), listed };
}

function entryOf(vm: VmSummary, listing: VmListing): Entry {
  const group = listing.groupOf?.(vm) ?? "";
  return { key: vmKey(vm), name: vm.name, value: listing.sortValue(vm), group };
}

/**
 * The keys of the VMs that a listing shows, in its order, kept by changes instead of being made anew: a VM whose
 * place doesn't change costs one comparison, one that moves a binary search.
 */
export class VmOrder {
  #entries: Entry[] = [];
  #byKey = new Map<string, Entry>();
  #shown: readonly string[] = [];
  #groups: readonly VmGroup[] = [];

  readonly #listing: VmListing;

  constructor(listing: VmListing) {
    this.#listing = listing;
  }

  /** The same array as before as long as nothing moved. */
  get keys(): readonly string[] {
    return this.#shown;
  }

  /** What `keys` are, group by group; none where all stand together. */
  get groups(): readonly VmGroup[] {
    return this.#groups;
  }

  /** Makes the order anew from all VMs. */
  reset(vms: Iterable<VmSummary>): void {
    this.#entries = [];
    for (const vm of vms) if (this.#listing.matches(vm)) this.#entries.push(entryOf(vm, this.#listing));
    this.#entries.sort((one, other) => compareEntries(one, other, this.#listing.descending));
    this.#byKey = new Map(this.#entries.map((entry) => [entry.key, entry]));
    this.#show();
  }

  /** Takes in changes; true where the list is another one afterwards. */
  apply(changes: readonly VmChange[]): boolean {
    let moved = false;
    for (const { key, after } of changes) {
      const old = this.#byKey.get(key);
      const fresh =
        after !== null && this.#listing.matches(after) ? entryOf(after, this.#listing) : undefined;
      if (old?.value === fresh?.value && old?.name === fresh?.name && old?.group === fresh?.group) continue;
      if (old !== undefined) this.#takeOut(old);
      if (fresh !== undefined) this.#putIn(fresh);
      moved = true;
    }
    if (moved) this.#show();
    return moved;
  }

  #takeOut(entry: Entry): void {
    this.#byKey.delete(entry.key);
    this.#entries.splice(this.#entries.indexOf(entry), 1);
  }

  #putIn(entry: Entry): void {
    this.#entries.splice(placeOf(entry, this.#entries, this.#listing.descending), 0, entry);
    this.#byKey.set(entry.key, entry);
  }

  #show(): void {
    const keys = this.#entries.map((entry) => entry.key);
    const groups = this.#listing.groupOf === undefined ? [] : groupsIn(this.#entries);
    const same = keys.length === this.#shown.length && keys.every((key, at) => key === this.#shown[at]);
    if (same && areSame(groups, this.#groups)) return;
    this.#shown = keys;
    this.#groups = groups;
  }
}

/** Of the same keys. */
function areSame(some: readonly VmGroup[], others: readonly VmGroup[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, keys }, at) => name === others[at]?.name && keys.length === others[at]?.keys.length)
  );
}
