import { logged } from "./boot-log";
import type { CheckSources } from "./check-sources";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** What a device did that it may not (drivers/iommu/intel/dmar.c, amd/iommu.c, arm/arm-smmu-v3). */
const faults =
  /DMAR: \[(DMA|INTR-REMAP|INTR)[^\]]*\].*fault|DRHD: handling fault|IO_PAGE_FAULT|ILLEGAL_DEV_TABLE|arm-smmu.*event 0x/i;
/** What the firmware got wrong, or the kernel could not do. That i915 does without stolen memory is as it should be. */
const complaints =
  /^(?!.*(x2apic|stolen memory))(?=.*(DMAR|DRHD|IOMMU|AMD-Vi|IVRS)).*(\[Firmware (Bug|Warn)\]|Your BIOS is broken|(DMAR|AMD-Vi|IVRS).*\b(failed|error|invalid|conflict|disabl(ed|ing))\b)/i;
const spoken = /\bDMAR\b|AMD-Vi|\biommu\b|\bIVRS\b|arm-smmu/i;

/** What the kernel says of the IOMMU in its log of this boot. */
export const kernelLogLines: HostCheck = {
  id: "kernel-log",
  group: "iommu",
  title: "The IOMMU in the kernel's log",
  why: "Faults are accesses that the IOMMU stopped; the firmware's mistakes explain groups and devices that are missing.",
  look: linesOfIommu,
};

function linesOfIommu({ log }: CheckSources): Finding {
  if (log.lines === null) return unknown(log.problem);
  const [stopped, wrong] = [logged(log, faults, 3), logged(log, complaints, 4)];
  if (stopped.length > 0) {
    return {
      status: "warn",
      detail: "The IOMMU stopped accesses of a device in this boot.",
      fix: "The lines name the device. Its driver or its VM does what it may not, or the firmware describes its memory wrongly: update the firmware.",
      evidence: [...stopped, ...wrong],
    };
  }
  if (wrong.length > 0) {
    return {
      status: "warn",
      detail: "The kernel complains of what the firmware tells of the IOMMU.",
      fix: "Update the firmware. Where devices and groups are as they should be, no action is needed.",
      evidence: wrong,
    };
  }
  const lines = logged(log, spoken);
  return lines.length === 0
    ? unknown("The kernel's log says nothing of an IOMMU: it may have lost its oldest lines.")
    : passed("The kernel's log has no complaint of the IOMMU.", lines);
}
