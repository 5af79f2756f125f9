import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { unpackTree } from "@/server/host/archive";
import { type TreeEntry, writeTree } from "@/server/host/tree-entries";
import { FaultControl } from "./fault-control";
import { completeSysfs, type DriverChoice } from "./host/complete-sysfs";
import { ensureLibraries } from "./libraries";

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface FastLabOptions {
  /** A captured host. */
  archive: string;
  drivers?: DriverChoice;
}

/** How a device is bound. */
export interface FoundBinding {
  driver: string | null;
  /** What `driver_override` holds; null where nothing is set. */
  driverOverride: string | null;
}

/**
 * A passthrough host of seconds: in private namespaces a real libvirtd over a captured sysfs whose files act as the
 * kernel's, with an emulator that stands in look-alikes for devices. It proves no VFIO and no DMA: e2e/lab does.
 */
export class FastLab {
  private constructor(
    readonly folder: string,
    readonly libvirtd: PrivateLibvirtd,
    readonly faults: FaultControl,
  ) {}

  /** Needs root, fuse3, python3-fusepy and gcc. */
  static async start({ archive, drivers = {} }: FastLabOptions): Promise<FastLab> {
    const folder = await mkdtemp(join(tmpdir(), "fast-lab-"));
    try {
      return await startIn(folder, archive, drivers, (...parts) => new FastLab(folder, ...parts));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** For a VM's `<emulator>`. */
  get emulator(): string {
    return join(this.folder, "emulator/stand_in.py");
  }

  /** What a command that runs inside begins with: the lab's mounts, and the machine's own network, so that tests reach it. */
  get inside(): readonly string[] {
    return ["nsenter", "--target", String(this.libvirtd.namespace.pid), "--mount", "--"];
  }

  /** The environment of a Passdeck that runs inside. */
  get environment(): Readonly<Record<string, string>> {
    return environmentOf(this.folder);
  }

  /** As `modprobe` on the host. */
  async loadModule(name: string): Promise<void> {
    await this.#runInside(join(this.folder, "bin/modprobe"), name);
  }

  /** As `cat` on the host. Rejects with what it says where the kernel refuses. */
  read(path: string): Promise<string> {
    return this.#runInside("cat", path);
  }

  /** Adds what drivers make in sysfs; paths are relative to the host's root. */
  async addToSysfs(entries: readonly TreeEntry[]): Promise<void> {
    await writeTree(join(this.folder, "host"), entries);
  }

  /** Has the emulator end with these words in place of a start; null: no more. */
  async refuseStarts(words: string | null): Promise<void> {
    const file = join(this.folder, "emulator/refusal");
    if (words === null) await rm(file, { force: true });
    else await writeFile(file, words);
  }

  /** What sysfs itself holds, read past FUSE. */
  bindingOf(address: string): FoundBinding {
    const device = join(this.#sysfs, "bus/pci/devices", address);
    const override = readFileSync(join(device, "driver_override"), "utf8").trim();
    const driver = join(device, "driver");
    return {
      driver: existsSync(driver) ? basename(readlinkSync(driver)) : null,
      driverOverride: override === "(null)" ? null : override,
    };
  }

  /** All devices, to compare with an earlier answer. */
  bindings(): Record<string, FoundBinding> {
    const addresses = readdirSync(join(this.#sysfs, "bus/pci/devices")).sort();
    return Object.fromEntries(addresses.map((address) => [address, this.bindingOf(address)]));
  }

  async stop(): Promise<void> {
    this.faults.close();
    await this.libvirtd.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #runInside(...words: string[]): Promise<string> {
    const [nsenter = "", ...rest] = [...this.inside, ...words];
    const { stdout } = await run(nsenter, rest, { encoding: "latin1" });
    return stdout;
  }

  get #sysfs(): string {
    return join(this.folder, "host/sys");
  }
}

async function startIn(
  folder: string,
  archive: string,
  drivers: DriverChoice,
  build: (libvirtd: PrivateLibvirtd, faults: FaultControl) => FastLab,
): Promise<FastLab> {
  await mkdir(join(folder, "host"));
  await unpackTree(archive, join(folder, "host"));
  completeSysfs(join(folder, "host/sys"), drivers);
  await layOutPrograms(folder);
  const control = join(folder, "control");
  const arguments_ = [join(folder, "host/sys"), control, join(folder, "sysfs.log")];
  const libvirtd = await startPrivateLibvirtd({
    folder: join(folder, "libvirtd"),
    namespace: {
      prepare: ["sh", here("namespace/prepare.sh"), ...arguments_],
      environment: { ...environmentOf(folder), LD_PRELOAD: join(folder, "emulator/memlock.so") },
    },
  });
  return build(libvirtd, await FaultControl.open(control));
}

/** Programs go by copies of the lab's own, since what each VM is to do is told by files beside them. */
async function layOutPrograms(folder: string): Promise<void> {
  const libraries = await ensureLibraries();
  for (const path of ["emulator", "bin"]) await mkdir(join(folder, path));
  await copyFile(here("emulator/stand_in.py"), join(folder, "emulator/stand_in.py"));
  await copyFile(here("namespace/modprobe"), join(folder, "bin/modprobe"));
  for (const path of ["emulator/stand_in.py", "bin/modprobe"]) await chmod(join(folder, path), 0o755);
  for (const [name, path] of Object.entries(libraries)) {
    await copyFile(path, join(folder, "emulator", `${name}.so`));
  }
}

function environmentOf(folder: string): Record<string, string> {
  return {
    PATH: `${join(folder, "bin")}:${process.env.PATH ?? ""}`,
    // This sysfs has another magic number than the kernel's.
    SYSTEMD_DEVICE_VERIFY_SYSFS: "0",
  };
}
