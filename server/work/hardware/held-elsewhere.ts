import { type HandedDevice, hostDeviceWords } from "../../domain/host-devices/host-device.schema";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import { takenBy } from "../../pci/carried-by";

/** A VM with what it has of the host. */
export interface Holder {
  vmName: string;
  running: boolean;
  hostDevices: readonly HandedDevice[];
}

/** What the other VMs of a host have of it. */
export function otherHolders(vms: readonly VmRecord[], vmId: string): Holder[] {
  return vms
    .filter(({ summary }) => summary.id !== vmId)
    .map(({ summary, definition }) => ({
      vmName: summary.name,
      running: isActive(summary.state),
      hostDevices: definition.hostDevices,
    }));
}

/**
 * Sentences on devices of the host that a VM is about to get and others have in their definitions, by what the
 * definitions say alone: the start check looks at the host itself.
 */
export function heldElsewhere(
  before: readonly HandedDevice[],
  after: readonly HandedDevice[],
  holders: readonly Holder[],
): string[] {
  const had = new Set(before.flatMap(ids));
  const added = after.filter((device) => !ids(device).every((id) => had.has(id)));
  return added.flatMap((device) =>
    holders
      .filter(({ hostDevices }) => hostDevices.some((other) => areRivals(device, other)))
      .map(
        ({ vmName, running }) =>
          `The definition of the VM ${vmName}, which is ${running ? "running" : "off"}, includes ${hostDeviceWords(device.source)} as well. Only one VM at a time can run with it.`,
      ),
  );
}

function areRivals(one: HandedDevice, other: HandedDevice): boolean {
  if (one.shareable && other.shareable) return false;
  const taken = ids(one);
  return ids(other).some((id) => taken.includes(id));
}

function ids({ source }: HandedDevice): string[] {
  return takenBy(source, []);
}
