import { type Edit, edited } from "../edit";

/** The file by which driverctl(8) binds a device at every boot, without a leading slash. */
export function driverOverrideFile(address: string): string {
  return `etc/driverctl.d/pci-${address}`;
}

/** Has driverctl bind the device to this driver. The name is compared letter by letter, so "vfio_pci" is another one. */
export function overrideDriver(text: string, driver: string): Edit {
  const there = text.trim();
  if (there === driver) return edited(text);
  return edited(there === "" ? `${driver}\n` : text.replace(there, () => driver));
}
