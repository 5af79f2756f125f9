import type { DiskBus } from "../specification/disk.schema";
import { addCardFunction } from "./cards";
import { characterDevices } from "./character-devices";
import type { ImportDraft } from "./draft";
import { addDrive, addOpticalDrive } from "./drives";
import { entryOf } from "./entry-of";
import { needless, type ReadOption } from "./machine";
import { addNetworkCard } from "./networks";
import type { QemuOption } from "./option";
import { plainDevices } from "./plain-devices";
import { setGraphics } from "./screen-options";
import { sharedDevices } from "./shared-devices";
import { readUsbHost } from "./usb";

const disk =
  (bus: DiskBus): ReadOption =>
  (draft, option) =>
    readDisk(draft, option, bus);

const optical: ReadOption = (draft, option) => {
  const drive = draft.backendOf("drive", option, "drive");
  addOpticalDrive(draft, drive, option, option.kind === "scsi-cd" ? "scsi" : "ide");
};

const network =
  (model: string): ReadOption =>
  (draft, option) =>
    addNetworkCard(draft, option, model);

/** Screens by their own devices; `-vga none` stands beside them. */
const video =
  (model: NonNullable<ImportDraft["vm"]["video"]>): ReadOption =>
  (draft) => {
    draft.vm.video = model;
    if (draft.vm.graphics?.kind !== "spice") setGraphics(draft, "vnc");
  };

function accelerated(draft: ImportDraft) {
  draft.vm.video = "virtio";
  draft.gl = true;
}

/** What is read of a -device, by QEMU's name of it. */
const readers: Readonly<Record<string, ReadOption>> = {
  "virtio-blk": disk("virtio"),
  "virtio-blk-pci": disk("virtio"),
  "virtio-blk-device": disk("virtio"),
  "scsi-hd": disk("scsi"),
  "scsi-disk": disk("scsi"),
  "ide-hd": disk("ide"),
  "ide-drive": disk("ide"),
  "usb-storage": disk("usb"),
  nvme: (draft, option) => {
    draft.note(
      option,
      "There is no emulated NVMe controller in libvirt; the disk is on the machine's usual bus.",
    );
    readDisk(draft, option, "ide");
  },
  "ide-cd": optical,
  "scsi-cd": optical,
  "virtio-net": network("virtio"),
  "virtio-net-pci": network("virtio"),
  "virtio-net-device": network("virtio"),
  e1000: network("e1000"),
  "e1000-82540em": network("e1000"),
  e1000e: network("e1000e"),
  rtl8139: network("rtl8139"),
  vmxnet3: network("vmxnet3"),
  "vfio-pci": addCardFunction,
  "vfio-pci-nohotplug": addCardFunction,
  "kvm-pci-assign": addCardFunction,
  "pci-assign": addCardFunction,
  "usb-host": readUsbHost,
  VGA: video("vga"),
  "qxl-vga": video("qxl"),
  qxl: video("qxl"),
  "virtio-vga": video("virtio"),
  "virtio-vga-gl": accelerated,
  "virtio-gpu-gl-pci": accelerated,
  "virtio-gpu-pci": video("virtio"),
  "bochs-display": video("bochs"),
  "cirrus-vga": video("cirrus"),
  ...plainDevices,
  ...characterDevices,
  ...sharedDevices,
};

/** Buses and ports, which libvirt makes where they are needed. */
const controllers =
  /^(pci-bridge|pcie-root-port|ioh3420|pcie-pci-bridge|i82801b11-bridge|x3130-upstream|xio3130-downstream|ahci|ich9-ahci|qemu-xhci|nec-usb-xhci|(ich9|piix3|piix4)-usb-[eu]hci\d?|usb-ehci|pci-ohci|usb-hub|virtio-scsi(-pci|-device)?|virtio-serial(-pci|-device)?)$/;
const controllerPlaces = [
  "port",
  "chassis",
  "slot",
  "p2",
  "p3",
  "max-ports",
  "chassis-nr",
  "masterbus",
  "firstport",
];

/** Reads a -device; the backends that it names are known by now. */
export function readDevice(draft: ImportDraft, option: QemuOption) {
  const type = option.kind ?? option.take("driver") ?? "";
  option.take("driver");
  const reader =
    entryOf(readers, type.replace(/-non-transitional$/, "")) ??
    (controllers.test(type) ? readController : null);
  if (reader === null) {
    needless(draft, option);
    return draft.note(option, `Passdeck can't import the device ${type || "without a type"}.`);
  }
  option.take("id");
  reader(draft, option);
  notePlace(draft, option);
}

function readController(draft: ImportDraft, option: QemuOption) {
  if (option.kind === "nec-usb-xhci")
    draft.note(option, "libvirt's own USB controller (qemu-xhci) is used instead.");
  for (const name of [...controllerPlaces, "bus", "addr", "multifunction"]) option.take(name);
}

/** libvirt finds a place for each device. */
function notePlace(draft: ImportDraft, option: QemuOption) {
  const names = ["bus", "addr", "port", "unit", "scsi-id", "lun", "channel", "cad", "nr"];
  const places = names.flatMap((name) => {
    const value = option.takeUnread(name);
    return value === undefined ? [] : [`${name}=${value}`];
  });
  if (places.length > 0) draft.note(option, `libvirt chooses the device's place (${places.join(", ")}).`);
}

function readDisk(draft: ImportDraft, device: QemuOption, bus: DiskBus) {
  if (device.look("drive") === undefined) draft.note(device, "It names no drive.");
  const drive = draft.backendOf("drive", device, "drive");
  if (drive !== null) addDrive(draft, drive, device, bus);
}
