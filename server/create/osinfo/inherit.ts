import type { OperatingSystem } from "./operating-system.schema";
import type { OsinfoEntry } from "./osinfo-entry";

/** virtio's disks and networks, before and since its version 1.0 (pci.ids, vendor 1af4). */
const virtioDisks = ["1001", "1042"].map(pciId);
const virtioNetworks = ["1000", "1041"].map(pciId);

function pciId(device: string): string {
  return `http://pcisig.com/pci/1af4/${device}`;
}

/** What a system has of itself or of those that it derives from: devices add up, sizes come from the nearest. */
export function inheritedFacts(
  entry: OsinfoEntry,
  entries: ReadonlyMap<string, OsinfoEntry>,
): Pick<OperatingSystem, "vcpus" | "memoryBytes" | "diskBytes" | "virtioDisk" | "virtioNetwork"> {
  const line = ancestry(entry, entries);
  const devices = new Set(line.flatMap((one) => one.devices));
  const nearest = (size: "vcpus" | "memoryBytes" | "diskBytes") =>
    line.map((one) => one[size]).find((bytes) => bytes !== null) ?? null;
  return {
    vcpus: nearest("vcpus"),
    memoryBytes: nearest("memoryBytes"),
    diskBytes: nearest("diskBytes"),
    virtioDisk: virtioDisks.some((id) => devices.has(id)),
    virtioNetwork: virtioNetworks.some((id) => devices.has(id)),
  };
}

/** The system and all that it derives from, the nearest first, each once. */
function ancestry(entry: OsinfoEntry, entries: ReadonlyMap<string, OsinfoEntry>): OsinfoEntry[] {
  const line = new Set([entry]);
  for (const one of line)
    for (const id of one.derivesFrom) {
      const parent = entries.get(id);
      if (parent !== undefined) line.add(parent);
    }
  return [...line];
}
