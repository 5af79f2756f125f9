import type { DeviceUse, DeviceUseKind } from "./facts.schema";

/** Uses that the host loses with the device, and with them its data or its network. */
const essential: ReadonlySet<DeviceUseKind> = new Set([
  "root-file-system",
  "file-system",
  "swap",
  "lvm",
  "raid",
  "volume",
  "address",
  "default-route",
  "bridge",
  "bond",
  "connection",
]);

/** What the host needs a device for, in the words of its uses; null where nothing is known. */
export function neededFor(uses: readonly DeviceUse[]): string | null {
  const details = uses.filter(({ kind }) => essential.has(kind)).map(({ detail }) => detail);
  return details.length === 0 ? null : [...new Set(details)].join(", ");
}
