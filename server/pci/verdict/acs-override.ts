import { slotOf } from "../../units/pci-address.schema";
import type { IommuFacts, PciDevice } from "../schema";

/** The kernel parameter of the patch that many distributions for VM hosts carry; a plain kernel ignores it. */
const parameter = /^pcie_acs_override=(.+)$/;

/** A host's devices as far as {@link isSplitByOverride} needs them. */
interface Neighbours {
  byAddress: ReadonlyMap<string, PciDevice>;
  bySlot: ReadonlyMap<string, readonly PciDevice[]>;
}

/** What the kernel is told to take for isolated although the hardware does not say so; empty where it is told nothing. */
export function acsOverrides({ parameters }: Pick<IommuFacts, "parameters">): string[] {
  return parameters.flatMap((text) => parameter.exec(text)?.[1]?.toLowerCase().split(",") ?? []);
}

/**
 * Whether a device's group may be split by `pcie_acs_override=`: "downstream" is about every port, "multifunction"
 * about slots with several functions, "id:VENDOR:DEVICE" about one model. A group is split at the ports above a device,
 * and at the device itself.
 */
export function isSplitByOverride(
  device: PciDevice,
  overrides: readonly string[],
  host: Neighbours,
): boolean {
  if (overrides.length === 0) return false;
  const above = portsAbove(device, host);
  const way = [device, ...above];
  return overrides.some((override) => {
    if (override === "downstream") return above.length > 0;
    if (override === "multifunction") return way.some((one) => hasSeveralFunctions(one, host));
    return way.some(({ vendorId, deviceId }) => override === `id:${vendorId}:${deviceId}`);
  });
}

function hasSeveralFunctions({ address }: PciDevice, { bySlot }: Neighbours): boolean {
  return (bySlot.get(slotOf(address))?.length ?? 0) > 1;
}

/** A folder that was made by hand may hold a circle. */
function portsAbove(device: PciDevice, { byAddress }: Neighbours): PciDevice[] {
  const above = new Set<PciDevice>();
  for (let at = parentOf(device); at !== undefined && !above.has(at); at = parentOf(at)) above.add(at);
  return [...above];

  function parentOf({ parent }: PciDevice): PciDevice | undefined {
    return parent === null ? undefined : byAddress.get(parent);
  }
}
