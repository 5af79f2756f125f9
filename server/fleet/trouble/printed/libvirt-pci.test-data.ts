import type { PrintedSource } from "./printed-text";

const before = "internal error: ";

/** What libvirt prints of PCI devices; since 9.3 its conversions have places (%1$s). Left out: debug, info, VPD, s390's. */
export const libvirtPci: readonly PrintedSource[] = [
  {
    source: "src/util/virpci.c",
    before,
    texts: [
      [
        "Failed to open config space file '%s'",
        "registers",
        "Failed to open config space file '/sys/bus/pci/devices/0000:01:00.0/config': Permission denied",
      ],
      [
        "Device %s is behind a switch lacking ACS and cannot be assigned",
        "ACS",
        "Device 0000:01:00.0 is behind a switch lacking ACS and cannot be assigned",
      ],
      [
        "Active %s devices on bus with %s, not doing bus reset",
        "whole bus",
        "Active 0000:01:00.1 devices on bus with 0000:01:00.0, not doing bus reset",
      ],
      ["Failed to find parent device for %s", "port", "Failed to find parent device for 0000:01:00.0"],
      [
        "Failed to read PCI config space for %s",
        "registers",
        "Failed to read PCI config space for 0000:01:00.0",
      ],
      [
        "Failed to restore PCI config space for %s",
        "registers",
        "Failed to restore PCI config space for 0000:01:00.0",
      ],
      [
        "Invalid attempt to reset PCI device %s. Only PCI endpoint devices can be reset",
        "port",
        "Invalid attempt to reset PCI device 0000:01:00.0. Only PCI endpoint devices can be reset",
      ],
      ["Not resetting active device %s", "running VM", "Not resetting active device 0000:01:00.0"],
      [
        "Unable to reset PCI device %s: %s",
        "can't be reset",
        "Unable to reset PCI device 0000:01:00.0: no FLR, PM reset or bus reset available",
      ],
      ["Failed to load PCI stub module %s", "modprobe vfio-pci", "Failed to load PCI stub module vfio-pci"],
      [
        "Failed to load PCI stub module %s: administratively prohibited",
        "blacklist vfio-pci",
        "Failed to load PCI stub module vfio-pci: administratively prohibited",
      ],
      [
        "Failed to load PCI driver module %1$s",
        "modprobe mlx5_vfio_pci",
        "Failed to load PCI driver module mlx5_vfio_pci",
      ],
      [
        "Failed to load PCI driver module %1$s: administratively prohibited",
        "blacklist vfio-pci",
        "Failed to load PCI driver module vfio-pci: administratively prohibited",
      ],
      [
        "Failed to unbind PCI device '%s' from %s",
        "nvidia",
        "Failed to unbind PCI device '0000:01:00.0' from nvidia: Device or resource busy",
      ],
      [
        "Failed to trigger a probe for PCI device '%s'",
        "another driver",
        "Failed to trigger a probe for PCI device '0000:01:00.0': Invalid argument",
      ],
      [
        "Failed to add driver '%s' to driver_override  interface of PCI device '%s'",
        "another driver",
        "Failed to add driver 'vfio-pci' to driver_override  interface of PCI device '0000:01:00.0': No such file or directory",
      ],
      [
        "Failed to add driver '%1$s' to driver_override interface of PCI device '%2$s'",
        "another driver",
        "Failed to add driver 'vfio-pci' to driver_override interface of PCI device '0000:01:00.0': No such file or directory",
      ],
      [
        "Failed to bind PCI device '%s' to %s",
        "another driver",
        "Failed to bind PCI device '0000:01:00.0' to vfio-pci: Device or resource busy",
      ],
      [
        "Failed to bind PCI device '%s' to %s",
        "of a kind",
        "Failed to bind PCI device '0000:01:00.0' to vfio-pci: Invalid argument",
      ],
      [
        "Failed to add PCI device ID '%s' to %s",
        "another driver",
        "Failed to add PCI device ID '10de 2204' to vfio-pci: File exists",
      ],
      [
        "Failed to remove PCI ID '%s' from %s",
        "another driver",
        "Failed to remove PCI ID '10de 2204' from vfio-pci: No such device",
      ],
      [
        "Failed to add slot for PCI device '%s' to %s",
        "another driver",
        "Failed to add slot for PCI device '0000:01:00.0' to vfio-pci: No such device",
      ],
      [
        "No stub driver configured for PCI device %s",
        "no driver",
        "No stub driver configured for PCI device 0000:01:00.0",
      ],
      [
        "Unknown stub driver configured for PCI device %s",
        "no driver",
        "Unknown stub driver configured for PCI device 0000:01:00.0",
      ],
      ["Attempting to use unknown stub driver", "no driver"],
      ["Not detaching active device %s", "running VM", "Not detaching active device 0000:01:00.0"],
      ["Not reattaching active device %s", "running VM", "Not reattaching active device 0000:01:00.0"],
      [
        "Device %s not found: could not access %s",
        "no longer exists",
        "Device 0000:01:00.0 not found: could not access /sys/bus/pci/devices/0000:01:00.0/config: No such file or directory",
      ],
      [
        "Failed to read product/vendor ID for %s",
        "registers",
        "Failed to read product/vendor ID for 0000:01:00.0",
      ],
      ["Device %s is already in use", "twice", "Device 0000:01:00.0 is already in use"],
      [
        "Unable to resolve device %s iommu_group symlink %s",
        "IOMMU group",
        "Unable to resolve device 0000:01:00.0 iommu_group symlink /sys/bus/pci/devices/0000:01:00.0/iommu_group",
      ],
      [
        "device %s iommu_group symlink %s has invalid group number %s",
        "IOMMU group",
        "device 0000:01:00.0 iommu_group symlink /sys/bus/pci/devices/0000:01:00.0/iommu_group has invalid group number x",
      ],
      [
        "Invalid device %s iommu_group file %s is not a symlink",
        "IOMMU group",
        "Invalid device 0000:01:00.0 iommu_group file /sys/bus/pci/devices/0000:01:00.0/iommu_group is not a symlink",
      ],
      [
        "Unknown PCI header type '%d' for device '%s'",
        "does not respond",
        "Unknown PCI header type '127' for device '0000:01:00.0'",
      ],
      [
        "Unknown PCI header type '%d' for device '%s'",
        "registers",
        "Unknown PCI header type '3' for device '0000:01:00.0'",
      ],
      [
        "Invalid PCI address bus='0x%x', must be <= 0xFF",
        "can't be",
        "Invalid PCI address bus='0x100', must be <= 0xFF",
      ],
      [
        "Invalid PCI address slot='0x%x', must be <= 0x1F",
        "can't be",
        "Invalid PCI address slot='0x20', must be <= 0x1F",
      ],
      [
        "Invalid PCI address function=0x%x, must be <= 7",
        "can't be",
        "Invalid PCI address function=0x8, must be <= 7",
      ],
      ["Invalid PCI address 0000:00:00, at least one of domain, bus, or slot must be > 0", "can't be"],
      ["Failed to parse PCI config address '%s'", "can't be", "Failed to parse PCI config address 'x'"],
      [
        "pci device %s is not a PCI-Express device",
        "Nothing needs to be done",
        "pci device 0000:01:00.0 is not a PCI-Express device",
      ],
      [
        "Failed to get SRIOV function from device link '%s'",
        "virtual function",
        "Failed to get SRIOV function from device link '/sys/bus/pci/devices/0000:01:00.0/virtfn0'",
      ],
      [
        "Could not find any network device under PCI device at %s",
        "network",
        "Could not find any network device under PCI device at /sys/bus/pci/devices/0000:01:00.0",
      ],
      [
        "The PF device for VF %s has no network device name, cannot get virtual function info",
        "network card",
        "The PF device for VF /sys/bus/pci/devices/0000:01:10.0 has no network device name, cannot get virtual function info",
      ],
    ],
  },
];
