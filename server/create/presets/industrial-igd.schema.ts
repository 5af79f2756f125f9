import type { Preset } from "./preset.schema";
import { diskThread, displayCard, windowsClock } from "./settings.schema";

/**
 * Windows on Intel's integrated graphics as Intel recommends it for Edge Controls for Industrial ("KVM Recommended
 * Configurations"); docs/industrial-igd.md has every argument of QEMU's beside ours.
 */
export const industrialIgd: Preset = {
  id: "industrial-igd",
  title: "Industrial Windows with Intel graphics",
  summary: "Windows on the host's own screen, with low and even latency (Intel's recommendation for GVT-d).",
  settings: [
    {
      title: "Machine type i440fx",
      reason: "Intel's configuration is made for it: its S3 and S4 settings belong to PIIX4.",
      change: { vm: { machine: "i440fx", firmware: { kind: "uefi", secureBoot: false } } },
    },
    {
      title: "KVM with in-kernel interrupt controllers",
      reason: "kernel_irqchip=on handles interrupts in the kernel, for the lowest latency.",
      change: { vm: { domainType: "kvm", features: { kernelIrqchip: true } } },
    },
    {
      title: "CPU model host passthrough",
      reason: "Intel's graphics driver expects the CPU that its GPU belongs to.",
      change: { vm: { cpu: { model: { kind: "host-passthrough" } } } },
    },
    windowsClock,
    {
      title: "Memory in 1 GiB huge pages, allocated at start",
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
      reason: "The controller is on the plant's network, with its own address.",
      change: { eachNetwork: { model: "virtio" } },
    },
    {
      title: "No sleep (ACPI S3 and S4)",
      reason: "The graphics does not resume after a guest's sleep.",
      change: { vm: { features: { suspendToMemory: false, suspendToDisk: false } } },
    },
    {
      title: "Nothing else: serial console, no emulated display, no USB, no agent",
      reason: "QEMU's -nodefaults. Each further device adds latency; the GPU drives the display itself.",
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
    { kind: "bridge", title: "A host bridge", reason: "The network that the controller belongs to." },
  ],
};
