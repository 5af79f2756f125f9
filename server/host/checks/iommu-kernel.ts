import { type KernelParameter, parametersOfKernel } from "../kernel-parameters";
import { logged } from "./boot-log";
import type { Evidence } from "./check.schema";
import { type CheckedDevice, type CheckSources, paths } from "./check-sources";
import { onCommandLine } from "./evidence";
import { type Finding, type HostCheck, lineChange } from "./host-check";
import { addKernelParameters, removeKernelParameter, replaceKernelParameter } from "./instructions";
import { isRaspberryPi, setupNames } from "./iommu-firmware";
import { ineffectiveParameters } from "./iommu-parameters";

const unitNames: Readonly<Record<string, string>> = {
  intel: "Intel VT-d",
  amd: "AMD-Vi",
  smmu: "Arm SMMU",
};

/** Whether the kernel uses the IOMMU: told by its groups, as distributions differ in what they switch on. */
export const iommuKernel: HostCheck = {
  id: "iommu-kernel",
  group: "iommu",
  title: "IOMMU in the kernel",
  why: "The kernel has to use the IOMMU before any device can be handed to a VM.",
  look: useByKernel,
};

function useByKernel(sources: CheckSources): Finding {
  const parameters = parametersOfKernel(sources.commandLine);
  const vain = ineffectiveParameters(parameters, sources.cpuVendor).filter(
    ({ text, instead }) => !`${text} ${instead}`.includes("acs"),
  );
  if (sources.iommu.enabled) return whereOn(sources, vain);
  const switches = parameters.filter((parameter) => switchesOff(parameter, sources));
  const noIommu = isNoIommuMode(sources)
    ? " vfio runs in its no-IOMMU mode instead, which protects nothing: VMs can't use it."
    : "";
  if (switches.length > 0) {
    const words = switches.map(({ text }) => text).join(" ");
    const detail = `It is turned off on the kernel command line: ${words}.${noIommu}`;
    const fix = switches.map(({ text }) => removeKernelParameter(text, sources.setup)).join("\n");
    return {
      ...{ status: "fail", detail, fix },
      evidence: onCommandLine(switches),
      change: lineChange(
        [],
        switches.map(({ text }) => text),
      ),
    };
  }
  const detail = `The kernel does not use an IOMMU: no device is in an IOMMU group.${noIommu}${vainInWords(vain)}`;
  const evidence = [...onCommandLine(vain), ...logged(sources.log, /\bDMAR\b|AMD-Vi|\bIOMMU\b/i)];
  return { status: "fail", detail, evidence, ...whereOff(sources, parameters, vain) };
}

/** vfio's enable_unsafe_noiommu_mode: groups without any isolation (drivers/vfio/Kconfig). */
function isNoIommuMode({ files }: CheckSources): boolean {
  return files.word(paths.noIommuMode) === "Y";
}

type Vain = ReturnType<typeof ineffectiveParameters>;

function vainInWords(vain: Vain): string {
  if (vain.length === 0) return "";
  const words = vain.map(({ text }) => `“${text}”`).join(", ");
  return ` ${words} on the kernel command line ${vain.length === 1 ? "has" : "have"} no effect.`;
}

function vainFixes(vain: Vain, { setup }: CheckSources): string[] {
  return vain.map(({ text, instead }) =>
    instead === null ? removeKernelParameter(text, setup) : replaceKernelParameter(text, instead, setup),
  );
}

