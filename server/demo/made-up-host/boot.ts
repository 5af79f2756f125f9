import { askedPages } from "../../host/checks/huge-page-check";
import { parametersOfKernel } from "../../host/kernel-parameters";
import { type BindingAtBoot, bindingAtBoot, placeOfBinding } from "../../host/modules/binding-at-boot";
import type { BindingFiles } from "../../host/modules/binding-files";
import type { MadeUpDevice } from "./hardware";
import { moduleOf } from "./modules";

/** What a start of the made-up host is made of. */
export interface BootSources {
  /** What GRUB hands to the kernel. */
  commandLine: string;
  devices: readonly MadeUpDevice[];
  /** In the initial RAM disk: drivers that it has are loaded there. */
  disk: { files: BindingFiles; drivers: ReadonlySet<string>; modules: readonly string[] };
  /** In the system that is started then. */
  system: BindingFiles;
  /** Texts of sysctl.d(5), in their order. */
  sysctl: readonly string[];
  memoryBytes: number;
}

/** How the host is once it has started. */
export interface BootedHost {
  commandLine: string;
  /** The kernel uses the IOMMU, so that there are groups. */
  iommu: boolean;
  /** By address; null where none has it. */
  drivers: ReadonlyMap<string, string | null>;
  /** Devices that were given to their driver by its name. */
  overridden: ReadonlySet<string>;
  /** By the size of a page in bytes. */
  hugePages: ReadonlyMap<number, number>;
  /** By their names with underscores. */
  modules: readonly string[];
  /** "2-7"; "" for none. */
  isolated: string;
}

const vfio = "vfio-pci";
export const pageSizes = { "2M": 2 ** 21, "1G": 2 ** 30 } as const;
/** What the kernel needs for itself. */
const leastForHost = 2 ** 31;

/** What becomes of a start: of its files alone, whatever was before. Pure. */
export function bootOf(sources: BootSources): BootedHost {
  const parameters = parametersOfKernel(sources.commandLine);
  const parameter = (name: string) => parameters.findLast((one) => one.name === name)?.value ?? "";
  const iommu = parameter("intel_iommu").split(",").includes("on");
  const early = bindingOf(sources, sources.disk.files);
  const late = bindingOf(sources, sources.system);
  const bindings = sources.devices.map((device) => {
    const isEarly = device.driver !== null && sources.disk.drivers.has(device.driver);
    return { device, ...boundTo(device, isEarly ? early : late, iommu) };
  });
  const drivers = new Map(bindings.map(({ device, driver }) => [device.address, driver]));
  return {
    commandLine: sources.commandLine,
    iommu,
    drivers,
    overridden: new Set(bindings.filter(({ overridden }) => overridden).map(({ device }) => device.address)),
    hugePages: pagesOf(sources),
    modules: modulesOf(sources, [...drivers.values()]),
    isolated: parameter("isolcpus"),
  };
}

function bindingOf({ commandLine }: BootSources, files: BindingFiles): BindingAtBoot {
  return bindingAtBoot({ files, commandLine, builtIn: false });
}

function boundTo(
  device: MadeUpDevice,
  binding: BindingAtBoot,
  iommu: boolean,
): { driver: string | null; overridden: boolean } {
  if (placeOfBinding(device, binding) === null) return { driver: device.driver, overridden: false };
  const overridden = binding.addresses.has(device.address);
  // Without an IOMMU vfio-pci refuses a device (vfio_pci_core_register_device), and an override lets no other have it.
  if (!iommu) return { driver: overridden ? null : device.driver, overridden };
  return { driver: vfio, overridden };
}

/** The kernel line's, then those of sysctl.d, which count pages of the usual size; as many as there is room for. */
function pagesOf({ commandLine, sysctl, memoryBytes }: BootSources): Map<number, number> {
  const pages = new Map<number, number>(Object.values(pageSizes).map((bytes) => [bytes, 0]));
  for (const { bytes, count } of askedPages(parametersOfKernel(commandLine)))
    if (pages.has(bytes)) pages.set(bytes, count);
  const set = sysctlPages(sysctl);
  if (set !== null) pages.set(pageSizes["2M"], set);
  let room = memoryBytes - leastForHost;
  for (const [bytes, count] of [...pages].sort(([one], [other]) => other - one)) {
    const given = Math.max(0, Math.min(count, Math.floor(room / bytes)));
    pages.set(bytes, given);
    room -= given * bytes;
  }
  return pages;
}

/** How many pages of the usual size sysctl.d(5) asks for; null where it says nothing of them. */
export function sysctlPages(texts: readonly string[]): number | null {
  const found = texts.flatMap((text) => [...text.matchAll(/^\s*vm[./]nr_hugepages\s*=\s*(\d+)/gm)]).at(-1);
  return found === undefined ? null : Number(found[1]);
}

/** What is loaded: by its device, by a list, or in the initial RAM disk; and not what a blacklist keeps out. */
function modulesOf({ disk, system }: BootSources, drivers: readonly (string | null)[]): string[] {
  const listed = system.loaded.flatMap(({ text }) =>
    text.split("\n").filter((line) => /^\s*[\w-]+\s*$/.test(line)),
  );
  const named = [...disk.modules, ...listed].map((name) => name.trim().replaceAll("-", "_"));
  const ofDevices = drivers.flatMap((driver) => (driver === null ? [] : (moduleOf(driver) ?? [])));
  const all = new Set(["kvm", "kvm_intel", ...named, ...ofDevices]);
  if (all.has("vfio_pci")) for (const name of ["vfio", "vfio_iommu_type1", "vfio_pci_core"]) all.add(name);
  return [...all].sort();
}
