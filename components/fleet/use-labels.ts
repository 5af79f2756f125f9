"use client";

import { useMemo, useSyncExternalStore } from "react";
import { fleetStore } from "./fleet-watch";
import { collator } from "./vm-groups";

/** What VMs are labelled with. */
export interface KnownLabels {
  /** Each tag with how many VMs have it, in their order. */
  tags: readonly (readonly [string, number])[];
  /** All folders, those that only have folders in them too. */
  folders: readonly string[];
}

function labelsText(): string {
  const tags = new Map<string, number>();
  const folders = new Set<string>();
  for (const vm of fleetStore.allVms()) {
    for (const tag of vm.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (vm.folder !== null) folders.add(vm.folder);
  }
  return JSON.stringify({
    tags: [...tags].sort(([one], [other]) => collator.compare(one, other)),
    folders: withParents(folders).sort(collator.compare),
  } satisfies KnownLabels);
}

function withParents(folders: ReadonlySet<string>): string[] {
  const all = new Set<string>();
  for (const folder of folders) {
    const names = folder.split("/");
    for (let depth = 1; depth <= names.length; depth += 1) all.add(names.slice(0, depth).join("/"));
  }
  return [...all];
}

/** Of the fleet as it was last: a key that is typed into the search draws the filters too, and changes no VM. */
const latest = { version: -1, text: "" };

function latestText(): string {
  if (latest.version !== fleetStore.version)
    Object.assign(latest, { version: fleetStore.version, text: labelsText() });
  return latest.text;
}

const none = JSON.stringify({ tags: [], folders: [] } satisfies KnownLabels);

/** The tags and folders of all VMs. Renders again only when they change. */
export function useLabels(): KnownLabels {
  const text = useSyncExternalStore(fleetStore.changes.add, latestText, () => none);
  return useMemo((): KnownLabels => JSON.parse(text), [text]);
}
