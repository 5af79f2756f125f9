import type { PrintedSource } from "./printed-text";

/** What libvirt refuses of a change of a VM, of places in it, and of network cards. */
export const libvirtChange: readonly PrintedSource[] = [
  {
    source: "src/qemu/qemu_hotplug.c",
    before: "operation failed: ",
    texts: [
      [
        "hotplug is not supported for hostdev mode '%s'",
        "plugged",
        "hotplug is not supported for hostdev mode 'capabilities'",
      ],
      [
        "hotplug is not supported for hostdev subsys type '%s'",
        "plugged",
        "hotplug is not supported for hostdev subsys type 'scsi_host'",
      ],
      [
        "hot unplug is not supported for hostdev mode '%s'",
        "while it runs",
        "hot unplug is not supported for hostdev mode 'capabilities'",
      ],
      [
        "target pci device %.4x:%.2x:%.2x.%.1x already exists",
        "twice",
        "target pci device 0000:01:00.0 already exists",
      ],
      ["host pci device %04x:%02x:%02x.%d not found", "not among", "host pci device 0000:01:00.0 not found"],
      ["host usb device %03d.%03d not found", "not among", "host usb device 001.004 not found"],
      [
        "host usb device vendor=0x%.4x product=0x%.4x not found",
        "not among",
        "host usb device vendor=0x046d product=0xc52b not found",
      ],
      [
        "host scsi device %s:%u:%u.%llu not found",
        "not among",
        "host scsi device scsi_host0:0:1.0 not found",
      ],
      [
        "mediated device '%s' not found",
        "vGPU",
        "mediated device '4b20d080-1b54-4048-85b3-a6a62d165c01' not found",
      ],
      [
        "cannot hot unplug %s device with multifunction PCI guest address: %04x:%02x:%02x.%d",
        "functions",
        "cannot hot unplug hostdev device with multifunction PCI guest address: 0000:05:00.0",
      ],
      [
        "cannot hot unplug %s device with PCI guest address: %04x:%02x:%02x.%d - controller not found",
        "while it runs",
        "cannot hot unplug hostdev device with PCI guest address: 0000:05:00.0 - controller not found",
      ],
      [
        "cannot hot unplug %s device with PCI guest address: %04x:%02x:%02x.%d - not allowed by controller",
        "while it runs",
        "cannot hot unplug hostdev device with PCI guest address: 0000:05:00.0 - not allowed by controller",
      ],
      ["cannot modify network device guest PCI address", "guest"],
      ["Unplug of device was rejected by the guest", "guest"],
      ["Unable to remove host device cgroup ACL on hotplug fail", "Nothing needs to be done"],
      ["Unable to restore host device labelling on hotplug fail", "Nothing needs to be done"],
      ["Failed to remove host device cgroup ACL", "Nothing needs to be done"],
      ["Failed to restore host device labelling", "Nothing needs to be done"],
      ["Unable to remove host device from /dev", "Nothing needs to be done"],
    ],
  },
  {
    source: "src/conf/domain_addr.c, device_conf.c",
    before: "XML error: ",
    texts: [
      [
        "Attempted double use of PCI Address %s",
        "0000:05:00.0",
        "Attempted double use of PCI Address 0000:05:00.0",
      ],
      [
        "Attempted double use of PCI slot %s (may need \"multifunction='on'\" for device on function 0)",
        "0000:05:00",
        "Attempted double use of PCI slot 0000:05:00 (may need \"multifunction='on'\" for device on function 0)",
      ],
      [
        "The device at PCI address %s cannot be plugged into the PCI controller with index='%d'. It requires a controller that accepts a %s.",
        "can't be",
        "The device at PCI address 0000:05:00.0 cannot be plugged into the PCI controller with index='5'. It requires a controller that accepts a PCI Express device.",
      ],
      [
        "The device at PCI address %s requires hotplug capability, but the PCI controller with index='%d' doesn't support hotplug",
        "can't be",
        "The device at PCI address 0000:05:00.0 requires hotplug capability, but the PCI controller with index='0' doesn't support hotplug",
      ],
      [
        "The device at PCI address %s needs to be an integrated device (bus=0)",
        "can't be",
        "The device at PCI address 0000:05:00.0 needs to be an integrated device (bus=0)",
      ],
      [
        "Invalid PCI address %s. Only PCI domain 0 is available",
        "can't be",
        "Invalid PCI address 0001:05:00.0. Only PCI domain 0 is available",
      ],
      [
        "Invalid PCI address %s. Only PCI buses up to %zu are available",
        "can't be",
        "Invalid PCI address 0000:2f:00.0. Only PCI buses up to 9 are available",
      ],
      [
        "Invalid PCI address %s. slot must be >= %zu",
        "can't be",
        "Invalid PCI address 0000:00:00.0. slot must be >= 1",
      ],
      [
        "Invalid PCI address %s. slot must be <= %zu",
        "can't be",
        "Invalid PCI address 0000:05:01.0. slot must be <= 0",
      ],
      [
        "Invalid PCI address %s. function must be <= %u",
        "can't be",
        "Invalid PCI address 0000:05:00.8. function must be <= 7",
      ],
      ["No more available PCI slots", "no PCI slot"],
      ["No PCI buses available", "no PCI"],
      [
        "a PCI slot is needed to connect a PCI controller model='%s', but none is available, and it cannot be automatically added",
        "no PCI slot",
        "a PCI slot is needed to connect a PCI controller model='pcie-root-port', but none is available, and it cannot be automatically added",
      ],
    ],
  },
  {
    source: "src/qemu/qemu_migration.c, domain_conf.c (ABI)",
    before: "Requested operation is not valid: ",
    texts: [
      ["domain has assigned non-USB host devices", "can't be moved"],
      ["domain has assigned host devices", "can't be moved"],
      ["cannot migrate a domain with <hostdev mode='capabilities'>", "can't be moved"],
      [
        "cannot migrate a domain with <hostdev mode='subsystem' type='%s'>",
        "can't be moved",
        "cannot migrate a domain with <hostdev mode='subsystem' type='pci'>",
      ],
      [
        "Target domain host device count %zu does not match source %zu",
        "other devices",
        "Target domain host device count 0 does not match source 1",
      ],
      [
        "Target host device mode %s does not match source %s",
        "other devices",
        "Target host device mode capabilities does not match source subsystem",
      ],
      [
        "Target host device subsystem %s does not match source %s",
        "other devices",
        "Target host device subsystem usb does not match source pci",
      ],
      [
        "Target device PCI address %04x:%02x:%02x.%ddoes not match source %04x:%02x:%02x.%d",
        "other devices",
        "Target device PCI address 0000:05:00.0does not match source 0000:06:00.0",
      ],
      ["Target domain IOMMU device count does not match source", "other devices"],
    ],
  },
  {
    source: "src/util/virnetdev.c",
    before: "internal error: ",
    texts: [
      ["missing IFLA_VF_INFO in netlink response", "virtual functions"],
      [
        "couldn't find IFLA_VF_INFO for VF %d in netlink response",
        "virtual functions",
        "couldn't find IFLA_VF_INFO for VF 3 in netlink response",
      ],
      [
        "Cannot set interface MAC/vlanid to %s/%d for ifname %s vf %d",
        "virtual function 3",
        "Cannot set interface MAC/vlanid to 52:54:00:11:22:33/100 for ifname enp1s0f0 vf 3: Operation not permitted",
      ],
      [
        "Cannot set interface MAC to %s for ifname %s vf %d",
        "virtual function 3",
        "Cannot set interface MAC to 52:54:00:11:22:33 for ifname enp1s0f0 vf 3: Operation not permitted",
      ],
      [
        "Unable to configure VF %d of PF '%s' because the PF is not online. Please change host network config to put the PF online.",
        "ip link set",
        "Unable to configure VF 3 of PF 'enp1s0f0' because the PF is not online. Please change host network config to put the PF online.",
      ],
      [
        "admin MAC can only be set for SR-IOV VFs, but %s is not a VF",
        "virtual function",
        "admin MAC can only be set for SR-IOV VFs, but enp1s0f0 is not a VF",
      ],
      [
        "vlan can only be set for SR-IOV VFs, but %s is not a VF",
        "virtual function",
        "vlan can only be set for SR-IOV VFs, but enp1s0f0 is not a VF",
      ],
      ["vlan trunking is not supported by SR-IOV network devices", "VLAN"],
      [
        "VF %d of PF '%s' is not bound to a net driver, so its MAC address cannot be set to %s",
        "MAC",
        "VF 3 of PF 'enp1s0f0' is not bound to a net driver, so its MAC address cannot be set to 52:54:00:11:22:33",
      ],
      ["'%s' is not a VF device", "virtual function", "'0000:02:00.0' is not a VF device"],
    ],
  },
];
