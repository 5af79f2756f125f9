import { kernelParameters, parameterName } from "../kernel-parameters";
import type { Check } from "./check.schema";
import { type CheckSources, paths } from "./check-sources";
import { addKernelParameter, removeKernelParameter } from "./instructions";

const setupNames = {
  intel: "Turn on “Intel VT-d” in the firmware setup, often under “System Agent” or “Chipset”.",
  amd: "Turn on “IOMMU” in the firmware setup, often under “AMD CBS” or “North Bridge”.",
} as const;

/** Whether the firmware describes an IOMMU to the kernel. */
export function iommuFirmware({ iommu, cpuVendor }: CheckSources): Check {
  const base = { id: "iommu-firmware", title: "IOMMU in the firmware" } as const;
  if (iommu.offeredByFirmware === true || iommu.enabled) {
    return { ...base, status: "pass", detail: "The firmware reports an IOMMU.", fix: null };
  }
  if (iommu.offeredByFirmware === null) {
    return { ...base, status: "unknown", detail: "The firmware's tables can't be read.", fix: null };
  }
  const fix = cpuVendor === "intel" || cpuVendor === "amd" ? setupNames[cpuVendor] : null;
  return { ...base, status: "fail", detail: "The firmware's tables list no IOMMU.", fix };
}

const unitNames: Readonly<Record<string, string>> = {
  intel: "Intel VT-d",
  amd: "AMD-Vi",
  smmu: "Arm SMMU",
};

/** Whether the kernel uses the IOMMU: told by its groups, as distributions differ in what they switch on. */
export function iommuKernel(sources: CheckSources): Check {
  const base = { id: "iommu-kernel", title: "IOMMU in the kernel" } as const;
  const { iommu, setup, cpuVendor } = sources;
  if (iommu.enabled) {
    const name = unitNames[iommu.kind ?? ""] ?? "an IOMMU";
    return { ...base, status: "pass", detail: `The kernel uses ${name}.`, fix: null };
  }
  const off = kernelParameters(sources.files.text(paths.commandLine) ?? "").find(switchesOff);
  if (off !== undefined) {
    const fix = removeKernelParameter(off, setup);
    return { ...base, status: "fail", detail: `It is turned off on the kernel command line: ${off}.`, fix };
  }
  const fix =
    iommu.offeredByFirmware === false
      ? "First turn it on in the firmware setup; many kernels then use it automatically."
      : addKernelParameter(cpuVendor === "amd" ? "iommu=pt" : "intel_iommu=on", setup);
  const isForeign = cpuVendor === "arm" || cpuVendor === null;
  return {
    ...base,
    status: "fail",
    detail: "The kernel does not use an IOMMU: no device is in an IOMMU group.",
    fix: isForeign && iommu.offeredByFirmware !== false ? null : fix,
  };
}

function switchesOff(parameter: string): boolean {
  const value = parameter.slice(parameter.indexOf("=") + 1).split(",");
  return ["iommu", "intel_iommu", "amd_iommu"].includes(parameterName(parameter)) && value.includes("off");
}

/** More groups than anybody reads in a line. */
const mostNamed = 4;

/** Whether the groups keep the host's cards apart. */
export function iommuGroups({ iommu, groups, devices }: CheckSources): Check {
  const base = { id: "iommu-groups", title: "IOMMU groups" } as const;
  if (!iommu.enabled) {
    const fix = "Turn on the IOMMU first.";
    return { ...base, status: "fail", detail: "There are no IOMMU groups.", fix };
  }
  const shared = groups.filter(({ isolated }) => !isolated);
  if (shared.length === 0) {
    const detail = `Each of the ${groups.length} groups holds at most one card.`;
    return { ...base, status: "pass", detail, fix: null };
  }
  const bridges = new Set(
    devices.filter((device) => device.class.startsWith("06")).map(({ address }) => address),
  );
  const named = shared.slice(0, mostNamed).map((group) => {
    const cards = group.devices.filter((address) => !bridges.has(address));
    return `group ${group.id} (${cards.join(", ")})`;
  });
  const more = shared.length > mostNamed ? ` and ${shared.length - mostNamed} more` : "";
  return {
    ...base,
    status: "warn",
    detail: `Several cards share ${named.join(", ")}${more}: they can only be reserved together.`,
    fix: "Reserve the whole group for VMs, or move the card to a slot with its own IOMMU group, usually a slot that is connected to the CPU.",
  };
}
