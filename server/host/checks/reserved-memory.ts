import { logged } from "./boot-log";
import type { CheckSources } from "./check-sources";
import { linesWith } from "./evidence";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { isPort, reservedRegionFile } from "./read-further";

/** What may be let go ("direct-relaxable") is no hindrance. */
const direct = /\sdirect\s*$/m;

/** Whether the firmware keeps memory of its own with a device (RMRR on Intel, unity maps on AMD). */
export const reservedMemory: HostCheck = {
  id: "reserved-memory",
  group: "iommu",
  title: "Memory reserved by firmware",
  why: "A device whose memory the firmware also uses (Intel: RMRR) can't be handed to a VM; the kernel refuses.",
  look: memoryReserved,
};

function memoryReserved(sources: CheckSources): Finding {
  const { groups, devices, further, iommu, log } = sources;
  if (!iommu.enabled) return unknown("Not looked at: the IOMMU is off.");
  const texts = groups.map((group) => ({ group, text: further.second.text(reservedRegionFile(group.id)) }));
  if (texts.every(({ text }) => text === null)) {
    return unknown("Not looked at: the kernel tells no group's reserved regions.");
  }
  const held = texts.filter(({ text }) => direct.test(text ?? ""));
  const bridges = new Set(devices.filter(isPort).map(({ address }) => address));
  const named = held.flatMap(({ group }) => group.devices.filter((address) => !bridges.has(address)));
  if (named.length === 0) return passed("No device's memory is the firmware's as well.");
  return {
    status: "warn",
    detail: `The firmware keeps memory with ${named.join(", ")}: they can't be handed to a VM.`,
    fix: "For another device no action is needed. For one of these update the firmware; HPE's ProLiant can switch it off for each slot (“HP Shared Memory features”).",
    evidence: [
      ...held
        .flatMap(({ group, text }) => linesWith(reservedRegionFile(group.id), text, direct, 1))
        .slice(0, 6),
      ...logged(log, /RMRR|unity map/i, 3),
    ],
  };
}
