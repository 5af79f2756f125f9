import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

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
    "Failed to free id: \\d+",
    "The kernel still holds something of what QEMU had set up for its devices (iommufd); it goes when QEMU ends.",
    "Nothing needs to be done.",
  ],
  [
    `Failed to remove vfio ioeventfd for ${addressPattern}`,
    "A shortcut for what the guest writes to {address} often could not be taken away again; at worst that is slow.",
    "Nothing needs to be done.",
  ],
  // hw/vfio of QEMU: what follows another line
  [
    "failed to get group \\d+|(?:vfio[^\\n]{0,40}): failed to get device|failed to read \\S*/iommu_groups/|[Ff]ailed to get VFIO IOMMU info|error getting group status|error disconnecting group \\d+",
    "{address} could not be taken out of its IOMMU group: another line, or the host's kernel log, says why.",
    "Check the lines above this one and the host's kernel log (dmesg). Reserve the whole group for VMs on the Passthrough page, and check whether another VM has it.",
  ],
]);
