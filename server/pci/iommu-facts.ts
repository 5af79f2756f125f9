import type { HostFiles } from "../host/host-files";
import { kernelParameters, parameterName } from "../host/kernel-parameters";
import { plainText } from "../host/plain-text";
import type { IommuFacts } from "./schema";

const unitsFolder = "sys/class/iommu";
const tablesFolder = "sys/firmware/acpi/tables";
export const groupsFolder = "sys/kernel/iommu_groups";

/** What {@link iommuFactsOf} needs read. */
export const iommuBatch = {
  texts: ["proc/cmdline"],
  folders: [unitsFolder, tablesFolder, groupsFolder],
};

/** How the kernel's drivers name their units: intel-iommu, amd_iommu, arm-smmu and arm-smmu-v3. */
const kindByUnit: readonly (readonly [RegExp, NonNullable<IommuFacts["kind"]>])[] = [
  [/^dmar/, "intel"],
  [/^ivhd/, "amd"],
  [/smmu/, "smmu"],
];

/** ACPI's tables that describe an IOMMU: Intel's, AMD's, Arm's. */
const firmwareTables = new Set(["DMAR", "IVRS", "IORT"]);

const parameterOfInterest = /^(intel_iommu|amd_iommu|iommu(\..*)?|vfio.*|pcie_acs_override|arm_smmu.*)$/;

/** Whether and how the IOMMU is in use, from the files of {@link iommuBatch}. */
export function iommuFactsOf(files: HostFiles): IommuFacts {
  return {
    enabled: groupIdsOf(files).length > 0,
    kind: kindOf(files.names(unitsFolder)),
    offeredByFirmware: offeredByFirmware(files.names(tablesFolder)),
    parameters: kernelParameters(files.text("proc/cmdline") ?? "")
      .filter((parameter) => parameterOfInterest.test(parameterName(parameter)))
      .map(plainText),
  };
}

/** The ids of the IOMMU groups, in order. */
export function groupIdsOf(files: HostFiles): number[] {
  return files
    .names(groupsFolder)
    .flatMap((name) => groupId(name) ?? [])
    .sort((left, right) => left - right);
}

/** A group's id from its folder's name, or null where the name is none. */
export function groupId(name: string): number | null {
  return /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : null;
}

function kindOf(units: readonly string[]): IommuFacts["kind"] {
  for (const [pattern, kind] of kindByUnit) if (units.some((unit) => pattern.test(unit))) return kind;
  return null;
}

function offeredByFirmware(tables: readonly string[]): boolean | null {
  return tables.length === 0 ? null : tables.some((table) => firmwareTables.has(table));
}
