import type { HostChange } from "./change";
import { Refused } from "./refused";

/** A device that the host can't spare. */
export interface NeededDevice {
  address: string;
  /** "10de:2206" */
  id: string;
  /** Why, in a sentence. */
  why: string;
}

/**
 * Refuses what would take a device from the host that it needs. An id names a model: it takes each device of it
 * (kubevirt 7962).
 * @throws Refused
 */
export function refuseNeeded(needed: readonly NeededDevice[], { line, modules }: HostChange): void {
  const ids = [...line.addIds, ...modules.vfioIds.add];
  for (const { address, id, why } of needed) {
    if (ids.includes(id)) {
      throw new Refused(
        `${id} is also the id of ${address}, which the host needs: ${why}`,
        "Name the other device by its address: --vfio.",
      );
    }
    if (modules.vfioAddresses.includes(address) || modules.overrides.get(address) === "vfio-pci")
      throw new Refused(`The host needs ${address}: ${why}`);
  }
}
