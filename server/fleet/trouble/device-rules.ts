import { about, addressPattern, capitalised, endpointsOf, nameOf } from "./device-words";
import type { Found, TroubleLookup, TroubleRule } from "./trouble";

const dmesg = "The host's kernel log (dmesg) says why.";

/** What libvirt refuses of one device (src/util/virpci.c, src/hypervisor/virhostdev.c). */
export const deviceRules: readonly TroubleRule[] = [
  {
    pattern: new RegExp(`PCI device ${addressPattern} is in use by driver \\S+, domain (?<vm>.+)`),
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))} is in use: the VM ${found("vm").trim()} has it.`,
      fix: `Shut ${found("vm").trim()} down, or detach the device from it.`,
      devices: about(found("address")),
    }),
  },
  rule(`PCI device ${addressPattern} is (?:already )?in use`, (name) => ({
    message: `${name} is in use by another VM.`,
    fix: "Look on the passthrough page which one has it, and shut that down.",
  })),
  rule(`Unmanaged PCI device ${addressPattern} must be manually detached`, (name) => ({
    message: `${name} is still the host's, and this VM's definition says that libvirt is not to take it (managed="no").`,
    fix: "Reserve the device for VMs on the passthrough page, then start the VM.",
  })),
  rule(`Device ${addressPattern} not found: could not access`, (name) => ({
    message: `${name} is not there any more: it was unplugged, switched off, or has another address.`,
    fix: "Look at the host's devices. A card that moved is found there, and can be attached again.",
  })),
  {
    pattern:
      /no node device with matching name 'pci_(?<domain>[0-9a-f]{4})_(?<bus>[0-9a-f]{2})_(?<slot>[01][0-9a-f])_(?<function>[0-7])'/,
    explain(found, lookup) {
      const address = `${found("domain")}:${found("bus")}:${found("slot")}.${found("function")}`;
      return {
        message: `${capitalised(nameOf(address, lookup))} is not there: libvirt knows no such device.`,
        fix: "It was unplugged, switched off, or has another address. Look at the host's devices.",
        devices: [address],
      };
    },
  },
  rule(`Unknown PCI header type '127' for device '${addressPattern}'`, (name) => ({
    message: `${name} does not answer any more: every read of it gives ones. It did not come out of a reset, or lost its power.`,
    fix: "Switch the host off and on again; a restart alone may not bring the device back.",
  })),
  rule(`Failed to unbind PCI device '${addressPattern}' from (?<driver>\\S+?):`, (name, found) => ({
    message: `${name} could not be taken from the host's driver ${found("driver")}, which does not let go of it.`,
    fix: "End what uses the device on the host (a desktop, a console, a mounted disk), then try again.",
  })),
  rule(
    `Failed to (?:add driver '\\S+' to driver_override interface of|trigger a probe for|bind) PCI device '${addressPattern}'`,
    (name) => ({
      message: `${name} could not be handed from one driver to another: the kernel refused it.`,
      fix: `${dmesg} Look whether another program binds devices as well, driverctl or a hook perhaps.`,
    }),
  ),
  rule(`[Uu]nable to reset PCI device ${addressPattern}`, (name) => ({
    message: `${name} can't be reset by the kernel, so it can't be handed over in a clean state.`,
    fix: "Give all functions of the card to the same VM; the kernel can then reset the whole bus. Some cards need a module of their own for it.",
  })),
  rule(`Cannot reset device ${addressPattern}, no available reset mechanism`, (name) => ({
    message: `${name} can't be reset, so it may come up once and not a second time.`,
    fix: "Give all functions of the card to the same VM. If it stays away after a restart of the VM, the host has to be restarted.",
  })),
  {
    pattern: new RegExp(`Cannot reset device ${addressPattern}, depends on group (?<group>\\d+)`),
    explain(found, lookup) {
      const others = endpointsOf(found("group"), lookup);
      const named = others.length === 0 ? "" : ` (${others.map(({ name }) => name).join(", ")})`;
      return {
        message: `${capitalised(nameOf(found("address"), lookup))} can only be reset together with IOMMU group ${found("group")}${named}, which this VM doesn't have.`,
        fix: "Give that group to the same VM as well.",
        devices: [found("address"), ...others.map(({ address }) => address)],
      };
    },
  },
];

/** A rule about the device whose address the pattern finds. */
function rule(
  pattern: string,
  words: (name: string, found: Found) => { message: string; fix: string },
): TroubleRule {
  return {
    pattern: new RegExp(pattern),
    explain: (found: Found, lookup: TroubleLookup) => ({
      ...words(capitalised(nameOf(found("address"), lookup)), found),
      devices: about(found("address")),
    }),
  };
}
