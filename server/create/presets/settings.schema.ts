import { hypervFeatures } from "../specification/features.schema";
import type { PresetNeed, PresetSetting } from "./preset.schema";

/** Settings that several presets share. */
export const hostCpu: PresetSetting = {
  title: "CPU model host passthrough",
  reason:
    "The guest gets all features of the host's CPU. The VM can migrate only to hosts with the same CPU.",
  change: { vm: { cpu: { model: { kind: "host-passthrough" } } } },
};

export const virtioDisks: PresetSetting = {
  title: "virtio disks with discard",
  reason: "virtio is QEMU's fastest disk. With discard, space that the guest frees is returned to the host.",
  change: { eachDisk: { bus: "virtio", cache: "none", io: "native", discard: "unmap" } },
};

export const diskThread: PresetSetting = {
  title: "An I/O thread for the disk",
  reason: "Disk I/O runs outside QEMU's main loop, so it waits for nothing else.",
  change: { eachDisk: { iothread: 1 } },
};

export const virtioNetwork: PresetSetting = {
  title: "virtio network",
  reason: "QEMU's fastest NIC. Linux includes the driver; Windows gets it from virtio-win.",
  change: { eachNetwork: { model: "virtio" } },
};

export const uefi: PresetSetting = {
  title: "UEFI",
  reason: "Boots from disks of any size, and modern GPUs show a picture at boot only with UEFI.",
  change: { vm: { machine: "q35", firmware: { kind: "uefi", secureBoot: false } } },
};

export const serialAndAgent: PresetSetting = {
  title: "Serial console and guest agent",
  reason:
    "The serial console works without network or display; the agent reports addresses and shuts down cleanly.",
  change: { vm: { serialConsole: true, guestAgent: true } },
};

export const hypervInterfaces: PresetSetting = {
  title: "Hyper-V features",
  reason: "Windows runs with much less overhead if it can use these interfaces.",
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
  title: "Clock in local time, with the Hyper-V clock",
  reason: "Windows expects the hardware clock in local time; the Hyper-V clock avoids slow emulated timers.",
  change: { vm: { clock: { offset: "localtime", hypervClock: true } } },
};

export const fixedMemory: PresetSetting = {
  title: "No memory balloon",
  reason: "A host device can access all guest memory, so it is locked: none can be returned to the host.",
  change: { vm: { memory: { balloon: false } } },
};

export const noSleep: PresetSetting = {
  title: "No sleep (ACPI S3 and S4)",
  reason: "Host devices rarely resume after a guest's sleep.",
  change: { vm: { features: { suspendToMemory: false, suspendToDisk: false } } },
};

export const installationMedium: PresetNeed = {
  kind: "installation-medium",
  title: "The installation ISO as the first CD",
  reason: "The new disk is empty, so the VM boots from this CD first.",
};

export const virtioWin: PresetNeed = {
  kind: "virtio-win",
  title: "virtio-win.iso as the second CD",
  reason: 'Windows has no virtio drivers: choose "Load driver" in its installer, then this CD.',
};

export const displayCard: PresetNeed = {
  kind: "display-card",
  title: "A host GPU",
  reason: "Choose one whose verdict is ready or bindable; all functions of the card go with it.",
};
