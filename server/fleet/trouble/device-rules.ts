import { about, addressPattern, capitalised, endpointsOf, nameOf } from "./device-words";
import type { Found, TroubleLookup, TroubleRule } from "./trouble";

const dmesg = "The host's kernel log (dmesg) says why.";

const deviceKinds: Partial<Record<string, string>> = {
  mdev: "mediated device (vGPU)",
  usb: "USB device",
  scsi: "SCSI device",
  net: "network interface",
};

/** What libvirt refuses of one device (src/util/virpci.c, src/hypervisor/virhostdev.c). */
export const deviceRules: readonly TroubleRule[] = [
  {
    pattern: new RegExp(`PCI device ${addressPattern} is in use by driver \\S+, domain (?<vm>.+)`),
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))} is in use by the VM ${found("vm").trim()}.`,
      fix: `Shut down ${found("vm").trim()}, or detach the device from it.`,
      devices: about(found("address")),
    }),
  },
  {
    pattern: new RegExp(
      `PCI device ${addressPattern} allocated from network (?<network>\\S+) is already in use by domain (?<vm>.+)`,
    ),
    explain: (found, lookup) => ({
      message: `${capitalised(nameOf(found("address"), lookup))}, which the network ${found("network")} hands out, is in use by the VM ${found("vm").trim()}.`,
      fix: `Shut down ${found("vm").trim()}, or list only devices in the network that nothing else is given.`,
      devices: about(found("address")),
    }),
  },
  rule(`PCI device ${addressPattern} is (?:already )?in use`, (name, found, lookup) => {
    const holders = lookup.runningWith([found("address")]).join(", ");
    return holders === ""
      ? {
          message: `${name} is in use by another VM.`,
          fix: "The Passthrough page shows which one. Shut that VM down.",
        }
      : {
          message: `${name} is in use by the VM ${holders}.`,
          fix: `Shut down ${holders}, or detach the device from it.`,
        };
  }),
  rule(`Unmanaged PCI device ${addressPattern} must be manually detached`, (name) => ({
    message: `${name} is still bound to a host driver, and this VM's definition (managed="no") keeps libvirt from changing that.`,
    fix: "Reserve the device for VMs on the Passthrough page, then start the VM.",
  })),
  rule(
    `(?:Device ${addressPattern} not found: could not access|PCI device ${addressPattern.replace("<address>", "<instead>")} (?:could not be found|not found))`,
    (name) => ({
      message: `${name} no longer exists: it was unplugged, powered off, or has another address.`,
      fix: "Check the host's devices. If the card moved, attach it again from its new address.",
    }),
  ),
  {
    pattern:
      /no node device with matching name 'pci_(?<domain>[0-9a-f]{4})_(?<bus>[0-9a-f]{2})_(?<slot>[01][0-9a-f])_(?<function>[0-7])'/,
    explain(found, lookup) {
      const address = `${found("domain")}:${found("bus")}:${found("slot")}.${found("function")}`;
      return {
        message: `${capitalised(nameOf(address, lookup))} does not exist: libvirt knows no such device.`,
        fix: "It was unplugged, powered off, or has another address. Check the host's devices.",
        devices: [address],
      };
    },
  },
  {
    pattern: /no node device with matching name '(?<kind>[a-z]+)_/,
    explain: (found) => ({
      message: `The device does not exist: libvirt knows no such ${deviceKinds[found("kind")] ?? "device"}.`,
      fix: "It was unplugged, or has another name after a reboot. A vGPU that was made by hand has to be made again (“mdevctl define --auto” keeps it).",
      devices: [],
    }),
  },
  rule(`Unknown PCI header type '127' for device '${addressPattern}'`, (name) => ({
    message: `${name} does not respond any more (all registers read as ones): it is stuck in a reset or has no power.`,
    fix: "Power the host off and on again; a reboot alone may not bring the device back.",
  })),
  rule(`Unknown PCI header type '\\d+' for device '${addressPattern}'`, (name) => ({
    message: `${name} says of itself what can't be: its registers can't be right.`,
    fix: `${dmesg} Power the host off and on again; a reboot alone may not bring the device back.`,
  })),
  rule(`Failed to unbind PCI device '${addressPattern}' from (?<driver>\\S+?):`, (name, found) => ({
    message: `${name} could not be unbound from its host driver ${found("driver")}, which does not release it.`,
    fix: "Stop what uses the device on the host (a desktop session, a console, a mounted disk), then try again.",
  })),
  rule(
    `Failed to (?:add driver '\\S+' to driver_override +interface of|trigger a probe for|bind) PCI device '${addressPattern}'`,
    (name) => ({
      message: `${name} could not be bound to another driver: the kernel refused it.`,
      fix: `${dmesg} Check whether another program also binds devices, for example driverctl or a hook.`,
    }),
  ),
  rule(`[Uu]nable to reset PCI device ${addressPattern}`, (name) => ({
    message: `${name} can't be reset by the kernel, so it can't be passed through in a clean state.`,
    fix: "Attach all functions of the card to the same VM, so that the kernel can reset the whole bus. Some cards need a special module for this.",
  })),
  rule(`Cannot reset device ${addressPattern}, no available reset mechanism`, (name) => ({
    message: `${name} can't be reset, so it may work once and not again.`,
    fix: "Attach all functions of the card to the same VM. If the card does not come back after the VM restarts, reboot the host.",
  })),
  {
    pattern: new RegExp(`Cannot reset device ${addressPattern}, depends on group (?<group>\\d+)`),
    explain(found, lookup) {
      const others = endpointsOf(found("group"), lookup);
      const named = others.length === 0 ? "" : ` (${others.map(({ name }) => name).join(", ")})`;
      return {
        message: `${capitalised(nameOf(found("address"), lookup))} can only be reset together with IOMMU group ${found("group")}${named}, which this VM doesn't have.`,
        fix: "Attach that group to the same VM too.",
        devices: [found("address"), ...others.map(({ address }) => address)],
      };
    },
  },
];

/** A rule about the device whose address the pattern finds. */
function rule(
  pattern: string,
  words: (name: string, found: Found, lookup: TroubleLookup) => { message: string; fix: string },
): TroubleRule {
  return {
    pattern: new RegExp(pattern),
    explain: (found: Found, lookup: TroubleLookup) => ({
      ...words(capitalised(nameOf(found("address"), lookup)), found, lookup),
      devices: about(found("address")),
    }),
  };
}
