import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

const named = `(?:nvme://${addressPattern}[^\\n]{0,200}: )?`;
const setUp =
  "The NVMe disk {address} could not be given to the VM (nvme://): the kernel or the disk refused it.";

/** NVMe disks that QEMU drives itself, by VFIO (util/vfio-helpers.c and block/nvme.c of QEMU). */
export const nvmeRules = textTable([
  [
    `${named}Failed to find iommu group (?:sysfs path|number)`,
    "The NVMe disk {address} is in no IOMMU group, so the VM can't have it (nvme://).",
    "Turn on the IOMMU (VT-d, AMD-Vi or SMMU) in the firmware setup and on the kernel command line, then reboot the host; check its address.",
  ],
  [
    `${named}(?:Failed to open VFIO group file|VFIO group is not viable|Failed to get VFIO group status|Failed to get device fd)`,
    "The NVMe disk {address} is not free for the VM (nvme://): it, or another device of its IOMMU group, is bound to a host driver or in use.",
    "Reserve the whole group for VMs on the Passthrough page; libvirt does so for a disk of type 'nvme' with managed='yes'. Check whether another VM has it.",
  ],
  [
    `${named}(?:Failed to set VFIO IOMMU type|Failed to add group to VFIO container|VFIO IOMMU (?:check failed|Type1 is not supported)|Invalid VFIO version|Failed to get IOMMU info)`,
    "The IOMMU could not be set up for the NVMe disk {address} (nvme://).",
    "Load vfio_iommu_type1 (“modprobe vfio_iommu_type1”), and turn on interrupt remapping in the firmware setup. The host's kernel log (dmesg) says which it is.",
  ],
  [
    `${named}qemu_vfio_dma_map\\(`,
    "The VM's memory could not be mapped for the NVMe disk {address}: QEMU's limit on locked memory, or the kernel's on mappings, is reached.",
    "Let libvirt raise the limit (LimitMEMLOCK=infinity for its service), or vfio_iommu_type1.dma_entry_limit on the kernel command line.",
  ],
  [
    `${named}(?:Failed to (?:get BAR region info|map BAR region|get device interrupt info|setup device interrupt|get config region info)|Device interrupt doesn't support eventfd|Invalid device regions|Device doesn't support NVMe command set)`,
    setUp,
    "Check the host's kernel log (dmesg), and that this is an NVMe disk at all. If it does not respond, power the host off and on again. Giving the whole controller as a PCI device may work better.",
  ],
  // src/hypervisor/virhostdev.c of libvirt
  [
    `Suspicious NVMe disk assignment\\. PCI device ${addressPattern} is not an NVMe disk`,
    "{address} is to be an NVMe disk of this VM, and its driver on the host is none for NVMe.",
    "Check the address in <source type='pci' …>; the Passthrough page shows what each device is.",
  ],
  [
    "Failed to reattach NVMe for disk target: (?<disk>\\S+)",
    "The NVMe disk of the VM that it calls {disk} could not be returned to the host when the VM ended.",
    "Return it on the Passthrough page. The host's kernel log (dmesg) says why.",
  ],
  [
    `nvme://${addressPattern}[^\\n]{0,200}: Failed to get device info`,
    setUp,
    "The host's kernel log (dmesg) says why.",
  ],
]);
