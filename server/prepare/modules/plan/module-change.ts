import type { InitramfsTool } from "../../../host/boot/boot-setup";
import type { HostMemory, HugePageCount } from "../huge-pages";

/** What is to change of modules, drivers and huge pages; what is there already stays as it is. */
export interface ModuleChange {
  /** Modules that the initial RAM disk loads before others. */
  earlyModules: readonly string[];
  /** Modules that are loaded once the host's own root is there. */
  loadModules: readonly string[];
  /** Modules that go out of every list of modules to load. */
  removeModules: readonly string[];
  /** Modules before which vfio-pci is loaded. */
  softdeps: readonly string[];
  blacklist: AddedAndRemoved;
  /** "10de:2206"; only those that are to stand in modprobe.d. */
  vfioIds: AddedAndRemoved;
  /** Drivers by the addresses of the devices that driverctl gives them. */
  overrides: ReadonlyMap<string, string>;
  /** Devices that vfio-pci gets by their addresses, before any driver. */
  vfioAddresses: readonly string[];
  /** Devices that vfio-pci gets no longer by their addresses, as far as Passdeck's own files name them. */
  returnedAddresses: readonly string[];
  hugePages: HugePageCount | null;
}

/** Nothing is to change. */
export const noModuleChange: ModuleChange = {
  earlyModules: [],
  loadModules: [],
  removeModules: [],
  softdeps: [],
  blacklist: { add: [], remove: [] },
  vfioIds: { add: [], remove: [] },
  overrides: new Map(),
  vfioAddresses: [],
  returnedAddresses: [],
  hugePages: null,
};

export interface AddedAndRemoved {
  add: readonly string[];
  remove: readonly string[];
}

/** What of a host decides how it is done. */
export interface ModuleContext {
  initramfs: InitramfsTool | null;
  /** The system is a deployment of ostree's: nothing can be written below /usr. */
  imageBased: boolean;
  /** Modules of the drivers that would take the devices. */
  rivals: readonly string[];
  /** Modules that are part of the kernel's own file, by their names with underscores. */
  builtIn: ReadonlySet<string>;
  /** "10de:2206" of devices that stay with the host. */
  twins: ReadonlySet<string>;
  /** "10de:2206" by address. */
  deviceIds: ReadonlyMap<string, string>;
  /** null where it is not known. */
  memory: HostMemory | null;
}
