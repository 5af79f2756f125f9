import type { PrintedSource } from "./printed-text";

const before = "vfio-pci 0000:01:00.0: ";

/**
 * What the kernel's drivers/vfio log from warnings on, and the news that look like trouble. Left out: pci_dbg, what only
 * POWER, s390 and platform devices reach, and the drivers of single models (mlx5, hisi_acc, nvgrace, pds, qat, virtio).
 */
export const kernelVfio: readonly PrintedSource[] = [
  {
    source: "drivers/vfio/pci/vfio_pci_core.c, vfio_pci.c",
    before,
    texts: [
      [
        "%04x:%04x exists in vfio-pci device denylist, driver probing disallowed.",
        "disable_denylist",
        "8086:4940 exists in vfio-pci device denylist, driver probing disallowed.",
      ],
      [
        "%04x:%04x exists in vfio-pci device denylist, driver probing disallowed.",
        "disable_denylist",
        "8086:37c9 exists in vfio-pci device denylist, driver probing disallowed.",
      ],
      [
        "device denylist disabled - allowing device %04x:%04x.",
        "break the host",
        "device denylist disabled - allowing device 8086:4940.",
      ],
      ["Failed to setup Intel IGD regions", "OpRegion"],
      ["Cannot bind to PF with SR-IOV enabled", "sriov_numvfs"],
      ["VF token required to access device", "VF token"],
      ["Incorrect VF token provided for device", "VF token"],
      [
        "VF token incorrectly provided, PF not bound to %s",
        "vf-token",
        "VF token incorrectly provided, PF not bound to vfio-pci",
      ],
      ["VF token incorrectly provided, not a PF or VF", "vf-token"],
      [
        "VF %s bound to driver %s while PF bound to driver %s",
        "whoever has the card",
        "VF 0000:01:10.0 bound to driver igbvf while PF bound to driver vfio-pci",
      ],
      [
        "Captured SR-IOV VF %s driver_override",
        "Nothing needs to be done",
        "Captured SR-IOV VF 0000:01:10.0 driver_override",
      ],
      ["Relaying device request to user (#%u)", "still has it", "Relaying device request to user (#0)"],
      ["No device request channel registered, blocked until released by user", "still has it"],
      ["Masking broken INTx support", "interrupt line"],
      [
        "%s: runtime resume failed %d",
        "does not wake up",
        "vfio_pci_ioctl_pci_hot_reset: runtime resume failed -5",
      ],
      ["runtime resume failed %d", "does not wake up", "runtime resume failed -5"],
      ["vfio: runtime resume failed %d", "does not wake up", "vfio: runtime resume failed -5"],
    ],
  },
  {
    source: "drivers/vfio/pci/vfio_pci_config.c, vfio_pci_intrs.c",
    before,
    texts: [
      [
        "%s: reset recovery - restoring BARs",
        "lost its registers",
        "vfio_bar_restore: reset recovery - restoring BARs",
      ],
      ["%s: hiding cap %#x@%#x", "Nothing needs to be done", "vfio_cap_init: hiding cap 0x5@0x90"],
      ["%s: hiding ecap %#x@%#x", "Nothing needs to be done", "vfio_ecap_init: hiding ecap 0x1e@0x258"],
      [
        "%s: unknown length for PCI cap %#x@%#x",
        "Nothing needs to be done",
        "vfio_cap_len: unknown length for PCI cap 0x14@0x60",
      ],
      [
        "%s: unknown length for PCI ecap %#x@%#x",
        "Nothing needs to be done",
        "vfio_ext_cap_len: unknown length for PCI ecap 0x2e@0x300",
      ],
      [
        "%s: PCI config conflict @%#x, was cap %#x now cap %#x",
        "Nothing needs to be done",
        "vfio_cap_init: PCI config conflict @0x70, was cap 0x1 now cap 0x5",
      ],
      [
        "%s: PCI config conflict @%#x, was ecap %#x now ecap %#x",
        "Nothing needs to be done",
        "vfio_ecap_init: PCI config conflict @0x160, was ecap 0x2 now ecap 0x4",
      ],
      [
        "Hardware bug: VF reports bogus INTx pin %d",
        "interrupt line",
        "Hardware bug: VF reports bogus INTx pin 1",
      ],
      [
        "irq bypass producer (token %p) registration fails: %d",
        "slow",
        "irq bypass producer (token 00000000a1b2c3d4) registration fails: -22",
      ],
      [
        "irq bypass producer (eventfd %p) registration fails: %d",
        "slow",
        "irq bypass producer (eventfd 00000000a1b2c3d4) registration fails: -22",
      ],
    ],
  },
  {
    source: "drivers/vfio/vfio_main.c, group.c (vfio.c before 6.1)",
    before,
    texts: [
      [
        'Device is currently in use, task "%s" (%d) blocked until device is released',
        "still has it",
        'Device is currently in use, task "rpc-libvirtd" (1234) blocked until device is released',
      ],
      [
        "vfio-noiommu device opened by user (%s:%d)",
        "without the protection",
        "vfio-noiommu device opened by user (qemu-system-x86:4242)",
      ],
      ["Adding kernel taint for vfio-noiommu group on device", "without the protection"],
      ["Device added to live group %d!", "IOMMU group", "Device added to live group 13!"],
      ["Device already exists on group %d", "IOMMU group", "Device already exists on group 13"],
    ],
  },
  {
    source: "drivers/vfio/vfio_iommu_type1.c, drivers/vfio/pci/vfio_pci.c: of no device alone",
    before: "",
    texts: [
      [
        "%s: RLIMIT_MEMLOCK (%ld) exceeded",
        "locked memory",
        "vfio_pin_pages_remote: RLIMIT_MEMLOCK (8388608) exceeded",
      ],
      [
        "%s: Task %s (%d) RLIMIT_MEMLOCK (%ld) exceeded",
        "locked memory",
        "vfio_pin_page_external: Task qemu-system-x86 (2296) RLIMIT_MEMLOCK (65536) exceeded",
      ],
      [
        '%s: No interrupt remapping support.  Use the module param "allow_unsafe_interrupts" to enable VFIO IOMMU support on this platform',
        "remap interrupts",
        'vfio_iommu_type1_attach_group: No interrupt remapping support.  Use the module param "allow_unsafe_interrupts" to enable VFIO IOMMU support on this platform',
      ],
      ['vfio_pci: invalid id string "%s"', "ids=", 'vfio_pci: invalid id string "10de-2204"'],
      [
        "vfio_pci: failed to add dynamic id [%04x:%04x[%04x:%04x]] class %#08x/%08x (%d)",
        "ids=",
        "vfio_pci: failed to add dynamic id [10de:2204[ffffffff:ffffffff]] class 0x000000/00000000 (-17)",
      ],
      ["vfio_pci: device denylist disabled.", "break the host"],
      ["vfio: misc device register failed", "/dev/vfio/vfio"],
    ],
  },
];
