import type { HostIndex } from "../host-index";
import { type Rule, reason } from "../rule";
import { byNumber, listed, named } from "../words";

/** Without an IOMMU there are no groups, and VFIO can use nothing. */
export const iommuOff: Rule = ({ functions, lead }, { report }) => {
  if (report.iommu.enabled) return [];
  const message = `The IOMMU is off, so ${named(lead)} can't be isolated from the host's memory and can't be passed through to a VM.`;
  const mode = report.iommu.noIommuMode ? ` ${noIommuMode}` : "";
  return [reason("block", "iommu-off", functions, `${message}${mode}`, iommuFix(report))];
};

/** Documentation/driver-api/vfio.rst and the help of VFIO_NOIOMMU. */
const noIommuMode =
  "VFIO's no-IOMMU mode (enable_unsafe_noiommu_mode) is no substitute: nothing keeps such a device from the host's memory, and QEMU refuses it.";

/** A function that is in no group although others are: VFIO can't use it. */
export const noGroup: Rule = ({ functions }, { report }) => {
  const without = functions.filter(({ iommuGroup }) => iommuGroup === null);
  if (!report.iommu.enabled || without.length === 0) return [];
  const message = `${listed(without, named)} ${byNumber(without, "is", "are")} in no IOMMU group, so VFIO can't use ${byNumber(without, "it", "them")}.${report.iommu.noIommuMode ? ` ${noIommuMode}` : ""}`;
  const fix = "Use a device that is in a group. A newer kernel or firmware may put this one in a group too.";
  return [reason("block", "no-group", without, message, fix)];
};

/** As the host's checks say it: for its firmware, its boot loader and what stands on its kernel line. */
function iommuFix({ checks }: HostIndex["report"]): string | null {
  const fixes = checks
    .filter(({ id, status }) => (id === "iommu-firmware" || id === "iommu-kernel") && status !== "pass")
    .flatMap(({ fix }) => fix ?? []);
  return fixes.length === 0 ? null : fixes.join("\n");
}
