import type { RealText } from "./real-texts.test-data";

const name = "GeForce RTX 3090 (0000:01:00.0)";

/** What libvirt says of devices that a VM is given (virpci.c, virhostdev.c, domain_addr.c and their neighbours). */
export const libvirtTexts: readonly RealText[] = [
  {
    source: "src/locking/lock_daemon.c",
    text: "resource busy: Lockspace resource '9f4d1c' is locked",
    says: ["locked", "another host"],
  },
  {
    source: "src/locking/lock_driver_sanlock.c",
    text: "resource busy: Failed to acquire lock: Lease is held by another host",
    says: ["locked", "another host", "two minutes"],
  },
  {
    source: "src/locking/lock_driver_lockd.c",
    text: "Failed to connect socket to '/run/libvirt/virtlockd-sock': No such file or directory",
    says: ["virtlockd", "systemctl start virtlockd.socket"],
  },
  {
    source: "src/locking/lock_driver_sanlock.c",
    text: "internal error: Failed to open socket to sanlock daemon: Connection refused",
    says: ["sanlock", "wdmd"],
  },
  {
    source: "virHostdevPreparePCIDevicesImpl",
    text: "Requested operation is not valid: PCI device 0000:01:00.0 is not assignable",
    says: [name, "ACS", "slot", "relaxed_acs_check"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "virPCIDeviceIsAssignable",
    text: "internal error: Device 0000:01:00.0 is behind a switch lacking ACS and cannot be assigned",
    says: [name, "ACS", "relaxed_acs_check"],
  },
  {
    source: "virPCIDeviceTrySecondaryBusReset",
    text: "internal error: Unable to reset PCI device 0000:01:00.0: internal error: Active 0000:07:02.0 devices on bus with 0000:01:00.0, not doing bus reset",
    says: [name, "82540EM (0000:07:02.0)", "whole bus"],
    devices: ["0000:01:00.0", "0000:07:02.0"],
  },
  {
    source: "virPCIDeviceReattach",
    text: "internal error: Not reattaching active device 0000:01:00.0",
    says: [name, "running VM"],
  },
  {
    source: "virPCIDeviceBindToStub; github.com/kubevirt/kubevirt/issues/17642",
    text: "internal error: Failed to bind PCI device '0000:01:00.0' to vfio-pci: Invalid argument",
    says: [name, "vfio-pci", "refused"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "virPCIProbeStubDriver",
    text: "internal error: Failed to load PCI stub module vfio-pci",
    says: ["vfio-pci", "modprobe"],
  },
  {
    source: "virPCIProbeStubDriver",
    text: "internal error: Failed to load PCI stub module vfio-pci: administratively prohibited",
    says: ["vfio-pci", "blacklist vfio-pci"],
  },
  {
    source: "virHostdevPreparePCIDevicesImpl",
    text: "internal error: Non-endpoint PCI devices cannot be assigned to guests",
    says: ["port"],
  },
  {
    source: "virPCIDeviceListAdd",
    text: "internal error: Device 0000:01:00.0 is already in use",
    says: [name, "twice"],
  },
  {
    source: "virDomainDefValidate",
    text: "XML error: Hostdev already exists in the domain configuration",
    says: ["twice"],
  },
  {
    source: "virHostdevGetPCIHostDevice; github.com/clearlinux/distribution/issues/2889",
    text: "unsupported configuration: pci backend driver 'default' is not supported",
    says: ["VFIO", "modprobe vfio-pci"],
  },
  {
    source: "virDomainPCIAddressReserveAddrInternal",
    text: "XML error: Attempted double use of PCI Address 0000:04:00.0",
    says: ["Two devices", "inside the guest", "0000:04:00.0"],
    devices: [],
  },
  {
    source: "virDomainPCIAddressFlagsCompatible",
    text: "XML error: The device at PCI address 0000:02:01.0 cannot be plugged into the PCI controller with index='2'. It requires a controller that accepts a pcie-root-port.",
    says: ["0000:02:01.0", "guest"],
    devices: [],
  },
  {
    source: "virDomainPCIAddressValidate",
    text: "XML error: Invalid PCI address 0000:09:00.0. Only PCI buses up to 6 are available",
    says: ["no such bus"],
    devices: [],
  },
  {
    source: "virDomainPCIAddressGetNextAddr",
    text: "internal error: No more available PCI slots",
    says: ["no PCI slot left", "pcie-root-port"],
  },
  {
    source: "virMediatedDeviceNew",
    text: "device not found: mediated device '4b20d080-1b54-4048-85b3-a6a62d165c01' not found",
    says: ["4b20d080-1b54-4048-85b3-a6a62d165c01", "mdevctl"],
  },
  {
    source: "virMediatedDeviceIsUsed",
    text: "Requested operation is not valid: mediated device /sys/bus/mdev/devices/4b20d080-1b54-4048-85b3-a6a62d165c01 is in use by driver QEMU, domain win10",
    says: ["VM win10", "Shut down win10"],
  },
  {
    source: "virHostdevSaveNetConfig",
    text: "unsupported configuration: Interface type hostdev is currently supported on SR-IOV Virtual Functions only",
    says: ["virtual function"],
  },
  {
    source: "virPCIGetVirtualFunctionInfo",
    text: "internal error: The PF device for VF /sys/bus/pci/devices/0000:03:10.0 has no network device name, cannot get virtual function info",
    says: ["virtual function", "MAC"],
  },
  {
    source: "virHostdevMarkUSBDevices",
    text: "Requested operation is not valid: USB device 001:005 is in use by driver QEMU, domain win10",
    says: ["001:005", "VM win10"],
  },
  {
    source: "virUSBDeviceFindByVendor; github.com/virt-manager/virt-manager/issues/168",
    text: "internal error: Did not find USB device 046d:c52b",
    says: ["046d:c52b", "not plugged in"],
  },
  {
    source: "virHostdevFindUSBDevice",
    text: "operation failed: Multiple USB devices for 46d:c52b, use <address> to specify one",
    says: ["46d:c52b", "same model"],
  },
  {
    source: "virNVMeDeviceListAdd",
    text: "internal error: NVMe device 0000:01:00.0 namespace 1 is already on the list",
    says: ["NVMe disk", "0000:01:00.0"],
  },
  {
    source: "qemuMigrationSrcIsAllowedHostdev",
    text: "Requested operation is not valid: domain has assigned non-USB host devices",
    says: ["can't be moved, saved"],
  },
  {
    source: "qemuMigrationSrcIsAllowedHostdev of libvirt 9",
    text: "Requested operation is not valid: cannot migrate a domain with <hostdev mode='subsystem' type='pci'>",
    says: ["can't be moved, saved"],
  },
  {
    source: "qemuValidateDomainChrDef; github.com/BigAnteater/KVM-GPU-Passthrough/issues/16",
    text: "unsupported configuration: chardev 'spicevmc' not supported without spice graphics",
    says: ["SPICE", "spicevmc"],
  },
  {
    source: "virNetDevBridgeCreate",
    text: "error creating bridge interface virbr2: File exists",
    says: ["virbr2", "ip link delete"],
  },
];
