import { addressPattern } from "./device-words";
import { orDevice, textTable } from "./text-table";

/** USB, SCSI and NVMe devices of the host (src/util/virusb.c, virscsi.c, virnvme.c, virhostdev.c; hw/usb/host-libusb.c). */
export const otherHostDeviceRules = textTable([
  [
    "USB device (?<usb>[\\d:.]+) is in use by driver \\S+, domain (?<vm>[^\\n]+)",
    "The USB device {usb} is in use by the VM {vm}.",
    "Shut down {vm}, or detach the device from it.",
  ],
  [
    "USB device (?<usb>[\\d:.]+) is already in use",
    "The USB device {usb} is in use by another VM.",
    "Check which VM has it, and detach it there.",
  ],
  [
    "Did not find USB device (?<usb>[0-9a-f:.]+(?: bus:\\d+ device:\\d+)?)",
    "The USB device {usb} that this VM is to have is not plugged in.",
    "Plug it in, or take it out of the VM. With startupPolicy='optional' the VM starts without it.",
  ],
  [
    "USB host device is missing bus/device information",
    "A USB device that this VM is to have is not plugged in, or the definition does not say which one is meant.",
    "Plug it in, or take it out of the VM.",
  ],
  [
    "(?:Can't add host USB device|cannot add redirected USB device): USB is disabled|USB is disabled for this domain",
    "This VM has no USB (its controller is of the model “none”), so it can't have USB devices of the host.",
    "Change the USB controller to qemu-xhci, then attach the device.",
  ],
  [
    "Multiple USB devices for (?<usb>[0-9a-f:]+)",
    "Two USB devices of the same model ({usb}) are plugged in, and the definition does not say which is meant.",
    "Add <address bus='…' device='…'/> to its <source>, or plug one of them out.",
  ],
  [
    "failed to open (?:host )?usb device|failed to find host usb device|libusb couldn't open USB device|libusb_(?:open|claim_interface|detach_kernel_driver): -\\d",
    "The VM's QEMU could not open a USB device of the host.",
    "Check that it is plugged in, that no program of the host or other VM uses it, and that QEMU's user may open it below /dev/bus/usb.",
  ],
  [
    "SCSI device (?<scsi>\\S+) is already in use by other domain",
    "The SCSI device {scsi} is in use by another VM, and not shared.",
    "Shut that VM down, or mark the device as <shareable/> in both if the guests can deal with it.",
  ],
  [
    `NVMe device ${addressPattern} namespace (?<namespace>\\d+) is already (?:on the list|in use)|NVMe device ${orDevice} [^\\n]{0,40}in use`,
    "The NVMe disk {address} is in use by another VM.",
    "Shut that VM down, or detach the disk from it.",
  ],
  [
    "hostdev (?:storage|misc|network) device '(?<path>[^'\\n]+)' (?:not found|does not exist)|scsi_generic device for (?<scsi>\\S+) could not be found",
    "A device of the host that this VM is to have is not there: {path}{scsi}.",
    "Check that it is plugged in, or take it out of the VM.",
  ],
]);
