import type { PrintedSource } from "./printed-text";

const before = "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: vfio 0000:01:00.0: ";
const atRuntime = "qemu-system-x86_64: ";

/** How QEMU maps memory for devices, and iommufd. Left out: traces, hw_error of its own faults, and POWER's windows. */
export const qemuMemory: readonly PrintedSource[] = [
  {
    source: "hw/vfio/common.c and listener.c, memory",
    before: atRuntime,
    texts: [
      ["VFIO_MAP_DMA failed: %s", "locked memory", "VFIO_MAP_DMA failed: Cannot allocate memory"],
      ["VFIO_MAP_DMA failed: %s", "DMA", "VFIO_MAP_DMA failed: File exists"],
      ["VFIO_UNMAP_DMA failed: %s", "DMA", "VFIO_UNMAP_DMA failed: Invalid argument"],
      [
        "VFIO_UNMAP_DMA with DIRTY_BITMAP : %m",
        "saved or moved",
        "VFIO_UNMAP_DMA with DIRTY_BITMAP : Invalid argument",
      ],
      ["UNMAP: Size of bitmap too big 0x%lx", "saved or moved", "UNMAP: Size of bitmap too big 0x10000000"],
      [
        "Container %p can't map guest IOVA region 0x%lx..0x%lx",
        "can't reach",
        "Container 0x55f1a2c3d4e0 can't map guest IOVA region 0x0..0xffffffffffff",
      ],
      [
        "vfio: IOMMU container %p can't map guest IOVA region 0x%lx..0x%lx",
        "can't reach",
        "vfio: IOMMU container 0x55f1a2c3d4e0 can't map guest IOVA region 0x8000000000..0x80ffffffff",
      ],
      [
        'Wrong target AS "%s", only system memory is allowed',
        "guest's driver",
        'Wrong target AS "none", only system memory is allowed',
      ],
      ["iommu map to non memory area %lx", "guest's driver", "iommu map to non memory area fee00000"],
      [
        "iommu map to discarded memory (e.g., unplugged via virtio-mem): %lx",
        "virtio-mem",
        "iommu map to discarded memory (e.g., unplugged via virtio-mem): 140000000",
      ],
      ["iommu has granularity incompatible with target AS", "guest's driver"],
      [
        "Using vfio with vIOMMUs and coordinated discarding of RAM (e.g., virtio-mem) works, however, malicious",
        "Nothing needs to be done",
      ],
      [
        "vfio_dma_map(%p, 0x%lx, 0x%lx, %p) = %d (%m)",
        "locked memory",
        "vfio_dma_map(0x55d0b2c3a4f0, 0x0, 0x80000000, 0x7f2a40000000) = -12 (Cannot allocate memory)",
      ],
      [
        "vfio_container_dma_map(%p, 0x%lx, 0x%lx, %p) = %d (%s)",
        "can't reach",
        "vfio_container_dma_map(0x55d0b2c3a4f0, 0x383800000000, 0x10000000, 0x7f2a40000000) = -22 (Invalid argument)",
      ],
      [
        "vfio_dma_unmap(%p, 0x%lx, 0x%lx) = %d (%m)",
        "DMA",
        "vfio_dma_unmap(0x55d0b2c3a4f0, 0xfffff000, 0x1000) = -22 (Invalid argument)",
      ],
      [
        "vfio_container_dma_unmap(%p, 0x%lx, 0x%lx) = %d (%s)",
        "DMA",
        "vfio_container_dma_unmap(0x55d0b2c3a4f0, 0xfffff000, 0x1000) = -22 (Invalid argument)",
      ],
      [
        "%s: vfio_dma_unmap() failed: %s",
        "DMA",
        "vfio_ram_discard_notify_discard: vfio_dma_unmap() failed: Invalid argument",
      ],
      [
        "%s: vfio_container_dma_unmap() failed: %s",
        "DMA",
        "vfio_ram_discard_notify_discard: vfio_container_dma_unmap() failed: Invalid argument",
      ],
      [
        "%s: possibly running out of DMA mappings. E.g., try increasing the 'block-size' of virtio-mem devies.",
        "DMA mappings",
        "vfio_ram_discard_register_listener: possibly running out of DMA mappings. E.g., try increasing the 'block-size' of virtio-mem devies.",
      ],
      [
        "%s received unaligned region %s iova=0x%lx offset_within_region=0x%lx qemu_real_host_page_size=0x%lx",
        "TPM",
        "vfio_listener_valid_section received unaligned region tpm-crb-cmd iova=0xfed40080 offset_within_region=0x0 qemu_real_host_page_size=0x1000",
      ],
      ["%s received unaligned region", "TPM", "vfio_listener_region_add received unaligned region"],
      [
        'Region "%s" 0x%lx size=0x%lx is not aligned to 0x%lx and cannot be mapped for DMA',
        "each other's memory",
        'Region "0000:01:00.0 BAR 3 mmaps[0]" 0xfe000400 size=0xc00 is not aligned to 0x1000 and cannot be mapped for DMA',
      ],
      ["failed to vfio_dma_map. pci p2p may not work", "each other's memory"],
      [
        "%s: PCI peer-to-peer transactions on BARs are not supported.",
        "each other's memory",
        "0000:01:00.0: PCI peer-to-peer transactions on BARs are not supported.",
      ],
      [
        "memory listener initialization failed: ",
        "locked memory",
        "vfio 0000:01:00.0: failed to setup container for group 13: memory listener initialization failed: Region pc.ram: vfio_dma_map(0x55d0b2c3a4f0, 0x0, 0x80000000, 0x7f2a40000000) = -12 (Cannot allocate memory)",
      ],
      [
        "memory listener initialization failed for container",
        "mapped",
        "vfio 0000:01:00.0: failed to setup container for group 13: memory listener initialization failed for container: Bad address",
      ],
      ["vfio: DMA mapping failed, unable to continue", "DMA"],
      [
        "vfio: DMA mapping failed, unable to continue",
        "DMA",
        "qemu: hardware error: vfio: DMA mapping failed, unable to continue",
      ],
    ],
  },
  {
    source: "hw/vfio/iommufd.c",
    before,
    texts: [
      [
        "error bind device fd=%d to iommufd=%d",
        "remap interrupts",
        "error bind device fd=27 to iommufd=12: Operation not permitted",
      ],
      [
        "error bind device fd=%d to iommufd=%d",
        "something else has it",
        "error bind device fd=27 to iommufd=12: Device or resource busy",
      ],
      [
        "couldn't open directory %s",
        "not bound to vfio-pci",
        "couldn't open directory /sys/bus/pci/devices/0000:01:00.0/vfio-dev: No such file or directory",
      ],
      ["failed to find vfio-dev/vfioX/dev", "not bound to vfio-pci"],
      [
        'failed to load "%s"',
        "not bound to vfio-pci",
        'failed to load "/sys/bus/pci/devices/0000:01:00.0/vfio-dev/vfio0/dev"',
      ],
      [
        'failed to get major:minor for "%s"',
        "not bound to vfio-pci",
        'failed to get major:minor for "/sys/bus/pci/devices/0000:01:00.0/vfio-dev/vfio0/dev"',
      ],
      ["Failed to open %s", "/dev/vfio/devices/vfio0", "Failed to open /dev/vfio/devices/vfio0"],
      [
        "[iommufd=%d] error attach %s (%d) to id=%d",
        "did not take",
        "[iommufd=12] error attach 0000:01:00.0 (27) to id=2: Operation not permitted",
      ],
      [
        "[iommufd=%d] error attach %s (%d) to id=%d",
        "did not take",
        "[iommufd=12] error attach VFIO_FD27 (27) to id=2: Invalid argument",
      ],
      ["detach %s failed", "IOMMU", "detach 0000:01:00.0 failed: Invalid argument"],
      [
        "IOMMU instance for device %s doesn't support dirty tracking",
        "Nothing needs to be done",
        "IOMMU instance for device 0000:01:00.0 doesn't support dirty tracking",
      ],
      ["Cannot get IOVA ranges", "IOMMU", "Cannot get IOVA ranges: Invalid argument"],
      [
        "Cannot set discarding of RAM broken",
        "virtio-mem",
        "Cannot set discarding of RAM broken: Device or resource busy",
      ],
      [
        "vfio: Cannot reset device %s, depends on device %04x:%02x:%02x.%x which is not owned.",
        "reset together",
        "vfio: Cannot reset device 0000:01:00.0, depends on device 0000:01:00.1 which is not owned.",
      ],
    ],
  },
  {
    source: "backends/iommufd.c",
    before,
    texts: [
      ["/dev/iommu opening failed", "/dev/iommu"],
      ["Could not open '%s'", "/dev/iommu", "Could not open '/dev/iommu': No such file or directory"],
      ["Failed to allocate ioas", "IOMMU", "Failed to allocate ioas: Cannot allocate memory"],
      [
        "Failed to free id: %u %m",
        "Nothing needs to be done",
        "Failed to free id: 3 Device or resource busy",
      ],
      ["IOMMU_IOAS_MAP failed: %m", "mapped", "IOMMU_IOAS_MAP failed: Cannot allocate memory"],
      [
        "IOMMU_IOAS_MAP failed: %m, PCI BAR?",
        "each other's memory",
        "IOMMU_IOAS_MAP failed: Bad address, PCI BAR?",
      ],
      ["IOMMU_IOAS_UNMAP failed: %m", "IOMMU", "IOMMU_IOAS_UNMAP failed: Invalid argument"],
      ["Failed to allocate hwpt", "IOMMU", "Failed to allocate hwpt: Operation not supported"],
      [
        "IOMMU_HWPT_SET_DIRTY_TRACKING(hwpt_id %u) failed",
        "saved or moved",
        "IOMMU_HWPT_SET_DIRTY_TRACKING(hwpt_id 2) failed: Invalid argument",
      ],
      [
        "IOMMU_HWPT_GET_DIRTY_BITMAP (iova: 0x%lx size: 0x%lx) failed",
        "saved or moved",
        "IOMMU_HWPT_GET_DIRTY_BITMAP (iova: 0x0 size: 0x80000000) failed: Invalid argument",
      ],
      ["Failed to get hardware info", "IOMMU", "Failed to get hardware info: Operation not supported"],
      ["IOMMU_HWPT_INVALIDATE failed", "IOMMU", "IOMMU_HWPT_INVALIDATE failed: Invalid argument"],
      ["IOMMU_VIOMMU_ALLOC failed", "IOMMU", "IOMMU_VIOMMU_ALLOC failed: Operation not supported"],
      ["IOMMU_VDEVICE_ALLOC failed", "IOMMU", "IOMMU_VDEVICE_ALLOC failed: Operation not supported"],
    ],
  },
];
