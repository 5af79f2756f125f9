import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

/**
 * What a definition or a command asks of a device, and can't have (src/conf/domain_validate.c, src/qemu/qemu_validate.c,
 * qemu_hotplug.c, src/hypervisor/virhostdev.c of libvirt; hw/vfio/pci.c and the IOMMU models of QEMU).
 */
export const definitionRules = textTable([
  [
    `Hostdev already exists in the domain configuration|device is already in the domain configuration|(?:target pci device|Device) ${addressPattern} (?:already exists|is already in use)|device is already attached`,
    "{address} is attached to this VM twice.",
    "Take one of both out of the definition or the command.",
  ],
  [
    `host pci device ${addressPattern} not found|device not found: no host device in domain`,
    "{address} is not among the devices of this VM.",
    "Check the VM's Hardware page: it was detached already, or has another address.",
  ],
  [
    `no such host device|No provided host device`,
    "{address} is not there: the host has no device at this address.",
    "Check the host's devices. A card that moved is found there, and can be attached again.",
  ],
  [
    "'vfio-pci' is not a valid device (?:model )?name|Device 'vfio-pci' not found|VFIO PCI device assignment is not supported by this version of (?:QEMU|qemu)",
    "The host's QEMU is built without VFIO, so it can't pass devices through.",
    "Install the distribution's full QEMU (Debian: qemu-system-x86), or check that <emulator> names the right one.",
  ],
  [
    "Property '(?:vfio-pci(?:-nohotplug)?)\\.(?<property>[\\w-]+)' not found",
    "The host's QEMU knows no property “{property}” of devices that are given to a VM.",
    "Take it out of the definition (among <qemu:arg>) or the command, or install a newer QEMU.",
  ],
  [
    "pci backend driver '(?<driver>\\w+)' is not supported|host doesn't support legacy PCI passthrough|invalid PCI passthrough type '(?<old>\\w+)'",
    "Devices can be passed through by VFIO alone, and this definition names another way, or the host's VFIO is not loaded.",
    "Set <driver name='vfio'/> of the device, or leave it out, and load vfio-pci (“modprobe vfio-pci”). Without an IOMMU it does not help: check the host's readiness.",
  ],
  [
    "(?:PCI|USB|SCSI|mediated) host devices? must use '\\w+'|Unsupported address type '[\\w-]+' with(?: mediated)? device",
    "A host device in this VM's definition has an address of the wrong kind for the guest.",
    "Take the <address type='…'/> below the device itself (not the one in <source>) out of the definition; libvirt then chooses one.",
  ],
  // hw/i386/intel_iommu.c, amd_iommu.c and hw/vfio/pci.c: a VM with an IOMMU of its own.
  [
    "caching-mode=on for (?:intel-iommu|Intel IOMMU)|[Dd]evice assignment is not allowed without enabling caching-mode=on",
    "This VM has an Intel IOMMU of its own, which does not tell QEMU what the guest maps for its devices.",
    "Set caching_mode='on' (and intremap='on') in the <driver> of the VM's IOMMU device.",
  ],
  [
    "device (?<device>[0-9a-f:.]+) with (?:Address Space )?(?:notifier|map)[^\\n]{0,60}(?:amd-iommu|currently not supported)|amd-iommu[^\\n]{0,60}(?:not supported|notifier)|(?:IOMMU|iommu)[^\\n]{0,40}requires? (?:caching|notifier) mode",
    "This VM has an IOMMU of its own of a kind that can't be used together with devices of the host.",
    "Use the Intel model with caching_mode='on', or remove the IOMMU device from the VM.",
  ],
  [
    `(?:aw-bits (?<wanted>\\d+) > host aw-bits (?<host>\\d+))`,
    "The VM's own IOMMU has wider addresses than the host's, so {address} can't be used behind it.",
    "Set aw_bits in the <driver> of the VM's IOMMU device to {host}.",
  ],
  [
    `(?:x-balloon-allowed only potentially compatible with mdev devices|Inconsistent setting of support for discarding RAM|Cannot set discarding of RAM broken)`,
    "{address} needs all of the VM's memory to stay, and a device of the VM gives memory back (virtio-mem, a balloon, or x-balloon-allowed).",
    "Take virtio-mem, free page reporting of the balloon or x-balloon-allowed out of the VM.",
  ],
  [
    "chardev 'spicevmc' not supported without spice graphics|USB redirection is not supported without spice",
    "The VM has a channel or USB redirection of SPICE, and no SPICE display any more.",
    "Take the devices of type spicevmc (the channel and <redirdev>) out of the definition along with the display.",
  ],
  [
    `invalid PCI (?:subsystem )?(?:vendor|device) ID provided`,
    "The definition gives {address} another vendor or model number that can't be.",
    "Check x-pci-vendor-id and its like among <qemu:arg>: numbers of four digits, 0x at the front, and not 0xffff.",
  ],
  [
    "Property 'vfio-pci\\.host' doesn't take value '(?<value>[^'\\n]{0,60})'",
    "The command names a device of the host in a form that QEMU does not know: {value}.",
    "Write it as lspci does: host=0000:01:00.0 (domain, bus, device, function).",
  ],
  [
    "<hostdev> attribute '(?:display|ramfb)'|ramfb is not supported|[Oo]nly one [^\\n]{0,40}ramfb|[Mm]ultiple [^\\n]{0,40}ramfb",
    "The definition asks for a picture of a device (display or ramfb) that this kind of device, or this QEMU, does not have.",
    "Only one vGPU of a VM can have ramfb, and only vGPUs a picture in the console: take the attribute away from the others.",
  ],
  [
    "No 'PCI' bus found for device 'vfio-pci[\\w-]*'",
    "The VM's machine type has no PCI, so it can't have PCI devices of the host.",
    "Use a machine type with PCI: q35, pc, or microvm with pcie=on.",
  ],
]);
