import { addressPattern } from "./device-words";
import { orDevice, textTable } from "./text-table";

/**
 * What a definition or a command asks of a device, and can't have (src/conf/domain_validate.c, src/qemu/qemu_validate.c,
 * qemu_hotplug.c, src/hypervisor/virhostdev.c of libvirt; hw/vfio/pci.c and pci-quirks.c of QEMU).
 */
export const definitionRules = textTable([
  [
    `Hostdev already exists in the domain configuration|device is already in the domain configuration|(?:target pci device|Device) ${addressPattern} (?:already exists|is already in use)|device (?:${orDevice} )?is already attached`,
    "{address} is attached to this VM twice.",
    "Take one of both out of the definition or the command.",
  ],
  [
    `host pci device ${addressPattern} not found|host (?:usb|scsi) device [^\\n]{1,60} not found|device not found: no host device in domain`,
    "{address} is not among the devices of this VM.",
    "Check the VM's Hardware page: it was detached already, or has another address.",
  ],
  [
    `no such host device(?:: (?:\\S{0,40}/)?${addressPattern})?|No provided host device`,
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
    "(?:PCI|USB|SCSI|SCSI_host|mediated) host devices? must use '\\w+'|Unsupported address type '[\\w-]+' with(?: mediated)? device",
    "A host device in this VM's definition has an address of the wrong kind for the guest.",
    "Take the <address type='…'/> below the device itself (not the one in <source>) out of the definition; libvirt then chooses one.",
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
    `invalid PCI (?:subsystem )?(?:vendor|device) ID provided|invalid PCI class code provided`,
    "The definition gives {address} another vendor, model or class number that can't be.",
    "Check x-pci-vendor-id and its like among <qemu:arg>: numbers of four digits (six for the class), 0x at the front, and not 0xffff.",
  ],
  [
    "Property 'vfio-pci\\.host' doesn't take value '(?<value>[^'\\n]{0,60})'",
    "The command names a device of the host in a form that QEMU does not know: {value}.",
    "Write it as lspci does: host=0000:01:00.0 (domain, bus, device, function).",
  ],
  [
    "<hostdev> attribute '(?:display|ramfb)'|display property of device vfio-pci is not supported|ramfb is not supported|[Oo]nly one [^\\n]{0,40}ramfb|[Mm]ultiple [^\\n]{0,40}ramfb",
    "The definition asks for a picture of a device (display or ramfb) that this kind of device, or this QEMU, does not have.",
    "Only one vGPU of a VM can have ramfb, and only vGPUs a picture in the console: take the attribute away from the others.",
  ],
  [
    "x-ramfb-migrate(?:=on but ramfb=off| requires enable-migration)",
    "The command asks for the picture of {address} to be moved with its VM (x-ramfb-migrate), which takes ramfb=on and enable-migration=on.",
    "Take x-ramfb-migrate out of the definition (<qemu:arg>) or the command, or switch both on for this vGPU.",
  ],
  [
    "NVIDIA GPUDirect (?:Clique ID: |cap: )|x-nv-gpudirect-clique: valid range for",
    "{address} can't be put into a group of NVIDIA cards that copy directly to each other (x-nv-gpudirect-clique): it is no graphics card of NVIDIA's, or the number can't be.",
    "Take x-nv-gpudirect-clique away, or give cards of NVIDIA's a number from 0 to 15.",
  ],
  [
    "Write filtering of PCI device configuration space is not supported",
    "libvirt can't keep the guest from writing some registers of a device (writeFiltering), as this VM's definition asks: only Xen does.",
    "Take writeFiltering='…' out of the <source> of the device.",
  ],
  [
    "booting from assigned devices is not supported",
    "The VM is to boot from a device of the host that it can't boot from.",
    "Take <boot order='…'/> out of this <hostdev>.",
  ],
  [
    "ROM tuning is only supported for PCI devices",
    "The definition gives a VBIOS (<rom>) to a device that is no PCI device.",
    "Take <rom …/> out of that device.",
  ],
  [
    "Missing <source> element in hostdev|unknown hostdev mode '|hostdev mode '[^'\\n]{1,40}' is not supported|unknown host device source (?:address )?type|[Mm]issing 'model' attribute in mediated device|'model' attribute in <hostdev> is only supported|Setting startupPolicy is only allowed for USB|(?:sgio|rawio) is only supported for scsi host device|Failed to parse PCI config address",
    "A <hostdev> in this VM's definition is of a kind that can't be, or lacks a part: an element or attribute of it belongs to another kind of device.",
    "Compare it with libvirt's manual: <hostdev mode='subsystem' type='pci|usb|scsi|mdev'> with a <source> that holds the <address>, and a model for mdev alone. Attaching the device again writes it anew.",
  ],
  [
    `PCI device '?${addressPattern}'? can only be listed once in network`,
    "{address} is listed twice in a network of libvirt's.",
    "Take one of both out of the network's <forward>.",
  ],
  [
    "bandwidth settings are not supported for hostdev interfaces",
    "A network interface that is a virtual function can't be limited by libvirt (<bandwidth>): its packets don't pass the host.",
    "Take <bandwidth> out of it; the card itself may limit it (“ip link set … vf … max_tx_rate”).",
  ],
  [
    "cannot modify network device guest PCI address",
    "The address of a network interface inside the guest can't be changed while the VM runs.",
    "Shut the VM down and change it then.",
  ],
  [
    "SCSI host device doesn't support managed mode",
    "A SCSI device of the host can't be managed by libvirt (managed='yes').",
    "Take managed='yes' out of its <hostdev>.",
  ],
  [
    "no host device manager defined",
    "libvirt has nothing that keeps account of the host's devices: it could not make its folder below /run/libvirt/hostdevmgr.",
    "Check the rights and free room of /run/libvirt, and restart libvirt.",
  ],
  [
    "No 'PCI' bus found for device 'vfio-pci[\\w-]*'|No PCI buses available",
    "The VM's machine type has no PCI, so it can't have PCI devices of the host.",
    "Use a machine type with PCI: q35, pc, or microvm with pcie=on.",
  ],
]);
