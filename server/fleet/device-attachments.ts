import { type HostDeviceSource, hostDeviceWords } from "../domain/host-devices/host-device.schema";
import type { CarriedDevice } from "../pci/carried.schema";
import { meantDevices } from "../pci/carried-by";
import type { Attachment } from "../pci/verdict/rule";
import { isActive, type VmRecord } from "./read-vm";

/** Which VMs are given which device, by PCI address. */
export type DeviceAttachments = ReadonlyMap<string, readonly Attachment[]>;

/**
 * Who is given what on a host, by the definitions of its VMs: libvirt lets two name the same device, and run one. Who has
 * a device that hangs on a PCI function (a USB device, a mediated device) has a part of that function.
 * @param carried What hangs on the host's PCI functions; none where that is not known.
 */
export function deviceAttachments(
  vms: readonly VmRecord[],
  carried: readonly CarriedDevice[],
): DeviceAttachments {
  const attachments = new Map<string, Attachment[]>();
  for (const { summary, definition } of vms) {
    const holder = { vmName: summary.name, running: isActive(summary.state) };
    for (const { source } of definition.hostDevices) {
      const attachment = source.bus === "pci" ? holder : { ...holder, part: hostDeviceWords(source) };
      for (const address of addressesOf(source, carried))
        attachments.set(address, [...(attachments.get(address) ?? []), attachment]);
    }
  }
  return attachments;
}

function addressesOf(source: HostDeviceSource, carried: readonly CarriedDevice[]): string[] {
  if (source.bus === "pci") return [source.address];
  return [...new Set(meantDevices(source, carried).flatMap(({ carriers }) => carriers))];
}
