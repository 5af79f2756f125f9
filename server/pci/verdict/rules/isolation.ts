import type { PciDevice } from "../../schema";
import type { HostIndex } from "../host-index";
import { type Rule, reason } from "../rule";
import { byNumber, listed, named } from "../words";

/** Without an IOMMU there are no groups, and VFIO can use nothing. */
export const iommuOff: Rule = ({ functions, lead }, { report }) => {
  if (report.iommu.enabled) return [];
  const message = `The IOMMU is off, so ${named(lead)} can't be isolated from the host's memory and can't be passed through to a VM.`;
  return [reason("block", "iommu-off", functions, message, iommuFix(report))];
};

/** A function that is in no group although others are: VFIO can't use it. */
export const noGroup: Rule = ({ functions }, { report }) => {
  const without = functions.filter(({ iommuGroup }) => iommuGroup === null);
  if (!report.iommu.enabled || without.length === 0) return [];
  const message = `${listed(without, named)} ${byNumber(without, "is", "are")} in no IOMMU group, so VFIO can't use ${byNumber(without, "it", "them")}.`;
  return [reason("block", "no-group", without, message, groupFix(without))];
};

function iommuFix({ host, iommu }: HostIndex["report"]): string {
  const name = host.cpuVendor === "amd" ? "AMD-Vi (IOMMU)" : host.cpuVendor === "arm" ? "the SMMU" : "VT-d";
  const firmware = `turn on ${name} in the firmware setup`;
  const parameter = host.cpuVendor === "amd" ? "amd_iommu=on" : "intel_iommu=on";
  if (host.cpuVendor === "arm") return `To use it, ${firmware} and reboot the host.`;
  if (iommu.offeredByFirmware === true)
    return `Add ${parameter} to the kernel command line and reboot the host.`;
  return `First ${firmware}; if that is not enough, add ${parameter} to the kernel command line. Then reboot the host.`;
}

function groupFix(without: readonly PciDevice[]): string {
  // Domains above 0xffff are those that the kernel makes up for what is behind Intel's VMD (drivers/pci/controller/vmd.c).
  const behindVmd = without.some(({ address }) => address.indexOf(":") > 4);
  return behindVmd
    ? "Turn off Intel VMD (RST) in the firmware setup, so that the device is on the PCI bus itself."
    : "Use a device that is in a group. A newer kernel or firmware may put this one in a group too.";
}
