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
export function descriptionOf({ name, cpu, iommu, devices }: Layout) {
  return {
    cpu: processors[cpu],
    memoryKibibytes: 65_536_000,
    kernel: "6.12.48",
    commandLine: "quiet",
    distribution: "Debian GNU/Linux 13 (trixie)",
    present: [],
    dmi: { product_name: name },
    iommuUnits: units[iommu],
    firmwareTables: tables[iommu],
    devices: parseDevices(devices).map((part) => ({
      address: part.address,
      class: classCodes[part.is],
      id: part.id,
      ...(part.driver === null ? {} : { driver: part.driver }),
      ...(part.group === null ? {} : { group: part.group }),
      ...(part.bootVga === null ? {} : { bootVga: part.bootVga }),
      ...(part.resetMethods.length === 0 ? {} : { resetMethods: part.resetMethods.join(" ") }),
      ...(part.parent === null ? {} : { behind: part.parent }),
      ...(part.physicalFunction === null ? {} : { physicalFunction: part.physicalFunction }),
    })),
  };
}
