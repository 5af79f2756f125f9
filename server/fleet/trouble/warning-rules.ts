import { addressPattern } from "./device-words";
import { otherDevice, textTable } from "./text-table";

/** What is said along the way and keeps no VM from running (hw/vfio/pci.c of QEMU, vfio_pci_config.c of the kernel). */
export const warningRules = textTable([
  [
    `Could not enable error recovery for the device`,
    "{address} can't tell QEMU of errors on its link. That is so for vGPUs and old devices, and keeps nothing from running.",
    "Nothing needs to be done for this line. If the VM does not start, another line says why.",
  ],
  [
    `vfio_(?:e?cap)_init: hiding e?cap`,
    "The kernel hides a capability of {address} from the VM that a guest must not use. That is as it should be.",
    "Nothing needs to be done.",
  ],
  [
    "unknown length for PCI e?cap 0x|PCI config conflict @0x",
    "{address} has a capability that the kernel does not know, or two at one place, so it shows the VM less of it. That keeps nothing from running.",
    "Nothing needs to be done.",
  ],
  [
    `IOMMU instance for device ${addressPattern} doesn't support dirty tracking|warning: [^\\n]{0,60}VFIO dirty page tracking`,
    "The IOMMU can't tell which memory {address} writes. That matters only for moving a running VM.",
    "Nothing needs to be done.",
  ],
  [
    "received unaligned region|Using vfio with vIOMMUs and coordinated discarding of RAM",
    "A part of the VM's memory is not shown to its devices. That is so with a TPM and keeps nothing from running.",
    "Nothing needs to be done for this line. If the VM does not start, another line says why.",
  ],
  [
    `not ready \\d+ms after (?<reset>[\\w -]{1,40}); waiting`,
    "{address} has not come back yet from the {reset}; the kernel waits for it, up to a minute.",
    "Wait. If “giving up” follows: power the host off and on again; a reboot alone may not bring the device back.",
  ],
  [
    "(?:Unable to|Failed to) (?:remove host device (?:cgroup ACL|from /dev)|restore host device labelling)",
    "libvirt could not take back all rights to a device that a VM does not have any more. That keeps nothing from running.",
    "Nothing needs to be done.",
  ],
  [
    `pci device ${addressPattern} is not a PCI-Express device`,
    "{address} is of old PCI, so libvirt can't tell its link. That keeps nothing from running.",
    "Nothing needs to be done.",
  ],
  [
    `Captured SR-IOV VF ${otherDevice} driver_override`,
    "The kernel keeps a new virtual function of {address} for VMs, as the card itself is: {other}.",
    "Nothing needs to be done.",
  ],
  [
    "Masking broken INTx support|Hardware bug: VF reports bogus INTx pin",
    "{address} has no interrupt line that works, so the kernel hides it and the device works with message-signalled interrupts (MSI) alone.",
    "Nothing needs to be done where the guest's driver uses MSI.",
  ],
  [
    "irq bypass producer \\((?:token|eventfd) [0-9a-f]+\\) registration fails",
    "Interrupts of {address} don't go straight to the guest (posted interrupts), which is a little slow.",
    "Nothing needs to be done. With AMD's AVIC or Intel's posted interrupts, check that the host's kernel is up to date.",
  ],
  [
    "invalid VPD tag 0x|VPD access failed|vpd r/w failed",
    "The product data (VPD) of {address} can't be read. That keeps nothing from running, unless the device does not respond at all.",
    "Nothing needs to be done for this line alone.",
  ],
  [
    "invalid BAR \\(can't size\\)",
    "The kernel can't tell how large one of the BARs of {address} is: its registers can't be right.",
    "Nothing needs to be done where the device works all the same. Else power the host off and on again, and update its firmware.",
  ],
  [
    "pciehp: Timeout on hotplug command",
    "The PCIe port {address} does not confirm what the kernel tells its slot. Many ports don't, and it keeps nothing from running.",
    "Nothing needs to be done.",
  ],
  [
    "AMD-Vi: Unable to read/write to IOMMU perf counter",
    "The counters of the IOMMU can't be used. That keeps nothing from running.",
    "Nothing needs to be done.",
  ],
  [
    "Disabling IOMMU for graphics on this chipset",
    "The IOMMU is off for the integrated graphics of this chipset, as it is faulty there, so that the graphics can't be passed through.",
    "Nothing needs to be done for other devices.",
  ],
  [
    "Failed to free id: \\d+",
    "The kernel still holds something of what QEMU had set up for its devices (iommufd); it goes when QEMU ends.",
    "Nothing needs to be done.",
  ],
  [
    `Failed to remove vfio ioeventfd for ${addressPattern}`,
    "A shortcut for what the guest writes to {address} often could not be taken away again; at worst that is slow.",
    "Nothing needs to be done.",
  ],
  // hw/core/qdev.c of QEMU: what follows another line
  [
    "(?:Device 'vfio-pci[\\w-]*' could not be initialized|vfio-pci[^\\n]{0,200}: Device initialization failed)",
    "{address} could not be given to the VM: another line says why.",
    "Explain the lines above this one, and the host's kernel log (dmesg).",
  ],
  // hw/vfio of QEMU: what follows another line
  [
    "failed to get group \\d+|(?:vfio[^\\n]{0,40}): failed to get device|(?:failed to read|error reading) \\S*/iommu_groups/|Failed to get VFIO IOMMU info|error getting group status|error disconnecting group \\d+",
    "{address} could not be taken out of its IOMMU group: another line, or the host's kernel log, says why.",
    "Check the lines above this one and the host's kernel log (dmesg). Reserve the whole group for VMs on the Passthrough page, and check whether another VM has it.",
  ],
  // arch/x86/kernel/cpu/bus_lock.c, arch/x86/kvm/x86.c, drivers/pci/vgaarb.c
  [
    "split lock detection: #(?:AC|DB): (?<who>[^\\n]{1,40}?) took a (?:split_lock|bus_lock) trap",
    "A program of the guest locks memory across two cache lines, and the host slows it down for that ({who}): games and old drivers stutter by it.",
    "Nothing is broken. If the VM stutters, boot the host with split_lock_detect=off, or set kernel.split_lock_mitigate=0 by sysctl.",
  ],
  [
    "(?:ignored|unhandled|vcpu\\d+,? [^\\n]{0,40}) (?:rd|wr)msr: 0x[0-9a-f]+",
    "The guest asked for a register of the CPU that KVM does not have, and KVM passed it over.",
    "Nothing needs to be done while the guest runs. Where Windows stops with a blue screen, load kvm with ignore_msrs=1.",
  ],
  [
    "changed VGA decodes|vgaarb: (?:VGA decodes changed|deactivate vga console)",
    "The kernel notes which graphics card has the VGA addresses, as {address} changes hands. That is as it should be.",
    "Nothing needs to be done.",
  ],
]);
