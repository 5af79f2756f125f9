import type { Preset } from "./preset.schema";
import { diskThread, displayCard, windowsClock } from "./settings.schema";

/**
 * Windows on Intel's integrated graphics as Intel recommends it for Edge Controls for Industrial ("KVM Recommended
 * Configurations"); docs/industrial-igd.md has every argument of QEMU's beside ours.
 */
export const industrialIgd: Preset = {
  id: "industrial-igd",
  title: "Industrial Windows with Intel graphics",
  summary:
    "Windows that owns the machine's screen, with low and even latency (Intel's recommendation for GVT-d).",
  settings: [
    {
      title: "The machine i440fx",
      reason:
        "QEMU's usual machine, which Intel's configuration is made for: its settings for S3 and S4 are PIIX4's.",
      change: { vm: { machine: "i440fx", firmware: { kind: "uefi", secureBoot: false } } },
    },
    {
      title: "KVM with its own interrupt controllers",
      reason: "kernel_irqchip=on keeps interrupts in the kernel: the way with the least latency.",
      change: { vm: { domainType: "kvm", features: { kernelIrqchip: true } } },
    },
    {
      title: "The host's own CPU",
      reason: "Intel's graphics driver expects the CPU that its GPU is part of.",
      change: { vm: { cpu: { model: { kind: "host-passthrough" } } } },
    },
    windowsClock,
    {
      title: "Memory in huge pages of 1 GiB, all of it from the start",
      reason:
        "No page faults and few TLB misses while the controller runs. Reserve the pages at boot: hugepagesz=1G.",
      change: { vm: { memory: { hugepageBytes: 2 ** 30, balloon: false } } },
    },
    {
      title: "OpRegion and stolen memory for the graphics",
      reason:
        "x-igd-opregion shows Windows the screens' connectors; x-igd-gms=2 gives the GPU 64 MiB before its driver runs.",
      change: { displayQuirks: ["intel-igd-opregion", "intel-igd-memory"] },
    },
    {
      ...diskThread,
      title: "A raw virtio disk with an I/O thread, and aio=threads",
      change: { eachDisk: { bus: "virtio", iothread: 1, io: "threads" } },
    },
    {
      title: "virtio network on a bridge",
      reason: "The controller is a machine of the plant's network, reached under an address of its own.",
      change: { eachNetwork: { model: "virtio" } },
    },
    {
      title: "No sleep (ACPI S3 and S4)",
      reason: "The graphics does not come back from a guest's sleep.",
      change: { vm: { features: { suspendToMemory: false, suspendToDisk: false } } },
    },
    {
      title: "Nothing else: a serial console, no emulated screen, no USB, no agent",
      reason:
        "QEMU's -nodefaults. Each further device is one more source of delay; the screen is the GPU's own.",
      change: {
        vm: {
          graphics: { kind: "none" },
          video: "none",
          tablet: false,
          guestAgent: false,
          randomness: false,
          serialConsole: true,
        },
      },
    },
  ],
  needs: [
    displayCard,
    { kind: "bridge", title: "A bridge of the host", reason: "The network that the controller belongs to." },
  ],
};
