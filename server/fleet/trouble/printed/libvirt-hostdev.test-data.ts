import type { PrintedSource } from "./printed-text";

const before = "internal error: ";

/** What libvirt prints of devices that VMs take and give back. Left out: debug, info, and other hypervisors. */
export const libvirtHostdev: readonly PrintedSource[] = [
  {
    source: "src/hypervisor/virhostdev.c (src/util/virhostdev.c before 6.1)",
    before: "Requested operation is not valid: ",
    texts: [
      ["device %s is not a PCI device", "network", "device 0000:01:00.0 is not a PCI device"],
      [
        "PCI device %s is in use by driver %s, domain %s",
        "VM gaming",
        "PCI device 0000:01:00.0 is in use by driver QEMU, domain gaming",
      ],
      ["PCI device %s is in use", "in use", "PCI device 0000:01:00.0 is in use"],
      [
        "Failed to reset PCI device: %s",
        "can't be reset",
        "Failed to reset PCI device: internal error: Unable to reset PCI device 0000:01:00.0: no FLR, PM reset or bus reset available",
      ],
      [
        "Failed to re-attach PCI device: %s",
        "host driver",
        "Failed to re-attach PCI device: Failed to unbind PCI device '0000:01:00.0' from vfio-pci: Device or resource busy",
      ],
      ["Interface type hostdev is currently supported on SR-IOV Virtual Functions only", "virtual function"],
      [
        "virtualport type %s is currently not supported on interfaces of type hostdev",
        "<virtualport>",
        "virtualport type 802.1Qbg is currently not supported on interfaces of type hostdev",
      ],
      [
        "direct setting of the vlan tag is not allowed for hostdev devices using %s mode",
        "VLAN",
        "direct setting of the vlan tag is not allowed for hostdev devices using 802.1Qbh mode",
      ],
      ["Non-endpoint PCI devices cannot be assigned to guests", "port"],
      ["PCI device %s is not assignable", "ACS", "PCI device 0000:01:00.0 is not assignable"],
      [
        "Unmanaged PCI device %s must be manually detached from the host",
        "still bound",
        "Unmanaged PCI device 0000:01:00.0 must be manually detached from the host",
      ],
      [
        "Failed to allocate PCI device list: %s",
        "no longer exists",
        "Failed to allocate PCI device list: Device 0000:01:00.0 not found: could not access /sys/bus/pci/devices/0000:01:00.0/config: No such file or directory",
      ],
      [
        "NVMe device %s already in use by driver %s domain %s",
        "in use",
        "NVMe device 0000:01:00.0 already in use by driver QEMU domain gaming",
      ],
      [
        "Suspicious NVMe disk assignment. PCI device %s is not an NVMe disk, it has %s driver",
        "NVMe",
        "Suspicious NVMe disk assignment. PCI device 0000:01:00.0 is not an NVMe disk, it has ahci driver",
      ],
      ["Failed to reattach NVMe for disk target: %s", "host", "Failed to reattach NVMe for disk target: vda"],
      [
        "NVMe device %s namespace %u is already on the list",
        "NVMe",
        "NVMe device 0000:01:00.0 namespace 1 is already on the list",
      ],
      [
        "USB device %s is in use by driver %s, domain %s",
        "VM gaming",
        "USB device 001:004 is in use by driver QEMU, domain gaming",
      ],
      ["USB device %s is already in use", "in use", "USB device 001:004 is already in use"],
      [
        "Multiple USB devices for %x:%x, use <address> to specify one",
        "same model",
        "Multiple USB devices for 46d:c52b, use <address> to specify one",
      ],
      [
        "Multiple USB devices for %x:%x were found, but none of them is at bus:%u device:%u",
        "same model",
        "Multiple USB devices for 46d:c52b were found, but none of them is at bus:1 device:4",
      ],
      ["Did not find USB device %04x:%04x", "not plugged in", "Did not find USB device 046d:c52b"],
      [
        "Did not find USB device bus:%u device:%u",
        "not plugged in",
        "Did not find USB device bus:1 device:4",
      ],
      [
        "Did not find USB device %04x:%04x bus:%u device:%u",
        "not plugged in",
        "Did not find USB device 046d:c52b bus:1 device:4",
      ],
      ["SCSI host device doesn't support managed mode", "managed"],
      [
        "SCSI device %s is already in use by other domain(s) as '%s'",
        "not shared",
        "SCSI device 0:0:1:0 is already in use by other domain(s) as 'shareable'",
      ],
      [
        "hostdev mode 'capabilities' is not supported in %s",
        "kind",
        "hostdev mode 'capabilities' is not supported in QEMU",
      ],
      ["no host device manager defined", "restart"],
    ],
  },
  {
    source: "src/util/virmdev.c and src/node_device/node_device_driver.c",
    before,
    texts: [
      [
        "failed to read '%s'",
        "vGPU",
        "failed to read '/sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01/mdev_type/device_api': No such file or directory",
      ],
      ["device API '%s' not supported yet", "another kind", "device API 'vfio-foo' not supported yet"],
      [
        "invalid device API '%s' for device %s: device only supports '%s'",
        "another kind",
        "invalid device API 'vfio-ccw' for device /sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01: device only supports 'vfio-pci'",
      ],
      [
        "mediated device '%s' not found",
        "is not there",
        "mediated device '4b20d080-1b54-4048-85b3-a6a62d165c01' not found",
      ],
      [
        "failed to access '%s'",
        "vGPU",
        "failed to access '/sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01/iommu_group': No such file or directory",
      ],
      [
        "failed to resolve '%s'",
        "vGPU",
        "failed to resolve '/sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01/iommu_group': No such file or directory",
      ],
      [
        "device %s is already in use",
        "vGPU",
        "device /sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01 is already in use",
      ],
      [
        "mediated device %s is in use by driver %s, domain %s",
        "VM gaming",
        "mediated device /sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01 is in use by driver QEMU, domain gaming",
      ],
      [
        "Unable to start mediated device: %s",
        "vGPU",
        "Unable to start mediated device: Write: No space left on device",
      ],
      ["Unable to create mediated device", "vGPU"],
      [
        "no node device with matching name '%s'",
        "does not exist",
        "no node device with matching name 'pci_0000_01_00_1'",
      ],
      [
        "no node device with matching name '%s'",
        "does not exist",
        "no node device with matching name 'mdev_4b20d080_1b54_4048_85b3_a6a62d165c01_0000_01_00_0'",
      ],
      [
        "no node device with matching name '%s'",
        "does not exist",
        "no node device with matching name 'usb_1_4'",
      ],
    ],
  },
  {
    source: "src/security/security_dac.c, security_selinux.c, src/util/viriommufd.c",
    before: "Requested operation is not valid: ",
    texts: [
      [
        "Setting different DAC user or group on %1$s which is already in use",
        "another VM",
        "Setting different DAC user or group on /dev/vfio/13 which is already in use",
      ],
      [
        "Setting different SELinux label on %s which is already in use",
        "another VM",
        "Setting different SELinux label on /dev/vfio/13 which is already in use",
      ],
      [
        "unable to set user and group to '%ld:%ld' on '%s'",
        "libvirt may not change",
        "unable to set user and group to '64055:130' on '/dev/vfio/13': Operation not permitted",
      ],
      [
        "unable to set security context '%s' on '%s'",
        "libvirt may not change",
        "unable to set security context 'system_u:object_r:svirt_image_t:s0:c1,c2' on '/dev/vfio/13': Operation not permitted",
      ],
      ["cannot open IOMMUFD device", "/dev/iommu", "cannot open IOMMUFD device: No such file or directory"],
      [
        "failed to set memory accounting for iommufd",
        "locked memory",
        "failed to set memory accounting for iommufd: Operation not permitted",
      ],
      ["IOMMUFD is not supported on this platform", "/dev/iommu"],
    ],
  },
];
