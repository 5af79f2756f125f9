import { type DeviceMap, gpuAddresses } from "@/components/fleet/device-names";
import type { VmSummary } from "@/server/fleet/schema";

/**
 * What there is of a VM's screen: one that can be shown, one that only SPICE's own programs show, one on a GPU of the
 * host's that the VM was given, or none.
 */
export type ScreenKind = { kind: "vnc" | "spice" | "none" } | { kind: "gpu"; addresses: string[] };

/** `devices` are the host's; where they are unknown any device that was given to the VM may be a GPU. */
export function screenKind(
  { graphics, passthrough }: Pick<VmSummary, "graphics" | "passthrough">,
  devices: DeviceMap,
): ScreenKind {
  if (graphics.includes("vnc")) return { kind: "vnc" };
  if (graphics.includes("spice")) return { kind: "spice" };
  const addresses = gpuAddresses(passthrough, devices);
  return addresses.length > 0 ? { kind: "gpu", addresses } : { kind: "none" };
}
