import { textTable } from "./text-table";

const remove = "Or remove the IOMMU device from the VM; most guests need none.";

/** A VM that has an IOMMU of its own (hw/i386/intel_iommu.c, amd_iommu.c, hw/virtio/virtio-iommu.c, hw/arm/smmuv3.c). */
export const virtualIommuRules = textTable([
  [
    "caching-mode=on for (?:intel-iommu|Intel IOMMU)|[Dd]evice assignment is not allowed without enabling caching-mode=on|device [0-9a-f]{2}\\.[0-9a-f]{2}\\.[0-7] requires caching mode",
    "This VM has an Intel IOMMU of its own, which does not tell QEMU what the guest maps for its devices.",
    "Set caching_mode='on' (and intremap='on') in the <driver> of the VM's IOMMU device.",
  ],
  [
    "device (?<device>[0-9a-f:.]+) with (?:Address Space )?(?:notifier|map)[^\\n]{0,60}(?:amd-iommu|currently not supported)|requires iommu (?:MAP )?notifier which is not currently supported|amd-iommu[^\\n]{0,60}(?:not supported|notifier)|(?:IOMMU|iommu)[^\\n]{0,40}requires? (?:caching|notifier) mode|device [0-9a-f]{2}\\.[0-9a-f]{2}\\.[0-7] requires dma-remap",
    "This VM has an IOMMU of its own of a kind that can't be used together with devices of the host.",
    "Use the Intel model with caching_mode='on', or remove the IOMMU device from the VM. With QEMU 10.2 AMD's model can, with dma-remap=on.",
  ],
  [
    `(?:aw-bits (?<wanted>\\d+) > host aw-bits (?<host>\\d+))`,
    "The VM's own IOMMU has wider addresses than the host's, so {address} can't be used behind it.",
    "Set aw_bits in the <driver> of the VM's IOMMU device to {host}.",
  ],
  [
    "Snoop Control with vhost or VFIO is not supported",
    "This VM's own IOMMU promises to keep caches in step (snoop-control), which it can't for devices of the host.",
    `Take snoop-control=on of the IOMMU device out of the command. ${remove}`,
  ],
  [
    "virtio-iommu (?:page mask 0x[0-9a-f]+ (?:is incompatible with|does not match)|[^\\n]{0,60}page size)",
    "This VM's own IOMMU (virtio) has pages of another size than the host's, so {address} can't be used behind it.",
    `Set granule='host' of the IOMMU device; a guest with large pages wants a host with the same. ${remove}`,
  ],
  [
    "Interrupt remapping is enabled in the guest but not in the host|Interrupt Remapping cannot work with kernel-irqchip=on|eim=on (?:cannot be selected without intremap=on|requires)|IOMMU (?:interrupt remapping|eim) requires|more than \\d+ vCPUs require extended interrupt mode",
    "The IOMMU of the VM itself can't remap interrupts as its definition asks.",
    "Set <ioapic driver='qemu'/> among the VM's features and intremap='on' (eim='on' for more than 255 vCPUs) in the <driver> of its IOMMU device.",
  ],
  [
    "IOMMU device: '(?<model>[\\w-]+)' (?:is (?:only|not) supported with|requires ACPI|needs a PCI address)|iommu: [\\w ]{3,30} is not supported with this QEMU binary|only a single IOMMU device is supported|iommu model '(?<other>[\\w-]+)' (?:doesn't support additional attributes|can't have address)",
    "This VM can't have the IOMMU of its own that its definition asks for: the machine type, the firmware or the host's QEMU does not do that.",
    `Use Q35 with ACPI and the model intel or virtio, one of it, with the defaults of its <driver>. ${remove}`,
  ],
  [
    `(?:iommu map to (?:non memory area|discarded memory)|Wrong target AS|iommu has granularity incompatible with target AS)`,
    "The guest told the VM's own IOMMU to let a device reach what is no memory of the VM, so that was not done.",
    `Check the guest's driver of the device, and of virtio-mem where the VM has it. ${remove}`,
  ],
  [
    `Failed to set (?:vIOMMU|iommu_device)`,
    "{address} can't be used behind the IOMMU of its own that the VM has: both don't fit together.",
    `The rest of the line says what differs: such a device needs an <iommufd> of QEMU's (iommufd=), another place in the guest, or other options of the IOMMU device. ${remove}`,
  ],
]);
