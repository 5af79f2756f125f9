import type { PrintedSource } from "./printed-text";

/** NVMe disks by VFIO, and the places and IOMMUs of the guest in QEMU. */
export const qemuGuest: readonly PrintedSource[] = [
  {
    source: "util/vfio-helpers.c: NVMe disks by VFIO",
    before: "qemu-system-x86_64: -drive file=nvme://0000:01:00.0/1,if=none: ",
    texts: [
      [
        "Failed to find iommu group sysfs path: %s",
        "no IOMMU group",
        "Failed to find iommu group sysfs path: No such file or directory",
      ],
      [
        "Failed to find iommu group sysfs path",
        "no IOMMU group",
        "Failed to find iommu group sysfs path: No such file or directory",
      ],
      ["Failed to find iommu group number", "no IOMMU group"],
      ["Failed to get BAR region info", "NVMe", "Failed to get BAR region info: Invalid argument"],
      ["Failed to map BAR region", "NVMe", "Failed to map BAR region: Invalid argument"],
      [
        "Failed to get device interrupt info",
        "NVMe",
        "Failed to get device interrupt info: Invalid argument",
      ],
      ["Device interrupt doesn't support eventfd", "NVMe"],
      ["Failed to setup device interrupt", "NVMe", "Failed to setup device interrupt: Invalid argument"],
      ["Failed to open /dev/vfio/vfio", "/dev/vfio/vfio", "Failed to open /dev/vfio/vfio: Permission denied"],
      ["Invalid VFIO version", "NVMe"],
      ["VFIO IOMMU check failed", "NVMe", "VFIO IOMMU check failed: Invalid argument"],
      ["VFIO IOMMU Type1 is not supported", "NVMe"],
      [
        "Failed to open VFIO group file: %s",
        "NVMe",
        "Failed to open VFIO group file: /dev/vfio/13: Device or resource busy",
      ],
      ["Failed to get VFIO group status", "NVMe", "Failed to get VFIO group status: Invalid argument"],
      ["VFIO group is not viable", "NVMe"],
      [
        "Failed to add group to VFIO container",
        "NVMe",
        "Failed to add group to VFIO container: Invalid argument",
      ],
      ["Failed to set VFIO IOMMU type", "NVMe", "Failed to set VFIO IOMMU type: Operation not permitted"],
      ["Failed to get IOMMU info", "NVMe", "Failed to get IOMMU info: Invalid argument"],
      ["Failed to get device fd", "NVMe", "Failed to get device fd: No such device"],
      ["Failed to get device info", "NVMe", "Failed to get device info: Invalid argument"],
      ["Invalid device regions", "NVMe"],
      ["Failed to get config region info", "NVMe", "Failed to get config region info: Invalid argument"],
      [
        "qemu_vfio_dma_map(%p, %zu) failed: ",
        "NVMe",
        "qemu_vfio_dma_map(0x7f2a40000000, 4096) failed: Cannot allocate memory",
      ],
      ["Device doesn't support NVMe command set", "NVMe"],
    ],
  },
  {
    source: "hw/pci/pci.c, pcie.c, msi.c, msix.c and system/qdev-monitor.c, hw/core/qdev.c",
    before: "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: ",
    texts: [
      [
        "PCI: no slot/function available for %s, all in use or reserved",
        "slot",
        "PCI: no slot/function available for vfio-pci, all in use or reserved",
      ],
      [
        "PCI: slot %d function %d not available for %s, reserved",
        "slot 2",
        "PCI: slot 2 function 0 not available for vfio-pci, reserved",
      ],
      [
        "PCI: slot %d function %d not available for %s, in use by %s,id=%s",
        "slot 2",
        "PCI: slot 2 function 0 not available for vfio-pci, in use by VGA,id=video0",
      ],
      [
        "PCI: slot %d function 0 already occupied by %s, new func %s cannot be exposed to guest.",
        "multifunction",
        "PCI: slot 0 function 0 already occupied by vfio-pci, new func vfio-pci cannot be exposed to guest.",
      ],
      [
        "PCI: single function device can't be populated in function %x.%x",
        "multifunction",
        "PCI: single function device can't be populated in function 2.1",
      ],
      [
        "PCI: %x.0 indicates single function, but %x.%x is already populated.",
        "multifunction",
        "PCI: 2.0 indicates single function, but 2.1 is already populated.",
      ],
      [
        "PCI: Only PCI/PCIe bridges can be plugged into %s",
        "root port",
        "PCI: Only PCI/PCIe bridges can be plugged into pxb-pcie",
      ],
      ["Bus '%s' does not support hotplugging", "plugged in", "Bus 'pcie.0' does not support hotplugging"],
      [
        "Device '%s' does not support hotplugging",
        "while the VM is off",
        "Device 'vfio-pci-nohotplug' does not support hotplugging",
      ],
      [
        "Unsupported PCI slot %d for standard hotplug controller. Valid slots are between %d and %d.",
        "plugged in",
        "Unsupported PCI slot 0 for standard hotplug controller. Valid slots are between 1 and 31.",
      ],
      [
        "Hot-unplug failed: unsupported by the port device '%s'",
        "while it runs",
        "Hot-unplug failed: unsupported by the port device 'ua-rp1'",
      ],
      ["Hot-unplug failed: guest is busy (power indicator blinking)", "guest"],
      [
        "Device %s is already in the process of unplug",
        "guest",
        "Device hostdev0 is already in the process of unplug",
      ],
      ['failed to find romfile "%s"', "VBIOS", 'failed to find romfile "/usr/share/vgabios/gpu.rom"'],
      ['romfile "%s" is empty', "VBIOS", 'romfile "/usr/share/vgabios/gpu.rom" is empty'],
      ['failed to load romfile "%s"', "VBIOS", 'failed to load romfile "/usr/share/vgabios/gpu.rom"'],
      [
        'romfile "%s" too large (size cannot exceed 2 GiB)',
        "VBIOS",
        'romfile "/usr/share/vgabios/gpu.rom" too large (size cannot exceed 2 GiB)',
      ],
      [
        'romfile "%s" (%u bytes) is too large for ROM size %u',
        "VBIOS",
        'romfile "/usr/share/vgabios/gpu.rom" (1048576 bytes) is too large for ROM size 131072',
      ],
      ["MSI-X is not supported by interrupt controller", "MSI"],
      ["MSI is not supported by interrupt controller", "MSI"],
      ["failover primary device must be on PCIExpress bus", "<teaming>"],
      ["failover primary device is not an Ethernet device", "<teaming>"],
      ["failover: primary device must be in its own PCI slot", "<teaming>"],
      ["Device with failover_pair_id needs to have id", "<teaming>"],
    ],
  },
  {
    source: "hw/i386/intel_iommu.c, amd_iommu.c, x86-iommu.c, hw/virtio/virtio-iommu.c, hw/arm/smmuv3.c",
    before: "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: ",
    texts: [
      [
        "We need to set caching-mode=on for intel-iommu to enable device assignment with IOMMU protection.",
        "caching_mode",
      ],
      ["Device assignment is not allowed without enabling caching-mode=on for Intel IOMMU.", "caching_mode"],
      ["device %02x.%02x.%x requires caching mode", "caching_mode", "device 00.03.0 requires caching mode"],
      ["aw-bits %d > host aw-bits %d", "aw_bits", "aw-bits 48 > host aw-bits 39"],
      ["Snoop Control with vhost or VFIO is not supported", "snoop-control"],
      [
        "device %02x.%02x.%x requires iommu notifier which is not currently supported",
        "IOMMU of its own",
        "device 00.03.0 requires iommu notifier which is not currently supported",
      ],
      [
        "device %02x.%02x.%x requires iommu MAP notifier which is not currently supported",
        "IOMMU of its own",
        "device 00.03.0 requires iommu MAP notifier which is not currently supported",
      ],
      [
        "virtio-iommu page mask 0x%lx is incompatible with mask 0x%lx",
        "granule",
        "virtio-iommu page mask 0xfffffffffffff000 is incompatible with mask 0x1000",
      ],
      [
        "virtio-iommu page mask 0x%lx does not match 0x%lx",
        "granule",
        "virtio-iommu page mask 0xfffffffffffff000 does not match 0xffffffffffff0000",
      ],
      [
        "Interrupt remapping is enabled in the guest but not in the host. Use intremap=on to enable interrupt remapping in amd-iommu.",
        "intremap",
      ],
      ["Intel Interrupt Remapping cannot work with kernel-irqchip=on, please use 'split|off'.", "ioapic"],
      ["eim=on cannot be selected without intremap=on", "intremap"],
      ["eim=on requires accel=kvm,kernel-irqchip=split", "ioapic"],
    ],
  },
];
