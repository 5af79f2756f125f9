import { isActive, type VmRecord } from "./read-vm";

/** A VM whose definition hands it a device of the host. */
export interface DeviceAttachment {
  vmName: string;
  running: boolean;
}

/** Which VMs are given which device, by PCI address. */
export type DeviceAttachments = ReadonlyMap<string, readonly DeviceAttachment[]>;

/** Who is given what on a host, by the definitions of its VMs: libvirt lets two name the same device, and run one. */
export function deviceAttachments(vms: readonly VmRecord[]): DeviceAttachments {
  const attachments = new Map<string, DeviceAttachment[]>();
  for (const { summary } of vms) {
    const attachment = { vmName: summary.name, running: isActive(summary.state) };
    for (const address of summary.passthrough) {
      attachments.set(address, [...(attachments.get(address) ?? []), attachment]);
    }
  }
  return attachments;
}