function whereOn(sources: CheckSources, vain: Vain): Finding {
  const { iommu, setup, devices } = sources;
  const name = unitNames[iommu.kind ?? ""] ?? "an IOMMU";
  const without = devices.find(isIntegratedGpu);
  if (without !== undefined && without.iommuGroup === null && iommu.kind !== "amd") {
    const detail = `The kernel uses ${name}, but not for the integrated GPU ${without.address}, as is the default of some distributions.`;
    const left = parametersOfKernel(sources.commandLine).find(
      (parameter) => parameter.name === "intel_iommu" && parameter.value.split(",").includes("igfx_off"),
    );
    const fix =
      left === undefined
        ? addKernelParameters(["intel_iommu=on"], setup)
        : replaceKernelParameter(left.text, withoutValue(left, "igfx_off"), setup);
    const right = left === undefined ? "intel_iommu=on" : withoutValue(left, "igfx_off");
    return {
      ...{ status: "warn", detail, fix: `Only to pass that GPU through: ${fix}` },
      evidence: left === undefined ? [] : onCommandLine([left]),
      change: lineChange([right], left === undefined ? [] : [left.text]),
    };
  }
  const fixes = vainFixes(vain, sources);
  const detail = `The kernel uses ${name}.${vainInWords(vain)}`;
  return {
    status: "pass",
    detail,
    fix: fixes.length === 0 ? null : `Not needed, but cleaner: ${fixes.join("\n")}`,
    evidence: [
      ...iommuUnits(sources),
      ...onCommandLine(vain),
      ...logged(sources.log, /DMAR: IOMMU enabled|AMD-Vi: .*(Enabled|Found IOMMU)/, 2),
    ],
  };
}

/** A group is what tells that the kernel uses it. */
function iommuUnits({ groups }: CheckSources): Evidence[] {
  return groups.length === 0
    ? []
    : [{ file: "/sys/kernel/iommu_groups", line: null, text: `${groups.length} groups` }];
}

/** Intel's stands at 00:02.0 of the first bus. */
function isIntegratedGpu({ address, vendorId, class: classCode }: CheckedDevice): boolean {
  return address === "0000:00:02.0" && vendorId === "8086" && classCode.startsWith("03");
}

function withoutValue({ value }: KernelParameter, gone: string): string {
  const kept = value.split(",").filter((member) => member !== gone && member !== "on");
  return `intel_iommu=${["on", ...kept].join(",")}`;
}

function whereOff(
  sources: CheckSources,
  parameters: readonly KernelParameter[],
  vain: Vain,
): Pick<Finding, "fix" | "change"> {
  const { iommu, setup, cpuVendor } = sources;
  if (isRaspberryPi(sources) || cpuVendor === null) return { fix: null };
  if (cpuVendor === "arm")
    return { fix: "Turn on the SMMU (IOMMU) in the firmware setup, where it has one." };
  if (iommu.offeredByFirmware === false) {
    return { fix: "First turn it on in the firmware setup; many kernels then use it automatically." };
  }
  const firmware = iommu.offeredByFirmware === null ? `${setupNames[cpuVendor]} ` : "";
  const needed = vain.filter(({ instead }) => instead?.startsWith("intel_iommu=on"));
  if (needed.length > 0) {
    const right = needed.flatMap(({ instead }) => instead?.split(" ") ?? []);
    const wrong = needed.map(({ text }) => text);
    return { fix: `${firmware}${vainFixes(needed, sources).join("\n")}`, change: lineChange(right, wrong) };
  }
  const isAsked = parameters.some(
    ({ name, value }) => name === "intel_iommu" && value.split(",").includes("on"),
  );
  if (cpuVendor === "amd" || isAsked) {
    const log = cpuVendor === "amd" ? "AMD-Vi" : "DMAR";
    return {
      fix: `${firmware}The kernel uses it without any parameter${isAsked ? " more" : ""}, so “dmesg | grep -i ${log}” says why it does not.`,
    };
  }
  return {
    fix: `${firmware}${addKernelParameters(["intel_iommu=on"], setup)}`,
    change: lineChange(["intel_iommu=on"]),
  };
}

/** Intel's and AMD's own switch, and the one of both; of Intel's the last one counts. */
function switchesOff({ name, value }: KernelParameter, { cpuVendor }: CheckSources): boolean {
  const isOff = value.split(",").includes("off");
  if (name === "iommu") return isOff && cpuVendor !== "arm";
  if (name === "intel_iommu") return isOff && cpuVendor !== "amd";
  return name === "amd_iommu" && isOff && cpuVendor !== "intel";
}
