import type { PrintedSource } from "./printed-text";

const before = "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: vfio 0000:01:00.0: ";

/** What QEMU prints of single models: hw/vfio/pci-quirks.c and igd.c. */
export const qemuQuirks: readonly PrintedSource[] = [
  {
    source: "hw/vfio/pci-quirks.c",
    before,
    texts: [
      [
        "Failed to remove vfio ioeventfd for %s+0x%lx[%d]:0x%lx (%m)",
        "slow",
        "Failed to remove vfio ioeventfd for 0000:01:00.0 BAR 0+0x88000[4]:0x1 (Invalid argument)",
      ],
      ["NVIDIA GPUDirect Clique ID: invalid device vendor", "x-nv-gpudirect-clique"],
      ["NVIDIA GPUDirect Clique ID: unsupported PCI class", "x-nv-gpudirect-clique"],
      [
        "Failed to add NVIDIA GPUDirect cap: ",
        "x-nv-gpudirect-clique",
        "Failed to add NVIDIA GPUDirect cap: capability overlaps",
      ],
      [
        "Property %s.%s: valid range for %s is [0, 15]",
        "x-nv-gpudirect-clique",
        "Property vfio-pci.x-nv-gpudirect-clique: valid range for x-nv-gpudirect-clique is [0, 15]",
      ],
      ["VMD %s cannot read MEMBARs (%d)", "capability", "VMD 0000:01:00.0 cannot read MEMBARs (-5)"],
      [
        "Failed to add VMD MEMBAR Shadow cap: ",
        "capability",
        "Failed to add VMD MEMBAR Shadow cap: capability overlaps",
      ],
    ],
  },
  {
    source: "hw/vfio/igd.c up to QEMU 9",
    before: "qemu-system-x86_64: ",
    texts: [
      ["IGD copy failed: %m", "legacy mode", "IGD copy failed: Input/output error"],
      ["VFIO dummy ISA/LPC bridge must have address 1f.0", "legacy mode"],
      [
        "vfio-igd: Guest attempted to program IGD GTT before BIOS reserved stolen memory.  Unsupported BIOS?",
        "firmware",
      ],
      ["Unsupported IGD GMS value 0x%x", "x-igd-gms", "Unsupported IGD GMS value 0x20"],
      [
        "IGD device %s cannot support legacy mode due to existing devices at address 1f.0",
        "i440FX",
        "IGD device 0000:01:00.0 cannot support legacy mode due to existing devices at address 1f.0",
      ],
      [
        "IGD device %s is unsupported in legacy mode, try SandyBridge or newer",
        "legacy mode",
        "IGD device 0000:01:00.0 is unsupported in legacy mode, try SandyBridge or newer",
      ],
      [
        "IGD device %s has no ROM, legacy mode disabled",
        "VBIOS",
        "IGD device 0000:01:00.0 has no ROM, legacy mode disabled",
      ],
      [
        "IGD device %s hotplugged, ROM disabled, legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 hotplugged, ROM disabled, legacy mode disabled",
      ],
      [
        "IGD device %s does not support OpRegion access,legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 does not support OpRegion access,legacy mode disabled",
      ],
      [
        "IGD device %s does not support host bridge access,legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 does not support host bridge access,legacy mode disabled",
      ],
      [
        "IGD device %s does not support LPC bridge access,legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 does not support LPC bridge access,legacy mode disabled",
      ],
      [
        "IGD device %s failed to enable VGA access, legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 failed to enable VGA access, legacy mode disabled",
      ],
      [
        "IGD device %s failed to create LPC bridge, legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 failed to create LPC bridge, legacy mode disabled",
      ],
      [
        "IGD device %s failed to modify host bridge, legacy mode disabled",
        "legacy mode",
        "IGD device 0000:01:00.0 failed to modify host bridge, legacy mode disabled",
      ],
      [
        "IGD device %s - failed to read PCI command register",
        "registers",
        "IGD device 0000:01:00.0 - failed to read PCI command register",
      ],
      [
        "IGD device %s - failed to write PCI command register",
        "registers",
        "IGD device 0000:01:00.0 - failed to write PCI command register",
      ],
      [
        "IGD device %s - failed to restore PCI command register",
        "registers",
        "IGD device 0000:01:00.0 - failed to restore PCI command register",
      ],
      ["failed to read IGD OpRegion", "OpRegion", "failed to read IGD OpRegion: Input/output error"],
    ],
  },
  {
    source: "hw/vfio/igd.c of QEMU 10",
    before,
    texts: [
      ["IGD LPC bridge access is not supported by kernel", "CONFIG_VFIO_PCI_IGD"],
      ["IGD host bridge access is not supported by kernel", "CONFIG_VFIO_PCI_IGD"],
      ["Failed to create/modify LPC bridge for IGD", "legacy mode"],
      ["Failed to modify host bridge for IGD", "legacy mode"],
      ["Cannot create LPC bridge due to existing device at 1f.0", "i440FX"],
      ["x-igd-gms is not supported on this device", "x-igd-gms"],
      ["Parameter '%s' expects %s", "x-igd-gms", "Parameter 'x-igd-gms' expects 0~0x40"],
      ["Device has no ROM", "VBIOS"],
      ["Unable to enable VGA access", "legacy mode"],
      [
        "Machine is not i440fx, assigned BDF is not 00:02.0, or device %04x (gen %d) doesn't support legacy mode",
        "i440FX",
        "Machine is not i440fx, assigned BDF is not 00:02.0, or device 9a49 (gen 12) doesn't support legacy mode",
      ],
      ["Machine is not i440fx or assigned BDF is not 00:02.0", "i440FX"],
      ["IGD legacy mode disabled", "legacy mode"],
      ["Device does not supports IGD OpRegion feature", "OpRegion"],
    ],
  },
];
