import { addressPattern } from "./device-words";
import { otherDevice, textTable } from "./text-table";

const powerCycle = "Power the host off and on again; a reboot alone may not bring the device back.";
const mates = "Attach all functions of the card, and the other devices on its bus, to the same VM.";

/** Resets that the kernel, QEMU or libvirt could not do. */
export const resetRules = textTable([
  // drivers/pci/pci.c: pci_dev_wait
  [
    `not ready \\d+ms after (?<reset>[\\w -]{1,40}); giving up`,
    "{address} did not come back: the kernel waited for a minute after the {reset}, and gave up.",
    `${powerCycle} If it happens at each end of a VM, the card can't be reset well: some AMD cards need the module vendor-reset, others a newer VBIOS.`,
  ],
  // drivers/pci/pci.c: pcie_flr, pci_af_flr
  [
    `timed out waiting for pending transaction; performing (?<reset>[\\w -]{1,40}) anyway`,
    "{address} was reset in the middle of a transfer, as it did not end what it had begun.",
    "If the VM has the device afterwards, nothing needs to be done. If not, power the host off and on again.",
  ],
  // drivers/pci/pci.c, drivers/pci/pcie/err.c, vendor-reset
  [
    `(?:AMD_\\w+: (?:failed to reset device|reset failed|error during reset)|(?<=[0-9a-f]\\.[0-7]: )(?:[Ff]ailed to reset|(?:FLR|bus reset|slot reset|reset) failed)|AER: (?:Root Port|Downstream Port) link has been reset \\(-\\d+\\))`,
    "{address} could not be reset.",
    powerCycle,
  ],
  [
    `Data Link Layer Link Active not set in \\d+ msec`,
    "The link below {address} did not come up again after a reset: the card there does not respond.",
    `${powerCycle} A riser cable or the slot may be the cause too.`,
  ],
  // drivers/pci/pci.c: reset_method_store
  [
    `Device-specific reset disabled/de-prioritized by user|All device reset methods disabled by user|(?:Invalid|Unsupported) reset method '(?<method>[^'\\n]{1,40})'`,
    "Somebody chose how {address} is to be reset (reset_method), in a way that it does not know or that is worse for it.",
    "Write “default” into the file reset_method of its folder below /sys/bus/pci/devices; what it knows stands there.",
  ],
  // src/util/virpci.c: virPCIDeviceTrySecondaryBusReset
  [
    `Active ${otherDevice} devices on bus with ${addressPattern}, not doing bus reset`,
    "{address} can only be reset together with its whole bus, and {other} on it is in use by the host or another VM.",
    mates,
  ],
  [
    `Failed to find parent device for ${addressPattern}`,
    "{address} can't be reset or checked: libvirt finds no port that it hangs on.",
    "Check whether the host's own driver can reset it (the file “reset” of its folder below /sys/bus/pci/devices); libvirt needs to see the whole PCI tree, which a container may hide.",
  ],
  [
    `Failed to (?:read|restore) PCI config space for ${addressPattern}`,
    "{address} could not be reset: its registers can't be read or written any more.",
    powerCycle,
  ],
  [
    `Not (?<act>detaching|reattaching|resetting) active device ${addressPattern}`,
    "{address} is in use by a running VM.",
    "Shut that VM down, or detach the device from it; the Passthrough page shows which one it is.",
  ],
  // hw/vfio/iommufd.c and container-legacy.c of QEMU: the hot reset
  [
    `Cannot reset device ${addressPattern}, depends on device ${otherDevice} which is not owned`,
    "{address} can only be reset together with {other}, which this VM doesn't have.",
    mates,
  ],
  [
    `(?:vfio: )?hot reset info failed`,
    "The kernel did not say which devices have to be reset together with {address}, so it is not reset.",
    `${mates} The host's kernel log (dmesg) says more.`,
  ],
]);
