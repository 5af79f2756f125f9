import { addressPattern } from "./device-words";
import { orDevice, textTable } from "./text-table";

const choose = "Or take the iommufd object out of the command or definition: VFIO's older way does the same.";

/** The newer way to the IOMMU (hw/vfio/iommufd.c and backends/iommufd.c of QEMU, drivers/iommu/iommufd). */
export const iommufdRules = textTable([
  [
    "(?:cannot open IOMMUFD device|IOMMUFD is not supported on this platform|/dev/iommu opening failed|[Ff]ailed to open '?/dev/iommu'?|[Cc]ould not open '?/dev/iommu'?|cannot open '?/dev/iommu'?)",
    "No device can be passed through to the VM: QEMU could not open /dev/iommu.",
    `Load the module (“modprobe iommufd”), and check cgroup_device_acl in /etc/libvirt/qemu.conf. ${choose}`,
  ],
  [
    `couldn't open directory \\S*/${addressPattern}/vfio-dev|failed to find vfio-dev/vfioX/dev|failed to (?:load|get major:minor for) "\\S*vfio-dev`,
    "{address} is not bound to vfio-pci, or the host's kernel is too old for this way (iommufd).",
    `Reserve the device for VMs on the Passthrough page; the kernel needs CONFIG_VFIO_DEVICE_CDEV (Linux 6.6). ${choose}`,
  ],
  [
    "(?:[Ff]ailed to open|[Cc]ould not open|cannot open) '?(?<node>/dev/vfio/devices/vfio\\d+)'?",
    "The VM's QEMU could not open {node}, which stands for a device that it is to have.",
    "Check whether another VM or program has it open (“fuser -v” of the file), and cgroup_device_acl in /etc/libvirt/qemu.conf.",
  ],
  // drivers/iommu/iommufd/device.c: iommufd_device_bind
  [
    `error bind device fd=\\d+ to iommufd=\\d+: Operation not permitted`,
    "{address} could not be taken by the VM: another VM has a device of its IOMMU group, or the host's IOMMU can't remap interrupts, which keeps VMs apart.",
    "Check whether another VM has one of the group. Otherwise turn on interrupt remapping (x2APIC, VT-d) in the firmware setup. Without it, only iommufd.allow_unsafe_interrupts=1 helps, which lets a guest disturb the host.",
  ],
  [
    "failed to set memory accounting for iommufd",
    "libvirt could not have the VM's locked memory counted by process (iommufd): the kernel did not let it.",
    `Run libvirtd as root on the host, not in a container without CAP_SYS_RESOURCE. ${choose}`,
  ],
  [
    `error bind device fd=\\d+ to iommufd=\\d+`,
    "{address} could not be taken by the VM: something else has it, or a device of its group is still bound to a host driver.",
    "Reserve the whole group for VMs on the Passthrough page, and check whether another VM has it.",
  ],
  [
    `error attach (?:${addressPattern}|\\S+) \\(\\d+\\) to id=\\d+`,
    "The IOMMU did not take {address}: it can't remap interrupts, the firmware keeps memory for the device (RMRR), or its group is not free.",
    "The host's kernel log (dmesg) says which. Turn on interrupt remapping in the firmware setup, and reserve the whole group.",
  ],
  [
    `(?:Cannot get IOVA ranges|IOMMU_IOAS_ALLOC|[Ff]ailed to allocate (?:ioas|hwpt)|Failed to get hardware info|IOMMU_(?:HWPT_ALLOC|HWPT_INVALIDATE|VIOMMU_ALLOC|VDEVICE_ALLOC|VEVENTQ_ALLOC|IOAS_UNMAP) failed|detach ${orDevice} failed)`,
    "The kernel did not let QEMU set up the IOMMU for {address}.",
    `The host's kernel log (dmesg) says why. ${choose}`,
  ],
  [
    `(?:${addressPattern}: )?PCI peer-to-peer transactions on BARs are not supported|IOMMU_IOAS_MAP failed: Bad address, PCI BAR|failed to vfio_dma_map\\. pci p2p may not work|Region "(?:${orDevice})?[^"\\n]{0,60}" [^\\n]{0,80}is not aligned to 0x[0-9a-f]+ and cannot be mapped for DMA`,
    "Devices of this VM can't reach each other's memory; they work on their own.",
    "Nothing needs to be done. Programs that copy from card to card have to go through memory.",
  ],
  [
    "Use FD passing only with iommufd backend|Could not parse remote object fd",
    "The command hands QEMU a device as an open descriptor (fd=), which takes an iommufd object and a descriptor that QEMU was given.",
    `Name the device by its address (host=) instead of fd=; libvirt does both by itself. ${choose}`,
  ],
  [
    "IOMMU_IOAS_MAP failed",
    "The VM's memory could not be mapped for its devices.",
    "Check the limit on locked memory (LimitMEMLOCK=infinity for libvirt's service), free memory and huge pages, and the host's kernel log (dmesg).",
  ],
]);
