import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { type ConfigFacts, configSpace } from "./config-space";

/** Drivers other than those of the capture, by address; null: none. */
export type DriverChoice = Readonly<Record<string, string | null>>;

const driverFiles = ["bind", "unbind", "new_id", "remove_id"];

/**
 * Adds to a captured sysfs what a capture leaves out and libvirt, udev and the PCI driver core want: configuration
 * spaces, the drivers' folders, and the files that are written to.
 */
export function completeSysfs(sysfs: string, drivers: DriverChoice): void {
  const bus = join(sysfs, "bus/pci");
  for (const address of readdirSync(join(bus, "devices"))) completeDevice(sysfs, address, drivers);
  for (const name of ["drivers_probe", "drivers_autoprobe", "rescan", "uevent"]) add(join(bus, name), "");
  for (const folder of ["fs/cgroup", "devices/system", "kernel/mm", "firmware"]) {
    mkdirSync(join(sysfs, folder), { recursive: true });
  }
}

function completeDevice(sysfs: string, address: string, drivers: DriverChoice): void {
  const bus = join(sysfs, "bus/pci");
  const listed = join(bus, "devices", address);
  const place = join(dirname(listed), readlinkSync(listed));
  const fact = (name: string, otherwise: string) => readFact(join(place, name)) ?? otherwise;
  const facts = {
    vendor: fact("vendor", "0x0000"),
    device: fact("device", "0x0000"),
    class: fact("class", "0x000000"),
    revision: fact("revision", "0x00"),
    subsystemVendor: fact("subsystem_vendor", "0x0000"),
    subsystemDevice: fact("subsystem_device", "0x0000"),
    multifunction: existsSync(join(bus, "devices", `${address.slice(0, -1)}1`)),
  };
  writeFileSync(join(place, "config"), configSpace(facts));
  add(join(place, "uevent"), ueventText(address, facts));
  add(join(place, "driver_override"), "(null)\n");
  add(join(place, "revision"), `${facts.revision}\n`);
  add(join(place, "irq"), "0\n");
  add(join(place, "enable"), "1\n");
  add(join(place, "resource"), "0x0000000000000000 0x0000000000000000 0x0000000000000000\n".repeat(13));
  link(join(place, "subsystem"), bus);
  bindTo(bus, place, address, address in drivers ? (drivers[address] ?? null) : capturedDriver(place));
}

/** By its PCI_CLASS libvirt knows a PCI device (its node device driver, udevGetDeviceType). */
function ueventText(address: string, facts: ConfigFacts): string {
  const digits = (text: string) => text.slice(2).toUpperCase();
  return [
    `PCI_CLASS=${Number(facts.class).toString(16).toUpperCase()}`,
    `PCI_ID=${digits(facts.vendor)}:${digits(facts.device)}`,
    `PCI_SUBSYS_ID=${digits(facts.subsystemVendor)}:${digits(facts.subsystemDevice)}`,
    `PCI_SLOT_NAME=${address}`,
    "",
  ].join("\n");
}

function capturedDriver(place: string): string | null {
  try {
    return basename(readlinkSync(join(place, "driver")));
  } catch {
    return null;
  }
}

function bindTo(bus: string, place: string, address: string, driver: string | null): void {
  rmSync(join(place, "driver"), { force: true });
  if (driver === null) return;
  const folder = join(bus, "drivers", driver);
  mkdirSync(folder, { recursive: true });
  for (const name of driverFiles) add(join(folder, name), "");
  link(join(place, "driver"), folder);
  link(join(folder, address), place);
}

function readFact(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

function add(path: string, text: string): void {
  if (!existsSync(path)) writeFileSync(path, text);
}

function link(path: string, to: string): void {
  if (!existsSync(path)) symlinkSync(relative(dirname(path), to), path);
}
