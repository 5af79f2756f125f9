import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { folderTree } from "../../host/folder-tree";
import type { HostTree } from "../../host/host-tree";
import type { ToolResult } from "../../host/tools";
import { HostWriteError, type HostWriter } from "../../host/writer/host-writer";
import { readHostReport } from "../read-host-report";
import type { HardwareReport, JudgedReport } from "../schema";
import { judgeHost, type VerdictContext } from "../verdict/judge";
import { type Binding, vfioDriver } from "./binding-step";

/** A device of the made-up host. */
export interface FakeDevice {
  address: string;
  /** "030000" */
  class: string;
  ids: string;
  group: number | null;
  /** Which of the host's drivers claims it; null: none does. */
  home: string | null;
}

/**
 * What comes of a write instead: an errno or "timed-out"; "ignored", as of a probe that fails without a word; or that the
 * writer is killed before or right after it.
 */
export type Fault =
  | "EBUSY"
  | "ENODEV"
  | "EINVAL"
  | "timed-out"
  | "ignored"
  | "killed-before"
  | "killed-after";

const reports = new Map<string, Promise<HardwareReport>>();

/**
 * The part of the kernel that binds PCI drivers (drivers/base/dd.c, drivers/pci/pci-driver.c), over a sysfs in a
 * folder: the same files, the same order of checks, the same errno. What is no file there is no write.
 */
export class FakeKernel implements HostWriter {
  readonly folder = mkdtempSync(join(tmpdir(), "passdeck-kernel-"));
  readonly tree: HostTree = folderTree(this.folder);
  /** Every write that reached the kernel: "unbind 0000:01:00.0". */
  readonly writes: string[] = [];
  /** Asked at each write, by its words and by its number from 0 on. */
  faultAt: (words: string, number: number) => Fault | null = () => null;
  /** Called when the writer is killed. */
  onKill: () => void = () => undefined;
  readonly #devices: ReadonlyMap<string, FakeDevice>;
  readonly #overrides = new Map<string, string>();

