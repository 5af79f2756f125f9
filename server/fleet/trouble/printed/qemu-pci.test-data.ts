import type { PrintedSource } from "./printed-text";

const before = "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: vfio 0000:01:00.0: ";

/**
 * What hw/vfio/pci.c of QEMU prints from 2.8 on; `older-qemu.test-data.ts` has what came before. Left
 * out: traces, what only a fault of QEMU's own reaches (hw_error, assertions), and POWER's NVLink.
 */
export const qemuPci: readonly PrintedSource[] = [
  {
    source: "hw/vfio/pci.c, interrupts",
    before,
    texts: [
      ["event_notifier_init failed eoi", "max_files"],
      ["event_notifier_init failed", "max_files", "event_notifier_init failed: Too many open files"],
      ["failed to setup resample irqfd", "interrupt line"],
      [
        "vfio: Error: Failed to disable INTx irqfd: %m",
        "interrupt line",
        "vfio: Error: Failed to disable INTx irqfd: Invalid argument",
      ],
      ["vfio: failed to enable vectors, %d", "MSI", "vfio: failed to enable vectors, -1"],
      ["vfio: msix_set_vector_notifiers failed", "MSI"],
      [
        "vfio: Error: Failed to setup MSI fds: %m",
        "MSI",
        "vfio: Error: Failed to setup MSI fds: No space left on device",
      ],
      [
        "vfio: Error: Failed to enable %d MSI vectors, retry with %d",
        "MSI",
        "vfio: Error: Failed to enable 8 MSI vectors, retry with 1",
      ],
      ["vfio: Error: Failed to enable MSI", "MSI"],
      ["failed to enable MSI-X, %d", "MSI", "failed to enable MSI-X, -22"],
      ["failed reading MSI PCI_CAP_FLAGS", "MSI", "failed reading MSI PCI_CAP_FLAGS: Input/output error"],
      [
        "msi_init failed: ",
        "MSI",
        "failed to add PCI capability 0x5[0x18]@0x68: msi_init failed: Invalid argument",
      ],
      ["failed to read PCI MSIX FLAGS", "MSI"],
      ["failed to read PCI MSIX TABLE", "MSI"],
      ["failed to read PCI MSIX PBA", "MSI"],
      ["hardware reports invalid configuration, MSIX PBA outside of specified BAR", "MSI-X"],
      ["table & pba overlap, or they don't fit in BARs, or don't align", "MSI-X"],
      [
        "No automatic MSI-X relocation available for device %04x:%04x",
        "x-msix-relocation",
        "No automatic MSI-X relocation available for device 10de:2204",
      ],
      [
        "Invalid MSI-X relocation BAR %d, I/O port BAR",
        "x-msix-relocation",
        "Invalid MSI-X relocation BAR 5, I/O port BAR",
      ],
      [
        "Invalid MSI-X relocation BAR %d, consumed by 64-bit BAR %d",
        "x-msix-relocation",
        "Invalid MSI-X relocation BAR 2, consumed by 64-bit BAR 1",
      ],
      [
        "Invalid MSI-X relocation BAR %d, no space to extend 32-bit BAR",
        "x-msix-relocation",
        "Invalid MSI-X relocation BAR 0, no space to extend 32-bit BAR",
      ],
      ["vfio: Unable to init event notifier for error detection", "max_files"],
      ["vfio: Unable to init event notifier for device request", "max_files"],
    ],
  },
  {
    source: "hw/vfio/pci.c, registers, BARs and ROM",
    before: "qemu-system-x86_64: ",
    texts: [
      ["vfio: Error getting ROM info: %m", "VBIOS", "vfio: Error getting ROM info: Invalid argument"],
      ["vfio-pci: Cannot read device rom at %s", "VBIOS", "vfio-pci: Cannot read device rom at 0000:01:00.0"],
      ["Device option ROM contents are probably invalid (check dmesg).", "VBIOS"],
      ["vfio: Error reading device ROM: %m", "VBIOS", "vfio: Error reading device ROM: Input/output error"],
      ["%s(%s) failed: %m", "registers", "vfio_pci_size_rom(0000:01:00.0) failed: Input/output error"],
      [
        "Device at %s is known to cause system instability issues during option rom execution",
        "rombar=0",
        "Device at 0000:01:00.0 is known to cause system instability issues during option rom execution",
      ],
      [
        "Rom loading for device at %s has been disabled due to system instability issues",
        "VBIOS",
        "Rom loading for device at 0000:01:00.0 has been disabled due to system instability issues",
      ],
      [
        "vfio_vga_write(,0x%lx, 0x%lx, %d) failed: %m",
        "x-vga",
        "vfio_vga_write(,0x3c4, 0x1, 1) failed: Input/output error",
      ],
      [
        "vfio_vga_read(,0x%lx, %d) failed: %m",
        "x-vga",
        "vfio_vga_read(,0x3c5, 1) failed: Input/output error",
      ],
      [
        "%s(%s, 0x%x, 0x%x) failed: %m",
        "registers",
        "vfio_pci_read_config(0000:01:00.0, 0x4, 0x2) failed: Input/output error",
      ],
      [
        "%s(%s, 0x%x, 0x%x, 0x%x) failed: %m",
        "registers",
        "vfio_pci_write_config(0000:01:00.0, 0x4, 0x506, 0x2) failed: Input/output error",
      ],
      ["vfio: Failed to read BAR %d (%m)", "registers", "vfio: Failed to read BAR 0 (Input/output error)"],
      [
        "Failed to mmap %s BAR %d. Performance may be slow",
        "BAR 1",
        "Failed to mmap 0000:01:00.0 BAR 1. Performance may be slow",
      ],
      [
        "%s(%s) reset bar %d failed: %m",
        "registers",
        "vfio_pci_post_reset(0000:01:00.0) reset bar 0 failed: Input/output error",
      ],
      [
        "vfio: Unable to power on device, stuck in D%d",
        "does not wake up",
        "vfio: Unable to power on device, stuck in D3",
      ],
    ],
  },
  {
    source: "hw/vfio/pci.c, resets and events",
    before: "qemu-system-x86_64: ",
    texts: [
      [
        "vfio: Cannot reset device %s, no available reset mechanism.",
        "can't be reset",
        "vfio: Cannot reset device 0000:01:00.0, no available reset mechanism.",
      ],
      ["vfio: hot reset info failed: %m", "reset together", "vfio: hot reset info failed: Permission denied"],
      [
        "vfio: Cannot reset device %s, depends on group %d which is not owned.",
        "IOMMU group 18",
        "vfio: Cannot reset device 0000:01:00.0, depends on group 18 which is not owned.",
      ],
      [
        "%s(%s) Unrecoverable error detected. Please collect any data possible and then kill the guest",
        "PCIe link",
        "vfio_err_notifier_handler(0000:01:00.0) Unrecoverable error detected. Please collect any data possible and then kill the guest",
      ],
      [
        "vfio %s: Could not enable error recovery for the device",
        "errors on its link",
        "vfio 0000:01:00.0: Could not enable error recovery for the device",
      ],
    ],
  },
  {
    source: "hw/vfio/pci.c, vfio_realize",
    before,
    texts: [
      ["No provided host device", "no device at this address"],
      ["no such host device", "no device at this address", "no such host device: No such file or directory"],
      ["no iommu_group found", "no IOMMU group", "no iommu_group found: No such file or directory"],
      [
        "failed to read %s",
        "IOMMU group",
        "failed to read ../../../../kernel/iommu_groups/x: Invalid argument",
      ],
      ["device is already attached", "twice"],
      ["x-balloon-allowed only potentially compatible with mdev devices", "x-balloon-allowed"],
      ["this isn't a PCI device", "description"],
      ["unexpected number of io regions %u", "description", "unexpected number of io regions 2"],
      ["unexpected number of irqs %u", "description", "unexpected number of irqs 1"],
      ["failed to get region %d info", "description", "failed to get region 0 info: Invalid argument"],
      ["failed to get config info", "description", "failed to get config info: Invalid argument"],
      [
        "failed getting region info for VGA region index %d",
        "x-vga",
        "failed getting region info for VGA region index 8: Invalid argument",
      ],
      ["unexpected VGA info, flags 0x%lx, size 0x%lx", "x-vga", "unexpected VGA info, flags 0x0, size 0x0"],
      ["device does not support requested feature x-vga", "x-vga"],
      ["failed to read device config space", "registers", "failed to read device config space: Bad address"],
      ["invalid PCI vendor ID provided", "x-pci-vendor-id"],
      ["invalid PCI device ID provided", "x-pci-vendor-id"],
      ["invalid PCI subsystem vendor ID provided", "x-pci-vendor-id"],
      ["invalid PCI subsystem device ID provided", "x-pci-vendor-id"],
      ["invalid PCI class code provided", "x-pci-vendor-id"],
      [
        "assignment of PCIe type 0x%x devices is not currently supported",
        "passes on",
        "failed to add PCI capability 0x10[0x14]@0x40: assignment of PCIe type 0x7 devices is not currently supported",
      ],
      [
        "failed to add PCI capability 0x%x[0x%x]@0x%x: ",
        "capability",
        "failed to add PCI capability 0x9[0x10]@0xc8: capability overlaps",
      ],
      ["cannot support IGD OpRegion feature on hotplugged device", "OpRegion"],
      [
        "does not support requested IGD OpRegion feature",
        "OpRegion",
        "does not support requested IGD OpRegion feature: No such device",
      ],
      ["ramfb=on requires display=on", "ramfb"],
      ["xres and yres properties require display=on", "display"],
      ["xres and yres properties need edid support", "display"],
      ["x-ramfb-migrate=on but ramfb=off. Forcing x-ramfb-migrate to off.", "x-ramfb-migrate"],
      ["x-ramfb-migrate requires enable-migration", "x-ramfb-migrate"],
      [
        "Failed to set vIOMMU: ",
        "IOMMU of its own",
        "Failed to set vIOMMU: Need IOMMUFD backend when x-flts=on",
      ],
      [
        "Failed to set iommu_device: ",
        "IOMMU of its own",
        "Failed to set iommu_device: Host SMMUv3 differs in Range Invalidation support",
      ],
      ["%s: Migration disabled", "moved", "0000:01:00.0: Migration disabled"],
    ],
  },
];
