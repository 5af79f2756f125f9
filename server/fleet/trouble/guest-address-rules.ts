import { textTable } from "./text-table";

const guest = "(?<guest>[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-9a-f])";
const letChoose =
  "Take the <address type='pci' …/> below the device itself (not the one in <source>) out of the definition; libvirt then chooses a free one.";
const ports =
  "Add PCIe root ports to the definition (<controller type='pci' model='pcie-root-port'/>), one for each device that may be plugged in.";

/** Places of devices inside a VM (src/conf/domain_addr.c, src/qemu/qemu_domain_address.c; hw/pci/pci.c of QEMU). */
export const guestAddressRules = textTable([
  [
    `Attempted double use of PCI (?:Address|slot) ${guest.replace("\\.[0-9a-f]", "(?:\\.[0-9a-f])?")}`,
    "Two devices of this VM want the same address inside the guest: {guest}.",
    letChoose,
  ],
  [
    "PCI: slot (?<slot>\\d+) function (?<function>\\d+) (?:is )?(?:not available|already in use|already allocated)[^\\n]{0,40}? (?:in use|used|allocated) by (?<holder>[\\w-]+)|PCI: slot (?<slot2>\\d+) function (?<function2>\\d+) not available for (?<device>[\\w-]+), reserved",
    "Two devices of this VM want the same address inside the guest: slot {slot}{slot2}, function {function}{function2}.",
    `Give one of them another slot (addr=…). In a libvirt definition: ${letChoose}`,
  ],
  [
    `PCI: (?:slot \\d+ function 0 already occupied by|single function device can't be populated in function|[0-9a-f.]+ indicates single function, but)|PCI [Aa]ddress ${guest.replace("<guest>", "<function>")} [^\\n]{0,80}multifunction`,
    "Devices of this VM are to be functions of one card, and the first of them does not say so, or came too late.",
    "Set multifunction='on' at the address with function 0, and plug that one in last.",
  ],
  [
    `The device at PCI [Aa]ddress ${guest} (?:cannot be plugged into|requires|needs to be an integrated device|is unsuitable|was not|has unrecognized)|PCI [Aa]ddress ${guest.replace("<guest>", "<second>")}[^\\n]{0,60} (?:Device requires|requires hotplug)|Device requires a (?:PCI Express|standard PCI) slot, which is not provided by`,
    "A device of this VM is at an address inside the guest where a device of its kind can't be: {guest}{second}.",
    `${letChoose} A graphics card belongs on a PCIe root port of a Q35 machine.`,
  ],
  [
    `Invalid PCI address ${guest}\\.? |[Ii]nvalid PCI address (?:domain|bus|slot|function|0000:00:00)|Only PCI (?:buses|domain) [^\\n]{0,40}(?:available|supported)`,
    "A PCI address in this VM's definition can't be: there is no such bus, slot or function.",
    `Check the addresses of the devices. ${letChoose}`,
  ],
  [
    "No more available PCI (?:slots|addresses)|PCI: no slot/function available for|a PCI slot is needed to connect a PCI controller|Cannot automatically add a new PCI bus",
    "This VM has no PCI slot left for another device.",
    ports,
  ],
  [
    "Bus '(?<bus>[\\w.-]+)' does not support hotplugging|PCI controller with index='\\d+' doesn't support hotplug|slot is not hotpluggable|no slot to hotplug|Unsupported PCI slot \\d+ for standard hotplug controller|standard hotplug controller has been disabled|Device '[\\w-]+' does not support hotplugging",
    "The VM runs, and has no place where a device can be plugged in now.",
    `Attach the device while the VM is off. For the next time: ${ports}`,
  ],
  [
    "PCI: Only PCI/PCIe bridges can be plugged into (?<bus>[\\w.-]+)",
    "A device of this VM is plugged into {bus}, which takes ports alone.",
    `Put a PCIe root port into {bus}, and the device into that. ${ports}`,
  ],
  [
    "Bus '(?<bus>[\\w.-]+)' not found|Could not find PCI controller with index '(?<index>\\d+)'",
    "A device of this VM is to be plugged into {bus}{index}, and the VM has no such bus.",
    "Add the PCIe root port of this name or index, or take bus=… of the device (its <address> in a libvirt definition) away.",
  ],
]);
