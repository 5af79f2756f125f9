import { type CheckSources, paths } from "./check-sources";
import { there } from "./evidence";
import { iommuTables } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { inFirmware } from "./in-firmware";

/** What the settings are called, whoever makes the board. */
export const setupNames = {
  intel: "Turn on “Intel VT-d” in the firmware setup, often under “System Agent” or “Chipset”.",
  amd: "Turn on “IOMMU” in the firmware setup, often under “AMD CBS” or “North Bridge”.",
} as const;

/** Whether the firmware describes an IOMMU to the kernel. */
export const iommuFirmware: HostCheck = {
  id: "iommu-firmware",
  group: "iommu",
  title: "IOMMU in the firmware",
  why: "Without an IOMMU a device could write anywhere in the host's memory, so nothing can be handed to a VM.",
  look: tablesOfFirmware,
};

function tablesOfFirmware(sources: CheckSources): Finding {
  const { iommu, cpuVendor } = sources;
  const evidence = iommuTables.filter((table) => sources.further.first.has(table)).map(there);
  if (iommu.offeredByFirmware === true || iommu.enabled) {
    return passed("The firmware reports an IOMMU.", evidence);
  }
  if (isRaspberryPi(sources)) return { status: "fail", detail: noUnitForPcie, fix: null };
  if (iommu.offeredByFirmware === null) return unknown("The firmware's tables can't be read.");
  const fix =
    cpuVendor === "intel" || cpuVendor === "amd" ? inFirmware(sources, "iommu", setupNames[cpuVendor]) : null;
  return { status: "fail", detail: "The firmware's tables list no IOMMU.", fix };
}

const noUnitForPcie =
  "The Raspberry Pi has no IOMMU for its PCIe bus, so its devices can't be passed through.";

/** Its PCIe bus has no IOMMU, whatever its firmware and kernel are. */
export function isRaspberryPi({ files }: CheckSources): boolean {
  return (files.text(paths.boardModel) ?? "").startsWith("Raspberry Pi");
}
