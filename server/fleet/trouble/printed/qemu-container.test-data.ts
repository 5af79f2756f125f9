import type { PrintedSource } from "./printed-text";

const before = "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: vfio 0000:01:00.0: ";

/** How QEMU takes devices and their groups. Left out: traces, and hw_error of its own faults. */
export const qemuContainer: readonly PrintedSource[] = [
  {
    source: "hw/vfio/device.c, helpers.c",
    before,
    texts: [
      [
        "Failed to %s %s eventfd signaling for interrupt %s-%d: VFIO_DEVICE_SET_IRQS failure",
        "interrupt line",
        "Failed to set up TRIGGER eventfd signaling for interrupt INTX-0: VFIO_DEVICE_SET_IRQS failure: Device or resource busy",
      ],
      [
        "Failed to %s %s eventfd signaling for interrupt %s-%d: VFIO_DEVICE_SET_IRQS failure",
        "MSIX",
        "Failed to set up TRIGGER eventfd signaling for interrupt MSIX-3: VFIO_DEVICE_SET_IRQS failure: No space left on device",
      ],
      [
        "Failed to %s %s eventfd signaling for interrupt %s-%d: VFIO_DEVICE_SET_IRQS failure",
        "wanting it back",
        "Failed to tear down TRIGGER eventfd signaling for interrupt REQ-0: VFIO_DEVICE_SET_IRQS failure: Invalid argument",
      ],
      [
        "Failed to %s %s eventfd signaling for interrupt index %d-%d: VFIO_DEVICE_SET_IRQS failure",
        "interrupt",
        "Failed to set up TRIGGER eventfd signaling for interrupt index 5-0: VFIO_DEVICE_SET_IRQS failure: Invalid argument",
      ],
      ["no such host device", "no device at this address", "no such host device: No such file or directory"],
      ["Use FD passing only with iommufd backend", "iommufd"],
      ["vfio device with fd=%d needs an id property", "id=", "vfio device with fd=23 needs an id property"],
      [
        "Could not parse remote object fd %s:",
        "descriptor",
        "Could not parse remote object fd vfio0:Parameter 'fd' expects a fd",
      ],
      ["Failed to create KVM VFIO device", "KVM", "Failed to create KVM VFIO device: No such device"],
      [
        "Failed to add fd %d to KVM VFIO device",
        "KVM",
        "group ID 13: Failed to add fd 32 to KVM VFIO device: Bad file descriptor",
      ],
      ["KVM VFIO device isn't created yet", "KVM"],
      [
        "Failed to remove fd %d from KVM VFIO device",
        "KVM",
        "group ID 13: Failed to remove fd 32 from KVM VFIO device: Invalid argument",
      ],
    ],
  },
  {
    source: "hw/vfio/common.c, container.c, container-legacy.c",
    before,
    texts: [
      [
        "Failed to add group %d to KVM VFIO device: %m",
        "KVM",
        "Failed to add group 13 to KVM VFIO device: Invalid argument",
      ],
      [
        "Failed to remove group %d from KVM VFIO device: %m",
        "KVM",
        "Failed to remove group 13 from KVM VFIO device: Invalid argument",
      ],
      [
        "group %d used in multiple address spaces",
        "IOMMU group 13",
        "group 13 used in multiple address spaces",
      ],
      ["failed to open /dev/vfio/%d", "in use", "failed to open /dev/vfio/13: Device or resource busy"],
      [
        "Could not open '%s'",
        "not bound to vfio-pci",
        "Could not open '/dev/vfio/13': No such file or directory",
      ],
      ["Could not open '%s'", "not bound to vfio-pci", "Could not open '/dev/vfio/13': No such device"],
      ["failed to open /dev/vfio/%d", "max_files", "failed to open /dev/vfio/13: Too many open files"],
      ["failed to get group %d status", "IOMMU group", "failed to get group 13 status: Invalid argument"],
      ["group %d is not viable", "not viable", "group 13 is not viable"],
      [
        "No available IOMMU models",
        "vfio_iommu_type1",
        "failed to setup container for group 13: No available IOMMU models",
      ],
      [
        "Failed to set group container",
        "IOMMU group 13",
        "failed to setup container for group 13: Failed to set group container: Invalid argument",
      ],
      [
        "Failed to set group container",
        "IOMMU group 13",
        "failed to setup container for group 13: Failed to set group container: Operation not permitted",
      ],
      [
        "Failed to set iommu for container",
        "interrupts",
        "failed to setup container for group 13: Failed to set iommu for container: Operation not permitted",
      ],
      [
        "Failed to get VFIO IOMMU info",
        "IOMMU group",
        "failed to setup container for group 13: Failed to get VFIO IOMMU info: Invalid argument",
      ],
      [
        "Cannot set discarding of RAM broken",
        "virtio-mem",
        "failed to setup container for group 13: Cannot set discarding of RAM broken: Device or resource busy",
      ],
      [
        "vfio: error disconnecting group %d from container",
        "IOMMU group",
        "vfio: error disconnecting group 13 from container",
      ],
      [
        "supported vfio version: %d, reported version: %d",
        "same time",
        "failed to setup container for group 13: supported vfio version: 0, reported version: 1",
      ],
      [
        "failed to setup container for group %d: ",
        "IOMMU group 13",
        "failed to setup container for group 13: Bad address",
      ],
      [
        "error getting device from group %d",
        "IOMMU group 13",
        "error getting device from group 13: No such device",
      ],
      [
        "Verify all devices in group %d are bound to vfio-<bus> or pci-stub and not already in use",
        "IOMMU group 13",
        "Verify all devices in group 13 are bound to vfio-<bus> or pci-stub and not already in use",
      ],
      ["error getting device info", "description", "error getting device info: Invalid argument"],
      ["Inconsistent setting of support for discarding RAM (e.g., balloon) within group", "virtio-mem"],
      [
        "CPR does not support vfio mdev %s",
        "can't be",
        "CPR does not support vfio mdev 4b20d080-1b54-4048-85b3-a6a62d165c01",
      ],
    ],
  },
];
