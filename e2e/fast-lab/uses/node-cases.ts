import { file, inClass } from "@/e2e/hosts/busy-host";
import { character } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "@/server/host/tree-entries";
import { card, otherCard, shared } from "../fast-lab-test";
import { addressAt, place } from "./places";

export interface NodeCase {
  what: string;
  /** Below /dev. */
  node: string;
  numbers: string;
  /** The devices whose use it is. */
  devices: readonly string[];
  use: "process" | "vm";
  /** What its driver makes in sysfs. */
  entries: readonly TreeEntry[];
}

/** A character device that stands below a PCI device. */
function below(device: string, what: string, node: string, numbers: string, path: string): NodeCase {
  const at = `${device}/${path}`;
  const entries = [...character(numbers, at), file(`${at}/uevent`, `DEVNAME=${node}\n`)];
  return { what, node, numbers, devices: [addressAt(device)], use: "process", entries };
}

/** A node that tells its device by its name alone. */
function named(what: string, node: string, numbers: string, ...devices: readonly string[]): NodeCase {
  return { what, node, numbers, devices, use: node.startsWith("vfio/") ? "vm" : "process", entries: [] };
}

const usb = `${place.usb}/usb1/1-4`;

/** The drivers that those of {@link nodeCases} need which are told by their driver. */
export const drivers = {
  [card.gpu]: "nvidia",
  [otherCard.gpu]: "amdgpu",
  [shared.gpu]: "vfio-pci",
  [shared.audio]: "vfio-pci",
};

/** One node of each kind, with the numbers that the kernel has for it (Documentation/admin-guide/devices.txt). */
export const nodeCases: readonly NodeCase[] = [
  below(place.gpu, "a DRM card", "dri/card1", "226:1", "drm/card1"),
  below(place.gpu, "a render node", "dri/renderD128", "226:128", "drm/renderD128"),
  below(place.gpu, "a frame buffer", "fb1", "29:1", "graphics/fb1"),
  below(place.gpu, "DisplayPort's side channel", "drm_dp_aux0", "238:0", "drm/card1/card1-DP-1/drm_dp_aux0"),
  below(place.gpu, "an accelerator", "accel/accel0", "261:0", "accel/accel0"),
  below(place.gpuAudio, "sound", "snd/pcmC1D3p", "116:5", "sound/card1/pcmC1D3p"),
  below(place.gpuAudio, "a sound card's control", "snd/controlC1", "116:6", "sound/card1/controlC1"),
  named("NVIDIA's, whose numbers the real /proc/driver does not tell here", "nvidia0", "195:0", card.gpu),
  named("AMD's shared node", "kfd", "511:0", otherCard.gpu),
  named("a VFIO group, all of it", "vfio/18", "245:18", shared.gpu, shared.audio),
  {
    ...below(place.vfioAudio, "a VFIO device", "vfio/devices/vfio0", "510:0", "vfio-dev/vfio0"),
    use: "vm",
  },
  below(place.engine, "a management engine", "mei0", "244:0", "mei/mei0"),
  below(place.smbus, "I²C", "i2c-3", "89:3", "i2c-3/i2c-dev/i2c-3"),
  below(place.nic, "a network card's clock", "ptp0", "248:0", "ptp/ptp0"),
  below(place.nic, "InfiniBand", "infiniband/uverbs0", "231:192", "infiniband_verbs/uverbs0"),
  below(place.nvme, "an NVMe controller", "nvme0", "241:0", "nvme/nvme0"),
  below(place.nvme, "an NVMe namespace's commands", "ng0n1", "242:0", "nvme/nvme0/ng0n1"),
  below(
    place.sata,
    "a disk's SCSI commands",
    "sg0",
    "21:0",
    "ata1/host0/target0:0:0/0:0:0:0/scsi_generic/sg0",
  ),
  below(
    place.sata,
    "the same by its block layer",
    "bsg/0:0:0:0",
    "246:0",
    "ata1/host0/target0:0:0/0:0:0:0/bsg/0:0:0:0",
  ),
  below(place.usb, "a camera", "video0", "81:0", "usb1/1-4/1-4:1.0/video4linux/video0"),
  below(place.usb, "a keyboard", "input/event3", "13:67", "usb1/1-4/1-4:1.1/input/input5/event3"),
  below(place.usb, "a serial adapter", "ttyUSB0", "188:0", "usb1/1-4/1-4:1.2/ttyUSB0/tty/ttyUSB0"),
  below(
    place.usb,
    "a device of the human interface",
    "hidraw0",
    "243:0",
    "usb1/1-4/1-4:1.1/0003:1A6E:089A.0001/hidraw/hidraw0",
  ),
  {
    ...named("a USB device itself", "bus/usb/001/004", "189:3", addressAt(place.usb)),
    entries: inClass("sys/bus/usb/devices/1-4", usb, {
      idVendor: "1a6e",
      idProduct: "089a",
      busnum: "1",
      devnum: "4",
    }),
  },
  // Of the processor's, which is no PCI device.
  {
    ...below("sys/devices/virtual", "a processor's registers", "cpu/0/msr", "202:0", "msr/msr0"),
    devices: [],
  },
];

/** The serial adapter, in a container that calls it otherwise. */
export const renamed = { node: "c:188:0:/dev/ttyACM7", is: "ttyUSB0", devices: [addressAt(place.usb)] };

/** What belongs to no device, and leaves no question. */
export const services: readonly string[] = [
  "c:195:255:/dev/nvidiactl",
  "c:237:0:/dev/nvidia-uvm",
  "c:10:196:/dev/vfio/vfio",
  "c:10:232:/dev/kvm",
  "c:10:200:/dev/net/tun",
  "c:1:3:/dev/null",
];
