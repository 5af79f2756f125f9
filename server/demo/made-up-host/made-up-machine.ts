import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { able } from "../../host/ability";
import { LocalConfiguration } from "../../host/configuration/local-configuration";
import { folderTree } from "../../host/folder-tree";
import type { Host } from "../../host/host";
import { localQemuFiles } from "../../host/qemu-files";
import { unpackDemoHost } from "../demo-host";
import { bootOf, pageSizes, sysctlPages } from "./boot";
import { bootSources, sysctlTexts } from "./boot-sources";
import { DeviceBus } from "./device-bus";
import { grubEnvironment, grubFolder } from "./grub";
import { readHardware } from "./hardware";
import { putHugePages, putModules, putStart, type StartedHost } from "./kernel-files";
import { MadeUpFiles } from "./made-up-files";
import { portConfiguration } from "./port-configuration";
import { madeUpTools } from "./programs";

/** What of its devices is there answers whoever opens it. */
const answersOpen = "";
/** Where its QEMU finds files that Passdeck keeps for it. */
const qemuFolder = "var/lib/passdeck-roms";

/**
 * A machine that is made up: its files are a captured host's, in a folder of Passdeck's own state; its kernel, its programs
 * and its starts are played here, and do to those files what the real ones do. No file, program or network of this machine
 * is reached.
 */
export class MadeUpMachine implements StartedHost {
  readonly files: MadeUpFiles;
  readonly whole: MadeUpFiles;
  bus: DeviceBus;
  devices: StartedHost["devices"] = [];
  /** What its initial RAM disks pack. */
  readonly packed: MadeUpFiles;
  readonly #folder: string;

  /** @param folder Its own; to be installed before anything else. */
  constructor(folder: string) {
    this.#folder = folder;
    this.files = new MadeUpFiles(join(folder, "root"));
    this.whole = new MadeUpFiles(join(folder, "whole"));
    this.packed = new MadeUpFiles(join(folder, "ram-disks"));
    this.bus = new DeviceBus(this.files, this.whole, []);
  }

  /** Makes it as it was when it was new, and starts it. */
  async install(): Promise<void> {
    const all = new MadeUpFiles(this.#folder);
    for (const name of ["root", "whole", "ram-disks"]) {
      all.remove(name);
      all.folder(name);
    }
    await unpackDemoHost(this.whole.root);
    for (const name of all.names("whole")) this.files.takeOver(this.whole, name);
    this.devices = readHardware(this.whole);
    for (const { place, class: code } of this.devices)
      if (code.startsWith("0604")) this.files.write(`${place}/config`, portConfiguration());
    this.bus = new DeviceBus(this.files, this.whole, this.devices);
    // LocalConfiguration's lock stands here.
    this.files.folder("run");
    this.files.write(`${grubFolder}/grubenv`, grubEnvironment(null));
    const tools = this.tools(() => undefined);
    await tools.run("update-grub", []);
    await tools.run("mkinitcpio", ["-P"]);
    await this.boot();
  }

  /** Starts it by what its files say now. */
  async boot(): Promise<void> {
    const booted = bootOf(await bootSources(this.files, this.packed, this.devices));
    // GRUB takes the choice of one start away before it starts by it.
    const environment = `${grubFolder}/grubenv`;
    if (/^next_entry=/m.test(this.files.text(environment) ?? ""))
      this.files.write(environment, grubEnvironment(null));
    putStart(this, booted, randomUUID());
  }

  /** @param restart Begins a restart. */
  tools(restart: () => void) {
    return madeUpTools({
      files: this.files,
      packed: this.packed,
      load: (module) => this.#load(module),
      applySysctl: () => this.#applySysctl(),
      restart,
    });
  }

  /** What Passdeck may do to it, but for its VMs. */
  abilities(restart: () => void): Pick<Host, "files" | "writer" | "configuration" | "tools" | "qemuFiles"> {
    const tools = this.tools(restart);
    const { root } = this.files;
    return {
      files: able({ ...folderTree(root, { opened: answersOpen }), name: "the demo host" }),
      // Its bus is another one after a reset.
      writer: able({
        read: (path, encoding) => this.bus.read(path, encoding),
        write: (path, value) => this.bus.write(path, value),
        loadModule: (name) => tools.run("modprobe", ["--", name]),
      }),
      configuration: able(new LocalConfiguration({ root, tools })),
      tools: able(tools),
      qemuFiles: able({
        ...localQemuFiles(join(root, qemuFolder)),
        pathOf: (name) => `/${qemuFolder}/${name}`,
      }),
    };
  }

  #load(module: string): boolean {
    const name = module.replaceAll("-", "_");
    if (!/^(?:vfio|kvm)/.test(name)) return false;
    if (name === "vfio_pci") this.bus.load("vfio-pci");
    const loaded = this.files.names("sys/module");
    putModules(
      this.files,
      [...new Set([...loaded, name, ...(name === "vfio_pci" ? ["vfio", "vfio_iommu_type1"] : [])])].sort(),
    );
    return true;
  }

  #applySysctl(): void {
    const pages = sysctlPages(sysctlTexts(this.files));
    if (pages === null) return;
    const large = Number(this.files.text("sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages") ?? 0);
    putHugePages(
      this.files,
      new Map([
        [pageSizes["1G"], large],
        [pageSizes["2M"], pages],
      ]),
    );
  }
}
