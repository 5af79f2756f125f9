import type { PrintedSource } from "./printed-text";

/** What the kernel's drivers/iommu logs of groups, faults and its set-up. Left out: debug, and want of memory at boot. */
export const kernelIommu: readonly PrintedSource[] = [
  {
    source: "drivers/iommu/iommu.c, iommufd/device.c, intel/iommu.c: of a device",
    before: "vfio-pci 0000:01:00.0: ",
    texts: [
      [
        "Firmware has requested this device have a 1:1 IOMMU mapping, rejecting configuring the device without a 1:1 mapping. Contact your platform vendor.",
        "RMRR",
      ],
      [
        "Device is ineligible for IOMMU domain attach due to platform RMRR requirement.  Contact your platform vendor.",
        "RMRR",
      ],
      [
        'MSI interrupts are not secure, they cannot be isolated by the platform. Check that platform features like interrupt remapping are enabled. Use the "allow_unsafe_interrupts" module parameter to override',
        "remap interrupts",
      ],
      [
        "%s: iommu width (%d) is not sufficient for the mapped address (%llx)",
        "maxphysaddr",
        "intel_iommu_map: iommu width (39) is not sufficient for the mapped address (7fffffff000)",
      ],
      ["Failed to add to iommu group %d: %d", "IOMMU group", "Failed to add to iommu group 13: -19"],
    ],
  },
  {
    source: "drivers/iommu/intel/iommu.c, dmar.c, irq_remapping.c (intel-iommu.c before 5.8)",
    before: "DMAR: ",
    texts: [
      [
        "%s: iommu width (%d) is not sufficient for the mapped address (%llx)",
        "maxphysaddr",
        "intel_iommu_map: iommu width (39) is not sufficient for the mapped address (ffff008000)",
      ],
      [
        "ERROR: DMA PTE for vPFN 0x%lx already set (to %llx not %llx)",
        "IOMMU",
        "ERROR: DMA PTE for vPFN 0xf0000 already set (to f0000003 not 1a2b3c003)",
      ],
      ["DRHD: handling fault status reg %x", "next line", "DRHD: handling fault status reg 2"],
      [
        "[%s NO_PASID] Request device [%02x:%02x.%d] fault addr 0x%llx [fault reason 0x%02x] %s",
        "refused",
        "[DMA Read NO_PASID] Request device [0000:01:00.0] fault addr 0x9c000000 [fault reason 0x06] PTE Read access is not set",
      ],
      [
        "[%s PASID 0x%x] Request device [%02x:%02x.%d] fault addr 0x%llx [fault reason 0x%02x] %s",
        "refused",
        "[DMA Write PASID 0x1] Request device [0000:01:00.0] fault addr 0x1000 [fault reason 0x05] PTE Write access is not set",
      ],
      [
        "[%s] Request device [%02x:%02x.%d] PASID %x fault addr %llx [fault reason %02d] %s",
        "refused",
        "[DMA Read] Request device [01:00.0] PASID ffffffff fault addr f0000000 [fault reason 06] PTE Read access is not set",
      ],
      [
        "[%s] Request device [%02x:%02x.%d] fault addr %llx [fault reason %02d] %s",
        "refused",
        "[DMA Write] Request device [01:00.0] fault addr 9c000000 [fault reason 05] PTE Write access is not set",
      ],
      [
        "[INTR-REMAP] Request device [%02x:%02x.%d] fault index 0x%llx [fault reason 0x%02x] %s",
        "interrupt",
        "[INTR-REMAP] Request device [f0:1f.0] fault index 0x0 [fault reason 0x25] Blocked a compatibility format interrupt request",
      ],
      [
        "VT-d detected Invalidation Queue Error: Reason %llx",
        "does not respond",
        "VT-d detected Invalidation Queue Error: Reason 4",
      ],
      [
        "VT-d detected Invalidation Time-out Error: SID %llx",
        "does not respond",
        "VT-d detected Invalidation Time-out Error: SID 100",
      ],
      [
        "VT-d detected Invalidation Completion Error: SID %llx",
        "does not respond",
        "VT-d detected Invalidation Completion Error: SID 100",
      ],
      ["DMAR hardware is malfunctioning", "does not respond"],
      [
        "[Firmware Bug]: No firmware reserved region can cover this RMRR [0x%016llx-0x%016llx], contact BIOS vendor for fixes",
        "firmware's table",
        "[Firmware Bug]: No firmware reserved region can cover this RMRR [0x00000000db000000-0x00000000df1fffff], contact BIOS vendor for fixes",
      ],
      [
        "Your BIOS is broken; bad RMRR [0x%016llx-0x%016llx]",
        "firmware's table",
        "Your BIOS is broken; bad RMRR [0x00000000db000000-0x00000000daffffff]",
      ],
      [
        "Your BIOS is broken; DMAR reported at address %llx returns all ones!",
        "firmware's table",
        "Your BIOS is broken; DMAR reported at address fed90000 returns all ones!",
      ],
      ["Parse DMAR table failure.", "firmware's table"],
      ["No DMAR devices found", "firmware setup"],
      [
        "[Firmware Bug]: RMRR entry for device %02x:%02x.%x is broken - applying workaround",
        "Nothing needs to be done",
        "[Firmware Bug]: RMRR entry for device 01:00.0 is broken - applying workaround",
      ],
      [
        "Setting identity map for device %s [0x%llx - 0x%llx]",
        "RMRR",
        "Setting identity map for device 0000:01:00.0 [0xdb000000 - 0xdf1fffff]",
      ],
      ["Disabling IOMMU for graphics on this chipset", "graphics"],
    ],
  },
  {
    source: "drivers/iommu/intel/irq_remapping.c",
    before: "DMAR-IR: ",
    texts: [
      ["Failed to enable irq remapping. You are vulnerable to irq-injection attacks.", "x2APIC"],
      ["This system BIOS has enabled interrupt remapping", "x2APIC"],
      ["x2apic is disabled because BIOS sets x2apic opt out bit.", "x2APIC"],
    ],
  },
  {
    source: "drivers/iommu/amd/iommu.c, init.c (amd_iommu.c before 5.8)",
    before: "",
    texts: [
      [
        "AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x%04x address=0x%llx flags=0x%04x]",
        "refused",
        "vfio-pci 0000:01:00.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x000d address=0xf8000000 flags=0x0008]",
      ],
      [
        "AMD-Vi: Event logged [IO_PAGE_FAULT device=%04x:%02x:%02x.%x domain=0x%04x address=0x%llx flags=0x%04x]",
        "refused",
        "AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:01:00.0 domain=0x000d address=0x1000 flags=0x0000]",
      ],
      [
        "AMD-Vi: Event logged [ILLEGAL_DEV_TABLE_ENTRY device=%04x:%02x:%02x.%x pasid=0x%05x address=0x%llx flags=0x%04x]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [ILLEGAL_DEV_TABLE_ENTRY device=0000:01:00.0 pasid=0x00000 address=0xfffffffdf8000000 flags=0x0a00]",
      ],
      [
        "AMD-Vi: Event logged [DEV_TAB_HARDWARE_ERROR device=%04x:%02x:%02x.%x address=0x%llx flags=0x%04x]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [DEV_TAB_HARDWARE_ERROR device=0000:01:00.0 address=0x1000 flags=0x0000]",
      ],
      [
        "AMD-Vi: Event logged [PAGE_TAB_HARDWARE_ERROR device=%04x:%02x:%02x.%x pasid=0x%04x address=0x%llx flags=0x%04x]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [PAGE_TAB_HARDWARE_ERROR device=0000:01:00.0 pasid=0x0000 address=0x1000 flags=0x0000]",
      ],
      [
        "AMD-Vi: Event logged [ILLEGAL_COMMAND_ERROR address=0x%llx]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [ILLEGAL_COMMAND_ERROR address=0x1000]",
      ],
      [
        "AMD-Vi: Event logged [COMMAND_HARDWARE_ERROR address=0x%llx flags=0x%04x]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [COMMAND_HARDWARE_ERROR address=0x1000 flags=0x0000]",
      ],
      [
        "AMD-Vi: Event logged [IOTLB_INV_TIMEOUT device=%04x:%02x:%02x.%x address=0x%llx]",
        "does not respond",
        "iommu ivhd0: AMD-Vi: Event logged [IOTLB_INV_TIMEOUT device=0000:01:00.0 address=0x12345678]",
      ],
      [
        "AMD-Vi: Event logged [INVALID_DEVICE_REQUEST device=%04x:%02x:%02x.%x pasid=0x%05x address=0x%llx flags=0x%04x]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [INVALID_DEVICE_REQUEST device=0000:01:00.0 pasid=0x00000 address=0xfffffffdf8000000 flags=0x0a00]",
      ],
      [
        "AMD-Vi: Event logged [INVALID_PPR_REQUEST device=%04x:%02x:%02x.%x pasid=0x%05x address=0x%llx flags=0x%04x tag=0x%03x]",
        "not of a kind",
        "iommu ivhd0: AMD-Vi: Event logged [INVALID_PPR_REQUEST device=0000:01:00.0 pasid=0x00000 address=0x1000 flags=0x0000 tag=0x000]",
      ],
      [
        "AMD-Vi: Event logged [UNKNOWN event[0]=0x%08x event[1]=0x%08x event[2]=0x%08x event[3]=0x%08x",
        "IOMMU refused",
        "iommu ivhd0: AMD-Vi: Event logged [UNKNOWN event[0]=0x00000000 event[1]=0x00000000 event[2]=0x00000000 event[3]=0x00000000",
      ],
      [
        "AMD-Vi: Completion-Wait loop timed out",
        "does not respond",
        "iommu ivhd0: AMD-Vi: Completion-Wait loop timed out",
      ],
      ["AMD-Vi: Command buffer timeout", "does not respond"],
      ["AMD-Vi: IOMMU %s log restarting", "IOMMU refused", "AMD-Vi: IOMMU Event log restarting"],
      ["AMD-Vi: IOMMU event log overflow", "IOMMU refused"],
      ["AMD-Vi: [Firmware Bug]: : No southbridge IOAPIC found", "firmware's table"],
      [
        "AMD-Vi: [Firmware Bug]: : IOAPIC[%d] not in IVRS table",
        "firmware's table",
        "AMD-Vi: [Firmware Bug]: : IOAPIC[4] not in IVRS table",
      ],
      ["AMD-Vi: Disabling interrupt remapping", "x2APIC"],
      ["AMD-Vi: Unknown option - '%s'", "amd_iommu=on", "AMD-Vi: Unknown option - 'on'"],
      [
        "AMD-Vi: Unable to read/write to IOMMU perf counter.",
        "Nothing needs to be done",
        "pci 0000:00:00.2: AMD-Vi: Unable to read/write to IOMMU perf counter.",
      ],
    ],
  },
  {
    source: "drivers/iommu/arm/arm-smmu-v3, arm-smmu",
    before: "",
    texts: [
      [
        "event: %s client: %s sid: %#x ssid: %#x iova: %#llx ipa: %#llx",
        "refused",
        "arm-smmu-v3 arm-smmu-v3.0.auto: event: F_TRANSLATION client: 0000:01:00.0 sid: 0x100 ssid: 0x0 iova: 0x9c000000 ipa: 0x0",
      ],
      ["event 0x%02x received:", "IOMMU refused", "arm-smmu-v3 arm-smmu-v3.0.auto: event 0x10 received:"],
      [
        "Unhandled context fault: fsr=0x%x, iova=0x%08lx, fsynr=0x%x, cbfrsynra=0x%x, cb=%d",
        "IOMMU refused",
        "arm-smmu 5000000.iommu: Unhandled context fault: fsr=0x402, iova=0x9c000000, fsynr=0x1, cbfrsynra=0x100, cb=2",
      ],
    ],
  },
  {
    source: "drivers/iommu/iommu.c: of the IOMMU",
    before: "iommu 1ef0000.iommu: ",
    texts: [["IOMMU driver was not able to establish FW requested direct mapping.", "RMRR"]],
  },
];
