import type { PrintedSource } from "./printed-text";

const before = "qemu-system-x86_64: -device vfio-pci,host=01:00.0: ";

/** What hw/vfio/pci.c and common.c (hw/misc/vfio.c before 2.2) printed up to QEMU 2.7, before errors had prefixes. */
export const qemuOlder: readonly PrintedSource[] = [
  {
    source: "hw/vfio/pci.c of QEMU 2.5",
    before,
    texts: [
      ["vfio: Error: event_notifier_init failed eoi", "max_files"],
      ["vfio: Error: event_notifier_init failed", "max_files"],
      [
        "vfio: Error: Failed to setup resample irqfd: %m",
        "interrupt line",
        "vfio: Error: Failed to setup resample irqfd: Invalid argument",
      ],
      [
        "vfio: Error: Failed to setup INTx unmask fd: %m",
        "interrupt line",
        "vfio: Error: Failed to setup INTx unmask fd: Invalid argument",
      ],
      [
        "vfio: Error: Failed to setup INTx fd: %m",
        "interrupt line",
        "vfio: Error: Failed to setup INTx fd: Device or resource busy",
      ],
      ["vfio: failed to modify vector, %d", "MSI", "vfio: failed to modify vector, -22"],
      ["vfio: msi_init failed", "MSI"],
      ["vfio: msix_init failed", "MSI"],
      [
        "vfio: Assignment of PCIe type 0x%x devices is not currently supported",
        "passes on",
        "vfio: Assignment of PCIe type 0x7 devices is not currently supported",
      ],
      [
        "vfio: %04x:%02x:%02x.%x Error adding PCI capability 0x%x[0x%x]@0x%x: %d",
        "capability",
        "vfio: 0000:01:00.0 Error adding PCI capability 0x9[0x10]@0xc8: -22",
      ],
      [
        "vfio: Unable to power on device, stuck in D%d",
        "does not wake up",
        "vfio: Unable to power on device, stuck in D3",
      ],
      ["vfio: Um, this isn't a PCI device", "description"],
      ["vfio: unexpected number of io regions %u", "description", "vfio: unexpected number of io regions 2"],
      ["vfio: unexpected number of irqs %u", "description", "vfio: unexpected number of irqs 1"],
      [
        "vfio: Error getting region %d info: %m",
        "description",
        "vfio: Error getting region 0 info: Invalid argument",
      ],
      [
        "vfio: Error getting config info: %m",
        "description",
        "vfio: Error getting config info: Invalid argument",
      ],
      ["vfio: Device does not support requested feature x-vga", "x-vga"],
      [
        "vfio: unexpected VGA info, flags 0x%lx, size 0x%lx",
        "x-vga",
        "vfio: unexpected VGA info, flags 0x0, size 0x0",
      ],
      ["vfio: Warning: Could not enable error recovery for the device", "errors on its link"],
      [
        "%s(%04x:%02x:%02x.%x) Unrecoverable error detected.",
        "PCIe link",
        "vfio_err_notifier_handler(0000:01:00.0) Unrecoverable error detected.",
      ],
      ["vfio: Failed to set up error notification", "wanting it back"],
      ["vfio: Failed to set up device request notification", "wanting it back"],
      [
        "vfio: Failed to de-assign error fd: %m",
        "wanting it back",
        "vfio: Failed to de-assign error fd: Invalid argument",
      ],
      [
        "vfio: error: no such host device: %04x:%02x:%02x.%01x",
        "no device at this address",
        "vfio: error: no such host device: 0000:01:00.0",
      ],
      ["vfio: error no iommu_group for device", "no IOMMU group"],
      [
        "vfio: error reading %s: %m",
        "IOMMU group",
        "vfio: error reading ../../../kernel/iommu_groups/x: Invalid argument",
      ],
      ["vfio: failed to get group %d", "IOMMU group", "vfio: failed to get group 13"],
      [
        "vfio: error: device %s is already attached",
        "twice",
        "vfio: error: device 0000:01:00.0 is already attached",
      ],
      ["vfio: failed to get device %s", "IOMMU group", "vfio: failed to get device 0000:01:00.0"],
      ["vfio: Failed to read device config space", "registers"],
    ],
  },
  {
    source: "hw/vfio/common.c of QEMU 2.5",
    before,
    texts: [
      ["vfio: error opening %s: %m", "in use", "vfio: error opening /dev/vfio/13: Device or resource busy"],
      [
        "vfio: error opening %s: %m",
        "not bound to vfio-pci",
        "vfio: error opening /dev/vfio/13: No such file or directory",
      ],
      [
        "vfio: error getting group status: %m",
        "IOMMU group",
        "vfio: error getting group status: Invalid argument",
      ],
      [
        "vfio: error: group %d is not viable, please ensure all devices within the iommu_group are bound to their vfio bus driver.",
        "not viable",
        "vfio: error: group 13 is not viable, please ensure all devices within the iommu_group are bound to their vfio bus driver.",
      ],
      [
        "vfio: failed to open /dev/vfio/vfio: %m",
        "/dev/vfio/vfio",
        "vfio: failed to open /dev/vfio/vfio: No such file or directory",
      ],
      [
        "vfio: supported vfio version: %d, reported version: %d",
        "same time",
        "vfio: supported vfio version: 0, reported version: 1",
      ],
      [
        "vfio: failed to set group container: %m",
        "IOMMU",
        "vfio: failed to set group container: Invalid argument",
      ],
      [
        "vfio: failed to set iommu for container: %m",
        "interrupts",
        "vfio: failed to set iommu for container: Operation not permitted",
      ],
      [
        "vfio: failed to set iommu for container: %m",
        "IOMMU",
        "vfio: failed to set iommu for container: Bad address",
      ],
      ["vfio: No available IOMMU models", "vfio_iommu_type1"],
      ["vfio: memory listener initialization failed for container", "mapped"],
      [
        "vfio: failed to setup container for group %d",
        "IOMMU group 13",
        "vfio: failed to setup container for group 13",
      ],
      [
        "vfio: error getting device %s from group %d: %m",
        "IOMMU group 13",
        "vfio: error getting device 0000:01:00.0 from group 13: Input/output error",
      ],
      [
        "vfio: error getting device info: %m",
        "description",
        "vfio: error getting device info: Invalid argument",
      ],
      [
        "vfio: error disconnecting group %d from container",
        "IOMMU group",
        "vfio: error disconnecting group 13 from container",
      ],
      ["Failed to create KVM VFIO device: %m", "KVM", "Failed to create KVM VFIO device: No such device"],
      ["VFIO_MAP_DMA: %d", "locked memory", "VFIO_MAP_DMA: -12"],
      ["VFIO_MAP_DMA: %d", "can't reach", "VFIO_MAP_DMA: -22"],
      ["VFIO_UNMAP_DMA: %d", "DMA", "VFIO_UNMAP_DMA: -22"],
      [
        "vfio_dma_map(%p, 0x%lx, 0x%lx, %p) = %d (%m)",
        "free pages",
        "vfio_dma_map(0x7f8c5a2e1000, 0x0, 0x80000000, 0x7f8b40000000) = -14 (Bad address)",
      ],
    ],
  },
  {
    source: "hw/core/qdev.c, qdev-monitor.c of QEMU 2.5",
    before,
    texts: [
      ["Device initialization failed", "another line"],
      ["Device '%s' could not be initialized", "another line", "Device 'vfio-pci' could not be initialized"],
    ],
  },
];
