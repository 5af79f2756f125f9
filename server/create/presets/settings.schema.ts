import { hypervFeatures } from "../specification/features.schema";
import type { PresetNeed, PresetSetting } from "./preset.schema";

/** Settings that several presets share. */
export const hostCpu: PresetSetting = {
  title: "The host's own CPU",
  reason:
    "The guest gets every instruction that the host has. The VM can be moved only to hosts with the same CPU.",
  change: { vm: { cpu: { model: { kind: "host-passthrough" } } } },
};

export const virtioDisks: PresetSetting = {
  title: "virtio disks that give freed space back",
  reason:
    "virtio is the fastest disk that QEMU has. With discard, space that the guest frees is freed in the image.",
  change: { eachDisk: { bus: "virtio", cache: "none", io: "native", discard: "unmap" } },
};

export const diskThread: PresetSetting = {
  title: "An I/O thread for the disk",
  reason:
    "The disk's work is done beside QEMU's main loop, so that it waits for nothing else that QEMU does.",
  change: { eachDisk: { iothread: 1 } },
};

export const virtioNetwork: PresetSetting = {
  title: "virtio network",
  reason:
    "The fastest network card that QEMU has; Linux brings its driver along, Windows gets it from virtio-win.",
  change: { eachNetwork: { model: "virtio" } },
};

export const uefi: PresetSetting = {
  title: "UEFI",
  reason: "Starts from disks of any size, and today's GPUs show a picture from the start only with UEFI.",
  change: { vm: { machine: "q35", firmware: { kind: "uefi", secureBoot: false } } },
};

export const serialAndAgent: PresetSetting = {
  title: "Serial console and guest agent",
  reason:
    "The serial console works where network and screen don't; the agent tells addresses and shuts down cleanly.",
  change: { vm: { serialConsole: true, guestAgent: true } },
};

export const hypervInterfaces: PresetSetting = {
  title: "Hyper-V features",
  reason:
    "Windows runs with far less overhead where it knows that it is in a VM and has these interfaces to it.",
  change: {
    vm: {
      features: {
        // That of a machine that moves between hosts of different pace is for nobody here.
        hyperv: hypervFeatures.filter((name) => name !== "reenlightenment"),
      },
    },
  },
};

export const windowsClock: PresetSetting = {
  title: "Clock in local time, with Hyper-V's reference clock",
  reason:
    "Windows takes the hardware clock for local time; Hyper-V's clock spares it the slow emulated timers.",
  change: { vm: { clock: { offset: "localtime", hypervClock: true } } },
};

export const fixedMemory: PresetSetting = {
  title: "No memory balloon",
  reason:
    "A device of the host reaches all of the guest's memory, which is therefore locked: nothing can be given back.",
  change: { vm: { memory: { balloon: false } } },
};

export const noSleep: PresetSetting = {
  title: "No sleep (ACPI S3 and S4)",
  reason: "Devices of the host rarely come back after a guest's sleep; the guest is kept from trying.",
  change: { vm: { features: { suspendToMemory: false, suspendToDisk: false } } },
};

export const installationMedium: PresetNeed = {
  kind: "installation-medium",
  title: "The installation ISO as the first CD",
  reason: "The new disk is empty, so that the VM starts from this CD the first time.",
};

export const virtioWin: PresetNeed = {
  kind: "virtio-win",
  title: "virtio-win.iso as the second CD",
  reason: 'Windows has no virtio drivers: choose "Load driver" in its installer, and the CD with virtio-win.',
};

export const displayCard: PresetNeed = {
  kind: "display-card",
  title: "A GPU of the host",
  reason: "Choose one whose verdict is ready or bindable; all functions of the card go with it.",
};
