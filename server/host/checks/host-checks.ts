import { above4G } from "./above-4g";
import { acs } from "./acs";
import { vfioEarlyBinding } from "./binding-check";
import { bootLoader } from "./boot-loader";
import type { Check } from "./check.schema";
import type { CheckSources } from "./check-sources";
import { cpuVirtualization } from "./cpu-virtualization";
import { defaultTarget } from "./default-target";
import { firstDriver } from "./first-driver";
import { framebuffer } from "./framebuffer";
import { iommuGroups } from "./group-check";
import { guestFirmware } from "./guest-firmware";
import { checked, type HostCheck } from "./host-check";
import { hugePages } from "./huge-page-check";
import { initramfs } from "./initramfs";
import { interruptRemapping } from "./interrupt-remapping";
import { iommuFirmware } from "./iommu-firmware";
import { iommuKernel } from "./iommu-kernel";
import { isolatedCpus } from "./isolated-cpus";
import { kernelLogLines } from "./kernel-log-check";
import { ksm } from "./ksm";
import { kvmDevice } from "./kvm-device";
import { libvirt } from "./libvirt-check";
import { lockedMemory } from "./locked-memory";
import { lookingGlass } from "./looking-glass";
import { nested } from "./nested";
import { qemuRights } from "./qemu-rights";
import { reservedMemory } from "./reserved-memory";
import { secureBoot } from "./secure-boot";
import { secureBootFirmware } from "./secure-boot-firmware";
import { secureBootKeys } from "./secure-boot-keys";
import { softwareTpm } from "./tpm";
import { versions } from "./versions";
import { vfioModulesLoaded } from "./vfio-modules";
import { x2apic } from "./x2apic";

/** In the order of `checkIds`: what comes first must be right before the rest can be. */
const checks: readonly HostCheck[] = [
  cpuVirtualization,
  kvmDevice,
  iommuFirmware,
  iommuKernel,
  iommuGroups,
  interruptRemapping,
  x2apic,
  reservedMemory,
  acs,
  kernelLogLines,
  vfioModulesLoaded,
  vfioEarlyBinding,
  firstDriver,
  framebuffer,
  above4G,
  hugePages,
  lockedMemory,
  ksm,
  guestFirmware,
  secureBootFirmware,
  secureBootKeys,
  softwareTpm,
  libvirt,
  versions,
  qemuRights,
  lookingGlass,
  nested,
  isolatedCpus,
  bootLoader,
  initramfs,
  secureBoot,
  defaultTarget,
];

/** Whether the host is ready for passthrough, one answer for each of `checkIds`. Pure. */
export function hostChecks(sources: CheckSources): Check[] {
  return checks.map((check) => checked(check, sources));
}
