import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

const room =
  "Turn on “Above 4G Decoding” in the firmware setup (and turn off Resizable BAR if that is not enough); pci=realloc on the kernel command line may help too. Then reboot the host.";
const noRoom = "The host has no room for the memory of {address}, so it can't be used.";
const framebuffer =
  "Most likely the screen that the firmware or the boot console showed on it holds it: have the host show its screen on another card, or put initcall_blacklist=sysfb_init on the kernel command line (video=efifb:off before Linux 5.15), and reboot the host.";

/** A device's registers and memory (hw/vfio/region.c and pci.c of QEMU, drivers/pci/setup-res.c and setup-bus.c). */
export const registerRules = textTable([
  [
    `vfio_region_(?:read|write)\\(${addressPattern}:region\\d\\+0x[0-9a-f]+[^\\n]{0,60} failed: Device or resource busy`,
    "The guest can't use the memory of {address}: the host holds it.",
    framebuffer,
  ],
  [
    `vfio_region_(?:read|write)\\(${addressPattern}:region\\d\\+0x[0-9a-f]+[^\\n]{0,60} failed`,
    "The guest can't use the memory of {address}: the device sleeps, or does not respond any more.",
    "Shut the VM down and start it again. If it stays so, power the host off and on again, and check its kernel log (dmesg).",
  ],
  [
    `can't enable device: BAR (?<bar>[0-6]) |(?:BAR|ROM)[^\\n]{0,90}: not (?:claimed|assigned); can't enable device`,
    noRoom,
    room,
  ],
  [
    `BAR [0-6](?: \\[[^\\]\\n]{1,80}\\])?: error updating \\(`,
    "The registers of {address} don't keep what the kernel writes into them: the device does not respond, or its firmware is wrong.",
    "Power the host off and on again; a reboot alone may not bring the device back. Another slot, or newer firmware of the device, may help.",
  ],
  [
    // Ports have 13 to 15; what they lack at boot is mostly harmless.
    `BAR [0-6](?: \\[mem [^\\]\\n]{1,80}\\])?: (?:no space for|failed to assign|can't assign; no space|can't claim)(?! \\[io)`,
    noRoom,
    room,
  ],
  [`can't claim BAR [0-6] `, noRoom, room],
  [
    "This PCI I/O region assigned to your NVIDIA device is invalid|NVRM: BAR[0-5] is 0M",
    "The host has no room for the memory of an NVIDIA card, so it can't be used.",
    room,
  ],
  [
    `[Aa]ssignment of PCIe type 0x[0-9a-f]+ devices is not currently supported`,
    "{address} is no device that a VM can have: it passes on what others behind it do.",
    "Attach the devices behind it instead.",
  ],
  [
    `Non-endpoint PCI devices cannot be assigned to guests|(?:reset PCI device ${addressPattern}\\. )Only PCI endpoint devices can be reset`,
    "This VM is to have a PCI port instead of a device: ports stay with the host.",
    "Attach the devices behind the port instead.",
  ],
  [
    `(?:this isn't a PCI device|unexpected number of (?:io regions|irqs) \\d+|Error getting (?:region \\d+ info|config info)|failed to get (?:region \\d+ info|config info)|[Ee]rror getting device info|failed to get device info)`,
    "The kernel's description of {address} can't be: the device is lost, or is of another kind.",
    "Check the host's kernel log (dmesg). If the device does not respond, power the host off and on again.",
  ],
  [
    `(?:vfio: ${addressPattern} )Error adding PCI capability|Error adding PCI capability|failed to add PCI capability|VMD \\S+ cannot read MEMBARs|Failed to add VMD MEMBAR Shadow cap`,
    "A capability of {address} could not be shown to the guest: the device's registers can't be right.",
    "Check the host's kernel log (dmesg), and power the host off and on again.",
  ],
]);
