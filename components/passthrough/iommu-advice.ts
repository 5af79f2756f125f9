import type { Check } from "@/server/host/checks/check.schema";
import type { HardwareReport } from "@/server/pci/schema";

export interface IommuAdvice {
  /** Why no device can be passed through. */
  explanation: string;
  steps: string[];
}

/** What to do on a host whose IOMMU is off, as its checks say it; null where it is on. */
export function iommuAdvice({
  iommu,
  checks,
}: Pick<HardwareReport, "iommu"> & {
  checks: readonly Pick<Check, "id" | "status" | "detail" | "fix">[];
}): IommuAdvice | null {
  if (iommu.enabled) return null;
  const open = checks.filter(
    ({ id, status }) => (id === "iommu-firmware" || id === "iommu-kernel") && status !== "pass",
  );
  return {
    explanation: open.map(({ detail }) => detail).join(" ") || "No device is in an IOMMU group.",
    steps: open.flatMap(({ fix }) => fix?.split("\n") ?? []),
  };
}
