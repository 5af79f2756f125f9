import type { HostTree } from "../../host/host-tree";
import { isKernelRelease, moduleFolders } from "../../host/modules/installed-modules";
import { plainText } from "../../host/plain-text";

/** What decides which module claims a device: its numbers as sysfs writes them, in small letters. */
export interface ClaimedDevice {
  class: string;
  vendorId: string;
  deviceId: string;
  subsystemVendorId: string;
  subsystemDeviceId: string;
}

interface Alias {
  module: string;
  /** The line as modules.alias has it. */
  line: string;
  /** null where any value is claimed: vendor, device, subsystem vendor, subsystem, class, sub-class, interface. */
  wanted: readonly (string | null)[];
}

const pattern =
  /^alias pci:v(\*|[0-9A-F]{8})d(\*|[0-9A-F]{8})sv(\*|[0-9A-F]{8})sd(\*|[0-9A-F]{8})bc(\*|[0-9A-F]{2})sc(\*|[0-9A-F]{2})i(\*|[0-9A-F]{2})\*? ([\w-]+)$/;

/** The modules of one kernel, by the PCI devices that they claim: depmod(8)'s modules.alias. */
export class KernelModules {
  /** By vendor; under "*" those that claim every vendor's. */
  readonly #byVendor = new Map<string, Alias[]>();
  /** By a device's numbers: to look is long for a vendor of many, and a host's devices stay what they are. */
  readonly #found = new Map<string, readonly Alias[]>();

  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      const match = pattern.exec(line);
      const module = match?.[8];
      if (match === null || module === undefined) continue;
      const wanted = match.slice(1, 8).map((value) => (value === "*" ? null : value));
      const vendor = wanted[0] ?? "*";
      const alias = { module: plainText(module), line, wanted };
      const known = this.#byVendor.get(vendor);
      if (known === undefined) this.#byVendor.set(vendor, [alias]);
      else known.push(alias);
    }
  }

  /** Names of the modules that claim the device, in order. */
  claiming(device: ClaimedDevice): string[] {
    return [...new Set(this.#aliasesOf(device).map(({ module }) => module))].sort();
  }

  /** The lines of modules.alias by which the devices are claimed: all that a captured host needs. */
  linesFor(devices: readonly ClaimedDevice[]): string[] {
    return [...new Set(devices.flatMap((device) => this.#aliasesOf(device).map(({ line }) => line)))].sort();
  }

  #aliasesOf(device: ClaimedDevice): readonly Alias[] {
    const values = [
      long(device.vendorId),
      long(device.deviceId),
      long(device.subsystemVendorId),
      long(device.subsystemDeviceId),
      ...[0, 2, 4].map((start) => device.class.slice(start, start + 2).toUpperCase()),
    ];
    const key = values.join(" ");
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const candidates = [long(device.vendorId), "*"].flatMap((vendor) => this.#byVendor.get(vendor) ?? []);
    const found = candidates.filter(({ wanted }) =>
      wanted.every((value, index) => value === null || value === values[index]),
    );
    this.#found.set(key, found);
    return found;
  }
}

const none = new KernelModules([]);
const modulesOfTree = new WeakMap<HostTree, { release: string; modules: Promise<KernelModules> }>();

/** The modules of the kernel of this release; none where the host has none. Read once for a tree and release. */
export function kernelModulesOf(tree: HostTree, release: string): Promise<KernelModules> {
  const known = modulesOfTree.get(tree);
  if (known?.release === release) return known.modules;
  const modules = loadModules(tree, release);
  modulesOfTree.set(tree, { release, modules });
  modules.catch(() => modulesOfTree.delete(tree));
  return modules;
}

/** A release that is no plain name is taken for none, lest it lead to another folder. */
async function loadModules(tree: HostTree, release: string): Promise<KernelModules> {
  if (!isKernelRelease(release)) return none;
  for (const folder of moduleFolders) {
    const aliases = `${folder}/${release}/modules.alias`;
    const builtIn = `${folder}/${release}/modules.builtin.modinfo`;
    const files = await tree.readMany({ texts: [aliases, builtIn], skipForbidden: true });
    const text = files.text(aliases);
    if (text === null) continue;
    return new KernelModules([...text.split("\n"), ...builtInAliases(files.text(builtIn) ?? "")]);
  }
  return none;
}

/** Drivers inside the kernel's own file: "MODULE.alias=PATTERN", parted by zero bytes. */
function builtInAliases(information: string): string[] {
  return information.split("\0").flatMap((entry) => {
    const match = /^([\w-]+)\.alias=(pci:\S+)$/.exec(entry);
    return match === null ? [] : [`alias ${match[2]} ${match[1]}`];
  });
}

function long(id: string): string {
  return id.toUpperCase().padStart(8, "0");
}
