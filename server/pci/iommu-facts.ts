import type { HostFiles } from "../host/host-files";
import { parametersOfModprobe } from "../host/kernel-parameters";
import { plainText } from "../host/plain-text";
import type { IommuFacts } from "./schema";

const unitsFolder = "sys/class/iommu";
const tablesFolder = "sys/firmware/acpi/tables";
export const groupsFolder = "sys/kernel/iommu_groups";

/** Whether VFIO makes groups of its own for devices without an IOMMU: "Y". */
export const noIommuParameter = "sys/module/vfio/parameters/enable_unsafe_noiommu_mode";

/** What {@link iommuFactsOf} needs read. */
export const iommuBatch = {
  texts: ["proc/cmdline", noIommuParameter],
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

/** What VFIO calls a group that it made without an IOMMU (`vfio_noiommu_group_alloc` in drivers/vfio/group.c). */
const noIommuName = "vfio-noiommu";

/**
 * What tells {@link IommuGroups} from each other, once the names in {@link groupsFolder} are known. A host has hundreds of
 * groups: with an IOMMU, and without VFIO's no-IOMMU mode, they are all the IOMMU's.
 */
export function groupNameBatch(files: HostFiles): { texts: string[] } {
  return { texts: mayBeWithoutIommu(files) ? listedIds(files).map(groupNameFile) : [] };
}

function mayBeWithoutIommu(files: HostFiles): boolean {
  return files.names(unitsFolder).length === 0 || files.word(noIommuParameter) === "Y";
}

/** The ids of the host's groups, in order. */
export interface IommuGroups {
  isolating: readonly number[];
  /** Made by VFIO's no-IOMMU mode: no IOMMU keeps their devices from the host's memory, and QEMU refuses them. */
  withoutIommu: readonly number[];
}

/**
 * The groups of {@link iommuBatch}'s files.
 * @param names What was read by {@link groupNameBatch}.
 */
export function iommuGroupsOf(files: HostFiles, names: HostFiles): IommuGroups {
  const asked = mayBeWithoutIommu(files);
  const isReal = (id: number) => !asked || names.word(groupNameFile(id)) !== noIommuName;
  const ids = listedIds(files);
  return { isolating: ids.filter(isReal), withoutIommu: ids.filter((id) => !isReal(id)) };
}

/** Whether and how the IOMMU is in use, from the files of {@link iommuBatch}. */
export function iommuFactsOf(files: HostFiles, groups: IommuGroups): IommuFacts {
  return {
    enabled: groups.isolating.length > 0,
    ...(groups.withoutIommu.length > 0 ? { noIommuMode: true } : {}),
    kind: kindOf(files.names(unitsFolder)),
    offeredByFirmware: offeredByFirmware(files.names(tablesFolder)),
    parameters: parametersOfModprobe(files.text("proc/cmdline") ?? "")
      .filter(({ name }) => parameterOfInterest.test(name))
      .map(({ text }) => plainText(text)),
  };
}

function listedIds(files: HostFiles): number[] {
  return files
    .names(groupsFolder)
    .flatMap((name) => groupId(name) ?? [])
    .sort((left, right) => left - right);
}

/** Where a group's name stands; few have one. */
function groupNameFile(id: number): string {
  return `${groupsFolder}/${id}/name`;
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
