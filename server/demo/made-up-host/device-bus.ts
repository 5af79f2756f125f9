import { basename, dirname } from "node:path";
import { type FileEncoding, HostWriteError, type HostWriter } from "../../host/writer/host-writer";
import { cardRom } from "./card-rom";
import type { Link, MadeUpDevice } from "./hardware";
import type { MadeUpFiles } from "./made-up-files";

const bus = "sys/bus/pci";
const vfio = "vfio-pci";
const container = "dev/vfio/vfio";

/**
 * The part of the made-up host's kernel that binds drivers: the same files, the same order of checks, the same errors as
 * Linux's (drivers/base/bus.c, drivers/base/dd.c, drivers/pci/pci-driver.c).
 */
export class DeviceBus implements Pick<HostWriter, "read" | "write"> {
  readonly #files: MadeUpFiles;
  /** The same host with each device on its own driver: what that makes of a device is taken from here. */
  readonly #whole: MadeUpFiles;
  readonly #devices: ReadonlyMap<string, MadeUpDevice>;
  /** Devices whose ROM is switched on. */
  readonly #shownRoms = new Set<string>();

  constructor(files: MadeUpFiles, whole: MadeUpFiles, devices: readonly MadeUpDevice[]) {
    this.#files = files;
    this.#whole = whole;
    this.#devices = new Map(devices.map((device) => [device.address, device]));
  }

  driverOf(address: string): string | null {
    const to = this.#files.target(`${this.#find(address)?.place}/driver`);
    return to === null ? null : basename(to);
  }

  async read(path: string, encoding: FileEncoding = "utf8"): Promise<string> {
    if (basename(path) === "rom") return this.#rom(basename(dirname(path)), path).toString(encoding);
    const text = this.#files.text(path);
    if (text === null) throw new HostWriteError("ENOENT", path);
    return Buffer.from(text).toString(encoding);
  }

  async write(path: string, value: string): Promise<void> {
    const name = basename(path);
    const above = basename(dirname(path));
    if (name === "rom") return this.#switchRom(above, value, path);
    if (name === "control" && above === "power")
      return this.#power(basename(dirname(dirname(path))), value, path);
    if (name === "driver_override") return this.#override(above, value, path);
    if (name === "drivers_probe") return this.#probe(value, path);
    if (name === "unbind") return this.#unbind(value, above, path);
    if (name === "bind") return this.#bind(value, above, path);
    throw new HostWriteError("ENOENT", path);
  }

  /** Has a driver there, with the files by which devices are handed to it. */
  load(driver: string): void {
    for (const name of ["bind", "unbind"]) this.#files.write(`${bus}/drivers/${driver}/${name}`, "");
    if (driver === vfio) this.#files.write(container, "");
  }

  /** Chooses for one device which driver alone may have it; "" lets any. */
  choose(address: string, driver: string): void {
    const device = this.#find(address);
    if (device !== undefined) this.#files.write(`${device.place}/driver_override`, `${driver || "(null)"}\n`);
  }

  /** Gives a device to a driver. It has none before. */
  attach(address: string, driver: string): void {
    const device = this.#find(address);
    if (device === undefined) return;
    this.load(driver);
    this.#files.link(`${device.place}/driver`, `${bus}/drivers/${driver}`);
    this.#files.link(`${bus}/drivers/${driver}/${address}`, device.place);
    if (driver === device.driver) this.#show(device);
    this.#keepGroupNode(device);
  }

  detach(address: string): void {
    const device = this.#find(address);
    const driver = this.driverOf(address);
    if (device === undefined || driver === null) return;
    this.#files.remove(`${device.place}/driver`);
    this.#files.remove(`${bus}/drivers/${driver}/${address}`);
    if (driver === device.driver) this.#hide(device);
    this.#keepGroupNode(device);
  }

