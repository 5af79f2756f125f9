import type { BarFacts } from "../facts.schema";
import { classCodes, type Layout } from "./layout.test-data";
import { parseDevices } from "./parse-layout.test-data";

const processors = {
  intel: { vendor: "GenuineIntel", model: "Intel(R) Core(TM)", threads: 4, flags: "vmx ept" },
  amd: { vendor: "AuthenticAMD", model: "AMD Ryzen", threads: 4, flags: "svm npt" },
  arm: { vendor: "ARM", model: "Neoverse-N1", threads: 4, flags: "" },
};

const units = { intel: ["dmar0"], amd: ["ivhd0"], smmu: ["smmu3.0x0000000009050000"], off: [] };
const tables = { intel: ["DMAR"], amd: ["IVRS"], smmu: ["IORT"], off: ["FACP"] };

/**
 * The layout as a description of a captured host, from which e2e/hosts makes the files. What the host uses its
 * devices for is not in it: that stands in many files, and the readers of those have tests of their own.
 */
export function descriptionOf({ name, cpu, iommu, devices, parameters = [] }: Layout) {
  return {
    cpu: processors[cpu],
    memoryKibibytes: 65_536_000,
    kernel: "6.12.48",
    commandLine: ["quiet", ...parameters].join(" "),
    distribution: "Debian GNU/Linux 13 (trixie)",
    present: [],
    dmi: { product_name: name },
    iommuUnits: units[iommu],
    firmwareTables: tables[iommu],
    devices: parseDevices(devices).map((part) => ({
      address: part.address,
      class: part.unreadable ? "zz" : classCodes[part.is],
      id: part.id,
      ...(part.driver === null ? {} : { driver: part.driver }),
      ...(part.group === null ? {} : { group: part.group }),
      ...(part.bootVga === null ? {} : { bootVga: part.bootVga }),
      ...(part.resetMethods.length === 0 ? {} : { resetMethods: part.resetMethods.join(" ") }),
      ...(part.parent === null ? {} : { behind: part.parent }),
      ...(part.domainController === null ? {} : { domainController: part.domainController }),
      attributes: Object.fromEntries(part.unassigned.map((bar) => ["resource", resourceWithout(bar)])),
      ...(part.physicalFunction === null ? {} : { physicalFunction: part.physicalFunction }),
    })),
  };
}

/** As the kernel writes registers of which this one has no address: IORESOURCE_UNSET, memory, 64 bits, prefetchable. */
function resourceWithout({ index, bytes }: BarFacts): string {
  const none = "0x0000000000000000 0x0000000000000000 0x0000000000000000";
  const hex = (number: number) => `0x${number.toString(16).padStart(16, "0")}`;
  const line = `${hex(0)} ${hex(bytes - 1)} ${hex(0x2014220c)}`;
  return [...Array.from({ length: index }, () => none), line].join("\n");
}
