import { addressPattern } from "./device-words";
import { shortAddress, textTable } from "./text-table";

const refused =
  "{address} wanted to reach memory that it was not given, and the IOMMU refused it. Nothing else was harmed.";
const onceOrMore =
  "Once, while a VM starts or ends, it does not matter. If it goes on: with a VM check the guest's driver, and whether the firmware keeps memory for the device (RMRR); with the host check its driver and the card's firmware.";
const lost =
  "The IOMMU waits for a device that does not respond any more, which can halt the whole host. Most often it is a card that did not come out of a reset.";
const after =
  "Save what can be saved, and power the host off and on again. “not ready” or “inaccessible” in the kernel log before this line names the card; pci=noats on the kernel command line keeps the host alive with some.";

/** Faults that the IOMMU reports (drivers/iommu/amd/iommu.c, drivers/iommu/intel/dmar.c, arm-smmu-v3). */
export const iommuFaultRules = textTable([
  [`AMD-Vi: Event logged \\[IO_PAGE_FAULT(?: device=${shortAddress})?`, refused, onceOrMore],
  [`AMD-Vi: Event logged \\[IOTLB_INV_TIMEOUT(?: device=${shortAddress})?`, lost, after],
  ["Completion-Wait loop timed out|AMD-Vi: Command buffer timeout", lost, after],
  [
    "VT-d detected Invalidation (?:Time-out|Queue|Completion) Error|VT-d detected invalidation (?:time-out|queue) error|DMAR hardware is malfunctioning",
    lost,
    after,
  ],
  [
    `AMD-Vi: Event logged \\[(?<event>ILLEGAL_DEV_TABLE_ENTRY|INVALID_DEVICE_REQUEST|ILLEGAL_COMMAND_ERROR|(?:COMMAND|DEV_TAB|PAGE_TAB)_HARDWARE_ERROR|INVALID_PPR_REQUEST|RMP_\\w+)(?: device=${shortAddress})?`,
    "The IOMMU refused what {address} did: it is not of a kind that it may do ({event}).",
    "Update the firmware. If it goes on, power the host off and on again, and try pci=noats on the kernel command line.",
  ],
  [
    `\\[DMA (?:Read|Write)(?: NO_PASID| PASID 0x[0-9a-f]+)?\\] Request device \\[${shortAddress}\\]`,
    refused,
    onceOrMore,
  ],
  [
    `\\[INTR-REMAP\\] Request device \\[${shortAddress}\\]`,
    "An interrupt of {address} was refused by the IOMMU, which does not know it.",
    "After a restart of the machine or of a VM it does not matter once. If it goes on, update the firmware; intremap=off on the kernel command line gets around it, at the price of VMs that can disturb the host.",
  ],
  [`arm-smmu-v3[^\\n]{0,80}(?:client: ${addressPattern}|F_TRANSLATION)`, refused, onceOrMore],
  [
    "DMA PTE for vPFN 0x[0-9a-f]+ already set",
    "The IOMMU had memory mapped for a device already that was to be mapped for it: the host's driver or kernel lost count.",
    "Update the host's kernel. If it comes with one VM alone, power the host off and on again.",
  ],
  [
    "AMD-Vi: IOMMU (?:Event|event|PPR|GA) log (?:restarting|overflow)",
    "The IOMMU refused more than it could write down: a device wants to reach memory that it was not given, without end.",
    "The lines with “Event logged” in the kernel log before this one name the device. Shut the VM that has it down.",
  ],
  [
    "arm-smmu[^\\n]{0,60}Unhandled context fault",
    "The IOMMU refused something that a device did: it wanted to reach memory that it was not given.",
    onceOrMore,
  ],
]);

/** What stands before a line that says more, and what is said while the host boots. */
export const iommuFaultHeaders = textTable([
  [
    "DRHD: handling fault status reg|arm-smmu-v3[^\\n]{0,40}: event 0x[0-9a-f]+ received|AMD-Vi: Event logged \\[|dmar_fault: \\d+ callbacks suppressed|DMAR:\\[fault reason",
    "The IOMMU refused something that a device did; the next line of the log names the device.",
    "Explain that line. Once, while a VM starts or ends, it does not matter.",
  ],
  [
    `DMAR: Setting identity map for device ${addressPattern}`,
    "The firmware keeps a part of memory for {address} itself (RMRR). For USB controllers and Intel's graphics the kernel allows for that; another device can't be passed through then.",
    "Nothing needs to be done where the VM starts. If not, turn off the firmware's management of the device, or use another slot.",
  ],
  [
    "No DMAR devices found",
    "The host's firmware names no IOMMU, so no device can be passed through.",
    "Turn on VT-d in the firmware setup.",
  ],
  [
    "Failed to enable irq remapping|This system BIOS has enabled interrupt remapping|AMD-Vi: Disabling interrupt remapping",
    "The host's IOMMU does not remap interrupts, which keeps VMs apart: the firmware has it off, or wrong.",
    "Turn on interrupt remapping and x2APIC in the firmware setup, and update the firmware. Without it, only vfio_iommu_type1.allow_unsafe_interrupts=1 lets devices be passed through.",
  ],
  [
    "x2apic is disabled because BIOS sets x2apic opt out bit",
    "The host's firmware keeps x2APIC off. Interrupts are remapped all the same, on hosts of up to 255 CPUs.",
    "Nothing needs to be done; x2APIC can be turned on in the firmware setup, or by intremap=no_x2apic_optout on the kernel command line.",
  ],
  [
    "IOMMU driver was not able to establish FW requested direct mapping",
    "The firmware keeps a part of memory for a device itself (RMRR), and the IOMMU could not let it. Such a device can't be passed through.",
    "Nothing needs to be done for other devices. Update the firmware if one is meant that a VM is to have.",
  ],
  [
    `RMRR entry for device ${shortAddress} is broken - applying workaround`,
    "The firmware's table for the IOMMU says of {address} what can't be, and the kernel knows better.",
    "Nothing needs to be done.",
  ],
  [
    "No firmware reserved region can cover this RMRR|Your BIOS is broken; (?:bad )?(?:RMRR|DMAR)|\\[Firmware Bug\\][^\\n]{0,40}(?:DMAR|RMRR|IVRS|southbridge IOAPIC)|Parse DMAR table failure",
    "The firmware's table for the IOMMU is wrong, so that devices may be missing from it or keep memory for themselves.",
    "Update the firmware. If there is none newer, tell the vendor of the board; devices that it names can't be passed through.",
  ],
  [
    "AMD-Vi: Unknown option - '(?<option>[^'\\n]{1,40})'",
    "The kernel knows no amd_iommu={option}. AMD's IOMMU is on by itself, so that changes nothing.",
    "Take amd_iommu={option} off the kernel command line.",
  ],
]);
