import { vfioEarlyBinding } from "./binding-check";
import type { Check } from "./check.schema";
import type { CheckSources } from "./check-sources";
import { cpuVirtualization, kvmDevice } from "./cpu-checks";
import { iommuGroups } from "./group-check";
import { guestFirmware, libvirt, lockedMemory } from "./guest-checks";
import { hugePages } from "./huge-page-check";
import { iommuFirmware, iommuKernel } from "./iommu-checks";
import { vfioModulesLoaded } from "./vfio-checks";

/** In the order in which they are shown: what comes first must be right before the rest can be. */
const checks: readonly ((sources: CheckSources) => Check)[] = [
  cpuVirtualization,
  kvmDevice,
  iommuFirmware,
  iommuKernel,
  iommuGroups,
  vfioModulesLoaded,
  vfioEarlyBinding,
  hugePages,
  guestFirmware,
  libvirt,
  lockedMemory,
];

/** Whether the host is ready for passthrough, one answer for each of `checkIds`. Pure. */
export function hostChecks(sources: CheckSources): Check[] {
  return checks.map((check) => check(sources));
}
