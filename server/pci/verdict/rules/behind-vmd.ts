import type { PciDevice } from "../../schema";
import { type JudgedHost, type Rule, reason } from "../rule";
import { byNumber, listed, named, namedWithDriver } from "../words";

/** libvirt and QEMU write a PCI domain in 16 bits (`virPCIDeviceAddress`); VMD's begin at 10000 (drivers/pci/controller/vmd.c). */
const largestDomain = 0xffff;

const turnOff =
  "Turn off Intel VMD (RST) in the firmware setup, so that what is behind it is on the PCI bus itself. A system that starts from such a disk must be ready for that.";

/** What is behind Intel's VMD has an address that no VM can be given, and VMD takes all of it along. */
export const behindVmd: Rule = ({ functions }, host) => {
  const behind = functions.filter(({ address }) => domainOf(address) > largestDomain);
  return [
    ...(behind.length === 0 ? [] : [unaddressable(behind)]),
    ...functions.flatMap((device) => takesAlong(device, host)),
  ];
};

function unaddressable(behind: readonly PciDevice[]) {
  const message = `${listed(behind, named)} ${byNumber(behind, "is", "are")} behind Intel VMD, in a PCI domain above ffff, which libvirt can't give to a VM.`;
  return reason("block", "behind-vmd", behind, message, turnOff);
}

function takesAlong(device: PciDevice, { byDomainController }: JudgedHost) {
  const behind = byDomainController.get(device.address) ?? [];
  if (behind.length === 0) return [];
  const message = `${namedWithDriver(device)} makes the PCI domain of ${listed(behind, ({ address }) => address)}, which ${byNumber(behind, "disappears", "disappear")} when its driver is unbound.`;
  return [reason("block", "behind-vmd", [device, ...behind], message, turnOff)];
}

function domainOf(address: string): number {
  return Number.parseInt(address, 16);
}
