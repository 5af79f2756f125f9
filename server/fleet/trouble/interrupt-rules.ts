import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

const shareFix =
  "Find the other one: “Flags mismatch irq” in the host's kernel log names it, and /proc/interrupts has all of the line. Take its driver away (or reserve that device as well), put the card into another slot, or have the guest use message-signalled interrupts (MSI).";
const vectors =
  "End VMs or devices that use many of them (network cards with many queues), or turn on x2APIC and interrupt remapping in the firmware setup.";

/** Interrupts of a device that is given to a VM (hw/vfio/pci.c and device.c of QEMU, kernel/irq). */
export const interruptRules = textTable([
  // kernel/irq/manage.c: __setup_irq; the names are vfio_pci_intrs.c's and the other driver's.
  [
    `Flags mismatch irq (?<line>\\d+)\\. [0-9a-f]+ \\(vfio-intx\\(${addressPattern}\\)\\) vs\\. [0-9a-f]+ \\((?<holder>[^)\\n]{1,60})\\)`,
    "{address} needs its interrupt line {line} for itself, and the host's {holder} has it.",
    "Take the driver {holder} away (or reserve its device for VMs as well), put the card into another slot, or have the guest use message-signalled interrupts (MSI).",
  ],
  [
    `Failed to set up TRIGGER eventfd signaling for interrupt INTX-0: VFIO_DEVICE_SET_IRQS failure: Device or resource busy`,
    "{address} needs its interrupt line for itself, and another device of the host has it.",
    shareFix,
  ],
  [
    `(?:vfio: Error: )?[Ff]ailed to setup INTx fd`,
    "{address} could not be given its interrupt line: most likely another device of the host has it.",
    shareFix,
  ],
  [
    `Failed to (?:(?:set up|tear down) \\w+ eventfd signaling for interrupt (?:ERR|REQ)-|set up (?:error|device request) notification|de-assign (?:error|device request) fd)`,
    "QEMU will not be told of errors of {address}, or of the host wanting it back. The VM runs all the same.",
    "Nothing needs to be done for a device of old PCI. Else the host's kernel log (dmesg) says why.",
  ],
  [
    `Failed to (?:set up|tear down) \\w+ eventfd signaling for interrupt (?<kind>[\\w ]+)-\\d+`,
    "The host could not set up the interrupt {kind} of {address} for the VM: it has none left, or the device does not take it.",
    `${vectors} The host's kernel log (dmesg) says which it is.`,
  ],
  [
    `(?:vfio: )?(?:Error: )?(?:[Ff]ailed to (?:setup MSI fds|enable MSI\\b|enable \\d+ MSI vectors|enable vectors, -?\\d+|modify vector))`,
    "The host could not give the VM all interrupts (MSI) of {address}.",
    vectors,
  ],
  [
    `(?:vfio: )?(?:Error: )?[Ff]ailed to (?:setup resample irqfd|setup INTx unmask fd|disable INTx irqfd)`,
    "KVM did not take over the interrupt line of {address}, so that QEMU has to pass each interrupt on itself, which is slow.",
    "Have the guest use message-signalled interrupts (MSI), or check that the host's KVM and QEMU are of about the same time.",
  ],
  [
    "event_notifier_init (?:failed|eoi)|Unable to init event notifier for",
    "The VM's QEMU has no more files left to open, so that interrupts of its devices can't be set up.",
    "Raise max_files in /etc/libvirt/qemu.conf (or “ulimit -n”), and restart libvirt.",
  ],
  [
    `hardware reports invalid configuration, MSIX PBA outside of specified BAR|table & pba overlap, or they don't fit in BARs`,
    "{address} says of its own interrupt table (MSI-X) what can't be: it is lost, or its firmware is wrong.",
    "Power the host off and on again. If it stays so, update the device's firmware; QEMU's x-msix-relocation=bar2 may get around it.",
  ],
  [
    `(?:vfio: )?(?:msix?_init failed|failed to read PCI MSIX (?:FLAGS|TABLE|PBA)|failed reading MSI PCI_CAP_FLAGS|msix_set_vector_notifiers failed)`,
    "The interrupt table (MSI) of {address} can't be set up: the device answers wrongly, or not at all.",
    "Power the host off and on again, and check its kernel log (dmesg).",
  ],
  [
    "MSI(?:-X)? is not supported by interrupt controller",
    "This VM's machine has no message-signalled interrupts (MSI), so {address} works with its interrupt line alone, which is slow.",
    "Use the machine type q35 (or pc) with KVM.",
  ],
  [
    `No automatic MSI-X relocation available for device|Invalid MSI-X relocation BAR \\d`,
    "The interrupt table (MSI-X) of {address} can't be moved to where the definition wants it (x-msix-relocation).",
    "Name another BAR (x-msix-relocation=bar2, for example) that is no I/O port and not the upper half of another, or take it out of the command; automatic it is for no device.",
  ],
  // kernel/irq/spurious.c: the first of both lines is the cause of the second.
  [
    "irq (?<line>\\d+): nobody cared",
    "Nobody on the host answered the interrupt line {line}, so the kernel switches it off, and what else hangs on it with it.",
    "A device of a VM without MSI shares the line: put the card into another slot, have the guest use MSI, or try vfio_pci.nointxmask=1 on the kernel command line.",
  ],
  [
    "can't derive routing for PCI INT [A-D]|PCI INT [A-D]: (?:no GSI|failed to register GSI)",
    "The firmware gives {address} no interrupt line, so that it works with message-signalled interrupts (MSI) alone.",
    "Nothing needs to be done where the guest's driver uses MSI; else update the firmware, or use another slot.",
  ],
]);
