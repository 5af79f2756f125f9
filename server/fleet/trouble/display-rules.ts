import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

const ownRom = "Attach the card with a VBIOS file of its own, or with its ROM switched off (rombar=0).";
const unreadable = "The VBIOS of {address} can't be read: it has none, or the host's boot has used it up.";

/** VGA, VBIOS and the picture of a device (hw/vfio/pci.c, display.c and hw/pci of QEMU; drivers/pci/rom.c). */
export const displayRules = textTable([
  // vfio_populate_vga: a 3D controller, a virtual function and a vGPU have no VGA region.
  [
    `(?:unexpected VGA info, flags|failed getting region info for VGA region index|[Dd]evice does not support requested feature x-vga)`,
    "{address} has no VGA (a 3D controller, a virtual function or a vGPU has none), and this VM's definition asks for it with x-vga.",
    "Remove x-vga=on from the definition (<qemu:arg>) or the command; a UEFI guest does not need it. On a card with VGA, check that vfio-pci was not loaded with disable_vga=1.",
  ],
  [
    "vfio_vga_(?:read|write)\\(",
    "The VGA of a device of this VM can't be reached.",
    "Remove x-vga=on from the definition (<qemu:arg>) or the command; a UEFI guest does not need it.",
  ],
  [`Invalid PCI ROM (?:header|data) signature: expecting 0x[0-9a-f]+, got 0x[0-9a-f]+`, unreadable, ownRom],
  [`Cannot read device rom at ${addressPattern}`, unreadable, ownRom],
  [
    "vfio: Error (?:getting ROM info|reading device ROM)|Device option ROM contents are probably invalid",
    unreadable,
    ownRom,
  ],
  [
    `Rom loading for device at ${addressPattern} has been disabled due to system instability issues`,
    "The VBIOS of {address} is left out: this model is known to hang when it runs in a VM.",
    "Most guests do without it. If the guest needs it, attach the device with a VBIOS file.",
  ],
  [
    `Device at ${addressPattern} is known to cause system instability issues during option rom execution`,
    "The VBIOS of {address} runs in the VM because the definition says so; this model is known to hang then.",
    "Attach the device with its ROM switched off (rombar=0), without a VBIOS file.",
  ],
  [
    'romfile "(?<file>[^"\\n]+)" (?:is empty|(?:\\(\\d+ bytes\\) is )?too large)|failed to (?:load|get size of) romfile "(?<file2>[^"\\n]+)"',
    "The VBIOS file {file}{file2} can't be used: it is empty, too large or not readable.",
    "Put a VBIOS of this very card there (“dd” of the file “rom” of its folder below /sys/bus/pci/devices, or a download for its exact model), or attach it without a file.",
  ],
  [
    `(?:vfio: )?device doesn't support any \\(known\\) display method`,
    "{address} can't show its picture in the console, as the definition asks with display='on': only vGPUs can.",
    "Set display to “off”, and give the VM a video device or connect a screen to the card.",
  ],
  [
    `(?:ramfb=on requires display=on|xres and yres properties (?:require display=on|need edid support))`,
    "The definition asks for a picture of {address} (ramfb, xres or yres) without display='on'.",
    "Switch display on for this vGPU, or take the other attributes away.",
  ],
  [
    "graphics device is needed for attribute value 'display=on' in <hostdev>|ioctl VFIO_DEVICE_QUERY_GFX_PLANE|the display backend does not have OpenGL support enabled|vfio-display-dmabuf: opengl not available|vfio-display: dmabuf support not implemented|vfio_display_\\w+: vfio_region_",
    "A vGPU of this VM is to show its picture in the console, and the VM has no console that can.",
    "Give the VM VNC, or SPICE with OpenGL, or set display to “off” for the vGPU.",
  ],
]);