  /** A graphics card's alone, and only while it is switched on (pci_read_rom in drivers/pci/pci-sysfs.c). */
  #rom(address: string, path: string): Buffer {
    const device = this.#find(address);
    if (device === undefined || !this.#files.has(path)) throw new HostWriteError("ENOENT", path);
    if (!this.#shownRoms.has(address)) throw new HostWriteError("EINVAL", path);
    return cardRom(device);
  }

  /** Anything but 0 switches it on (pci_write_rom). */
  #switchRom(address: string, value: string, path: string): void {
    if (!this.#files.has(path)) throw new HostWriteError("ENOENT", path);
    if (value.trim() === "0") this.#shownRoms.delete(address);
    else this.#shownRoms.add(address);
  }

  /** "on" keeps a device awake, "auto" lets it sleep again (Documentation/ABI/testing/sysfs-devices-power). */
  #power(address: string, value: string, path: string): void {
    const device = this.#find(address);
    if (device === undefined) throw new HostWriteError("ENOENT", path);
    const state = `${device.place}/power_state`;
    this.#files.write(`${device.place}/power/control`, `${value}\n`);
    this.#files.write(state, value === "on" ? "D0\n" : (this.#whole.text(state) ?? "D0\n"));
  }

  #override(address: string, value: string, path: string): void {
    if (this.#find(address) === undefined) throw new HostWriteError("ENOENT", path);
    this.choose(address, value);
  }

  #probe(address: string, path: string): void {
    const device = this.#find(address);
    if (device === undefined) throw new HostWriteError("ENODEV", path);
    if (this.driverOf(address) !== null) return;
    const driver = this.#overrideOf(device) ?? device.driver;
    if (driver === null || !this.#files.has(`${bus}/drivers/${driver}`)) return;
    // "Ignore errors returned by ->probe so that the next driver can try its luck": the write succeeds all the same.
    if (driver === vfio && !this.#isGrouped(device)) return;
    this.attach(address, driver);
  }

  /** The path may be by the device's own link to its driver. */
  #unbind(address: string, folder: string, path: string): void {
    const driver = this.driverOf(address);
    if (driver === null || (folder !== "driver" && folder !== driver))
      throw new HostWriteError("ENODEV", path);
    this.detach(address);
  }

  #bind(address: string, driver: string, path: string): void {
    const device = this.#find(address);
    if (device === undefined || (this.#overrideOf(device) ?? device.driver) !== driver)
      throw new HostWriteError("ENODEV", path);
    if (this.driverOf(address) !== null) throw new HostWriteError("EBUSY", path);
    if (driver === vfio && !this.#isGrouped(device)) throw new HostWriteError("EINVAL", path);
    this.attach(address, driver);
  }

  /** What its driver makes of a device: interfaces, disks, screens. */
  #show({ users, place }: MadeUpDevice): void {
    for (const part of partsOf(users, place)) this.#files.takeOver(this.#whole, part);
    for (const { path, to } of users) this.#files.link(path, to);
  }

  #hide({ users, place }: MadeUpDevice): void {
    for (const { path } of users) this.#files.remove(path);
    for (const part of partsOf(users, place)) this.#files.remove(part);
  }

  /** A group has its node for as long as vfio-pci has one of its devices. */
  #keepGroupNode({ group }: MadeUpDevice): void {
    const members = [...this.#devices.values()].filter((device) => device.group === group);
    const node = `dev/vfio/${group}`;
    if (members.some(({ address }) => this.driverOf(address) === vfio)) this.#files.write(node, "");
    else this.#files.remove(node);
  }

  #isGrouped({ place }: MadeUpDevice): boolean {
    return this.#files.target(`${place}/iommu_group`) !== null;
  }

  #overrideOf({ place }: MadeUpDevice): string | null {
    const text = (this.#files.text(`${place}/driver_override`) ?? "").trim();
    return text === "" || text === "(null)" ? null : text;
  }

  #find(address: string): MadeUpDevice | undefined {
    return this.#devices.get(address);
  }
}

/** Folders of a device's that its driver made: "…/0000:04:00.0/drm". */
function partsOf(users: readonly Link[], place: string): string[] {
  const names = users.map(({ to }) => to.slice(place.length + 1).split("/")[0] ?? "");
  return [...new Set(names)].map((name) => `${place}/${name}`);
}
