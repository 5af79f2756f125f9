import type { HostTree } from "../../host/host-tree";
import type { OperatingSystem } from "./operating-system.schema";
import { readOsinfo } from "./read-osinfo";
import { usualSystems } from "./usual-systems";

const known = new WeakMap<HostTree, Promise<OperatingSystem[]>>();

/** The operating systems to choose from: those of the host's osinfo-db, read once, else those often installed. */
export function operatingSystems(tree: HostTree | null): Promise<OperatingSystem[]> {
  const today = new Date().toISOString().slice(0, 10);
  if (tree === null) return Promise.resolve(usualSystems(today));
  const found = known.get(tree) ?? readOsinfo(tree, today).then((systems) => systems ?? usualSystems(today));
  known.set(tree, found);
  found.catch(() => known.delete(tree));
  return found;
}
