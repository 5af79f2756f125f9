import type { KernelParameter } from "../kernel-parameters";

/** A parameter that has no effect: what to write instead, null where it can go. */
export interface IneffectiveParameter {
  text: string;
  instead: string | null;
}

/**
 * The values that the kernel knows (kernel-parameters.txt; drivers/iommu/intel/iommu.c, drivers/iommu/amd/init.c,
 * arch/x86/kernel/pci-dma.c and amd_gart_64.c). AMD's IOMMU has no “on”: it is on where the firmware offers it.
 */
const values: Readonly<Record<string, RegExp>> = {
  intel_iommu: /^(on|off|igfx_off|forcedac|strict|sp_off|sm_on|sm_off|tboot_noforce|nobounce)$/,
  amd_iommu:
    /^(fullflush|off|force_isolation|force_enable|pgtbl_v1|pgtbl_v2|irtcachedis|nohugepages|v2_pgsizes_only)$/,
  iommu:
    /^(off|force|noforce|biomerge|panic|nopanic|merge|nomerge|forcesac|allowdac|nodac|usedac|soft|pt|nopt|memaper(=\d+)?|noagp|noaperture|fullflush|nofullflush|leak(=\d+)?|\d+)$/,
};

/** Names that were meant for one of the kernel's: without dashes, dots and underscores, in small letters. */
const meant: readonly (readonly [RegExp, string])[] = [
  [/^(inteliommu|iommuintel|intelommu|intelimmu|intelvtd)$/, "intel_iommu"],
  [/^(amdiommu|iommuamd|amdimmu)$/, "amd_iommu"],
  [/^(pcie?acs?over+ide|pcie?acs|acsover+ide|pcieacsoverrides?)$/, "pcie_acs_override"],
];

/** What stands on the kernel's line for the IOMMU and does nothing there. */
export function ineffectiveParameters(
  parameters: readonly KernelParameter[],
  vendor: "intel" | "amd" | "arm" | null,
): IneffectiveParameter[] {
  return parameters.flatMap((parameter) => misnamed(parameter) ?? misvalued(parameter, vendor) ?? []);
}

function misnamed({ text, name, value }: KernelParameter): IneffectiveParameter | null {
  const bare = name.toLowerCase().replace(/[^a-z]/g, "");
  const right = meant.find(([pattern]) => pattern.test(bare))?.[1];
  if (right === undefined || right === name) return null;
  const asked = right === "pcie_acs_override" ? value || "downstream,multifunction" : value || "on";
  return { text, instead: right === "amd_iommu" && asked === "on" ? null : `${right}=${asked}` };
}

function misvalued(
  { text, name, value }: KernelParameter,
  vendor: "intel" | "amd" | "arm" | null,
): IneffectiveParameter | null {
  const known = Object.hasOwn(values, name) ? values[name] : undefined;
  if (known === undefined) return null;
  const wrong = value.split(",").filter((member) => !known.test(member));
  if (wrong.length === 0) return null;
  const kept = value.split(",").filter((member) => known.test(member));
  const isSwitchedOn = wrong.some((member) => /^(|1|y|yes|true|enabled?|on)$/i.test(member));
  // iommu=on is folklore as well; on an Intel host it was meant for Intel's own switch.
  const isIntels = name === "intel_iommu" || (name === "iommu" && vendor === "intel");
  if (isSwitchedOn && isIntels) {
    const rest = name === "iommu" && kept.length > 0 ? ` iommu=${kept.join(",")}` : "";
    const others = name === "intel_iommu" ? kept.filter((member) => member !== "on") : [];
    return { text, instead: `intel_iommu=${["on", ...others].join(",")}${rest}` };
  }
  return { text, instead: kept.length > 0 ? `${name}=${kept.join(",")}` : null };
}