  constructor(devices: readonly FakeDevice[]) {
    this.#devices = new Map(devices.map((device) => [device.address, device]));
    mkdirSync(join(this.folder, "dev/vfio"), { recursive: true });
    for (const device of devices) this.#plugIn(device);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** As good as a new one, and quicker to have. */
  reset(): void {
    this.restartHost();
    this.writes.length = 0;
    this.faultAt = () => null;
    this.onKill = () => undefined;
    rmSync(join(this.folder, "sys/bus/pci/drivers", vfioDriver), { recursive: true, force: true });
  }

  /** What a new start of the host leaves: each device with the driver that claims it. */
  restartHost(): void {
    this.#overrides.clear();
    for (const device of this.#devices.values()) {
      if (this.driverOf(device.address) !== null) this.#detach(device.address);
      if (device.home !== null) this.#attach(device.address, device.home);
    }
  }

  driverOf(address: string): string | null {
    const link = this.#path(`${address}/driver`);
    return existsSync(link) ? basename(readlinkSync(link)) : null;
  }

  bindingOf(address: string): Binding {
    return { driver: this.driverOf(address), driverOverride: this.#overrides.get(address) ?? null };
  }

  /** How all devices are bound, to compare with an earlier answer. */
  bindings(): Record<string, Binding> {
    return Object.fromEntries([...this.#devices.keys()].map((address) => [address, this.bindingOf(address)]));
  }

  async report(context: Partial<VerdictContext> = {}): Promise<JudgedReport> {
    const { devices, ...rest } = await this.#hardware();
    const now = devices.map((device) => ({ ...device, driver: this.driverOf(device.address) }));
    const hardware = { ...rest, devices: now };
    return judgeHost(hardware, { managementDevices: [], attachments: new Map(), ...context });
  }

  /** What never changes here is read once for all hosts of the same devices: naming them takes longer than all the rest. */
  #hardware(): Promise<HardwareReport> {
    const key = JSON.stringify([...this.#devices.values()]);
    const known = reports.get(key) ?? readHostReport(this.tree);
    reports.set(key, known);
    return known;
  }

  async read(path: string): Promise<string> {
    const address = basename(dirname(path));
    if (!this.#devices.has(address)) throw new HostWriteError("ENOENT", path);
    return `${this.#overrides.get(address) ?? "(null)"}\n`;
  }

  async loadModule(name: string): Promise<ToolResult> {
    try {
      await this.#meet(`modprobe ${name}`, name, () => this.#loadDriver(name));
      return { status: 0, output: "", errors: "" };
    } catch (error) {
      return { status: 1, output: "", errors: String(error) };
    }
  }

  async write(path: string, value: string): Promise<void> {
    const file = basename(path);
    const parent = basename(dirname(path));
    if (file === "driver_override") {
      return this.#meet(`override ${parent} ${value}`.trim(), path, () =>
        this.#override(parent, value, path),
      );
    }
    if (file === "unbind") return this.#meet(`unbind ${value}`, path, () => this.#unbind(value, path));
    if (file === "drivers_probe") return this.#meet(`probe ${value}`, path, () => this.#probe(value, path));
    if (file === "bind")
      return this.#meet(`bind ${value} ${parent}`, path, () => this.#bind(value, parent, path));
    throw new HostWriteError("ENOENT", path);
  }

  async #meet(words: string, path: string, act: () => void): Promise<void> {
    const fault = this.faultAt(words, this.writes.push(words) - 1);
    if (fault === "killed-before") return this.#neverReturn();
    if (fault === "ignored") return;
    if (fault !== null && fault !== "killed-after") throw new HostWriteError(fault, path);
    act();
    if (fault === "killed-after") return this.#neverReturn();
  }

  #neverReturn(): Promise<void> {
    this.onKill();
    return new Promise(() => undefined);
  }

  #override(address: string, value: string, path: string): void {
    if (!this.#devices.has(address)) throw new HostWriteError("ENOENT", path);
    if (value === "") this.#overrides.delete(address);
    else this.#overrides.set(address, value);
  }

  #unbind(address: string, path: string): void {
    if (this.driverOf(address) === null) throw new HostWriteError("ENOENT", path);
    this.#detach(address);
  }

  #probe(address: string, path: string): void {
    const device = this.#devices.get(address);
    if (!device) throw new HostWriteError("EINVAL", path);
    if (this.driverOf(address) !== null) return;
    const driver = this.#overrides.get(address) ?? device.home;
    // A probe that a driver refuses is no error of the write.
    if (driver === null || !this.#isLoaded(driver) || (driver === vfioDriver && device.group === null))
      return;
    this.#attach(address, driver);
  }

  #bind(address: string, driver: string, path: string): void {
    const device = this.#devices.get(address);
    if (!this.#isLoaded(driver)) throw new HostWriteError("ENOENT", path);
    const claimed = this.#overrides.get(address) ?? device?.home ?? null;
    if (!device || claimed !== driver) throw new HostWriteError("ENODEV", path);
    if (this.driverOf(address) !== null) throw new HostWriteError("EBUSY", path);
    this.#attach(address, driver);
  }

  #plugIn(device: FakeDevice): void {
    const folder = this.#path(device.address);
    mkdirSync(folder, { recursive: true });
    const [vendor, id] = device.ids.split(":");
    writeFileSync(join(folder, "class"), `0x${device.class}\n`);
    writeFileSync(join(folder, "vendor"), `0x${vendor}\n`);
    writeFileSync(join(folder, "device"), `0x${id}\n`);
    if (device.group !== null) {
      mkdirSync(join(this.folder, `sys/kernel/iommu_groups/${device.group}`), { recursive: true });
      symlinkSync(`../../../kernel/iommu_groups/${device.group}`, join(folder, "iommu_group"));
    }
    if (device.home !== null) {
      this.#loadDriver(device.home);
      this.#attach(device.address, device.home);
    }
  }

  #attach(address: string, driver: string): void {
    symlinkSync(`../../drivers/${driver}`, this.#path(`${address}/driver`));
    this.#makeGroupNodes();
  }

  #detach(address: string): void {
    rmSync(this.#path(`${address}/driver`));
    this.#makeGroupNodes();
  }

  /** A group has its node while one of its devices is on vfio-pci. */
  #makeGroupNodes(): void {
    for (const group of new Set([...this.#devices.values()].map((device) => device.group))) {
      if (group === null) continue;
      const members = [...this.#devices.values()].filter((device) => device.group === group);
      const node = join(this.folder, "dev/vfio", String(group));
      const isOpen = members.some(({ address }) => this.driverOf(address) === vfioDriver);
      if (isOpen) writeFileSync(node, "");
      else rmSync(node, { force: true });
    }
  }

  #loadDriver(name: string): void {
    mkdirSync(join(this.folder, "sys/bus/pci/drivers", name), { recursive: true });
  }

  #isLoaded(name: string): boolean {
    return existsSync(join(this.folder, "sys/bus/pci/drivers", name));
  }

  #path(below: string): string {
    return join(this.folder, "sys/bus/pci/devices", below);
  }
}

const gpu = { class: "030000", ids: "10de:2204" };
const audio = { class: "040300", ids: "10de:1aef" };

export const card = { gpu: "0000:01:00.0", audio: "0000:01:00.1" };
export const twin = { gpu: "0000:02:00.0", audio: "0000:02:00.1" };
/** A GPU and a network card behind one PCI bridge, in one group. */
export const shared = { gpu: "0000:07:01.0", nic: "0000:07:02.0" };
export const serial = "0000:08:00.0";
export const ungrouped = "0000:09:00.0";

/** A host with twin graphics cards, a shared group, a device that no driver wants, and one without a group. */
export function newKernel(): FakeKernel {
  return new FakeKernel([
    { address: card.gpu, ...gpu, group: 13, home: "nouveau" },
    { address: card.audio, ...audio, group: 13, home: "snd_hda_intel" },
    { address: twin.gpu, ...gpu, group: 14, home: "nouveau" },
    { address: twin.audio, ...audio, group: 14, home: "snd_hda_intel" },
    { address: "0000:00:1e.0", class: "060400", ids: "8086:244e", group: 18, home: null },
    { address: shared.gpu, ...gpu, ids: "1002:73bf", group: 18, home: "amdgpu" },
    { address: shared.nic, class: "020000", ids: "8086:100e", group: 18, home: "e1000" },
    { address: serial, class: "070002", ids: "1415:c158", group: 20, home: null },
    { address: ungrouped, class: "010802", ids: "144d:a808", group: null, home: "nvme" },
  ]);
}
