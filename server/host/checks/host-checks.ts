import type { HostFiles } from "../host-files";
import type { Check } from "./check.schema";
import { type CheckSources, kernelCommandLineFile, paths, proxmoxMarks } from "./check-sources";
import { cpuVirtualization, kvmDevice } from "./cpu-checks";
import { distributionFamily } from "./distribution";
import { guestFirmware, hugePages, libvirt, lockedMemory } from "./guest-checks";
import type { Setup } from "./instructions";
import { iommuFirmware, iommuGroups, iommuKernel } from "./iommu-checks";
import { vfioEarlyBinding, vfioModulesLoaded } from "./vfio-checks";

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

/** What decides how the host is told to change something, from the files of the batch for checks. */
export function setupOf(
  files: HostFiles,
  host: { bootLoader: string | null; initramfs: string | null },
): Setup {
  const osRelease = files.text(paths.osRelease) ?? files.text(paths.otherOsRelease) ?? "";
  return {
    family: distributionFamily(
      osRelease,
      proxmoxMarks.some((path) => files.has(path)),
    ),
    bootLoader: host.bootLoader,
    initramfs: host.initramfs,
    hasKernelCommandLineFile: files.has(kernelCommandLineFile),
  };
}
