import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

const off = "Shut the VM down and detach the device then.";

/** Devices that are taken out of a running VM (hw/pci/pcie.c of QEMU, src/qemu/qemu_hotplug.c of libvirt). */
export const unplugRules = textTable([
  [
    "Hot-unplug failed: guest is busy|[Uu]nplug of device was rejected by the guest|Device \\S+ is already in the process of unplug",
    "The guest did not let go of {address}, or has not yet.",
    `Wait a minute and try again; in the guest, end what uses the device and see that its PCIe hotplug works (a guest that has not booted yet, or has crashed, answers nothing). ${off}`,
  ],
  [
    `Hot-unplug failed: unsupported by the port device|cannot hot unplug \\S+ device with PCI guest address: ${addressPattern.replace("<address>", "<guest>")} - (?:controller not found|not allowed by controller)|hot unplug is not supported for hostdev`,
    "A device can't be taken out of this VM while it runs: the place where it is plugged in does not allow that.",
    `${off} It can be unplugged where it is on a PCIe root port of its own with hotplug='on'.`,
  ],
  [
    "cannot hot unplug \\S+ device with multifunction PCI guest address",
    "A device that is one of several functions of a card in the guest can't be taken out of the running VM alone.",
    off,
  ],
  [
    "hotplug is not supported for hostdev (?:mode|subsys type) '(?<kind>[^'\\n]{1,40})'",
    "A device of the kind “{kind}” can't be plugged into a VM that runs.",
    "Shut the VM down and attach it then.",
  ],
]);
