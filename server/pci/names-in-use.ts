import type { PciNames } from "./pci-names";
import type { HardwareReport, PciDevice } from "./schema";

/**
 * The part of the names that a host's devices need, as a pci.ids file of its own. It goes into a capture, so that a
 * capture shows the same names wherever it is read.
 */
export function namesInUse(report: HardwareReport, names: PciNames): string {
  const vendorIds = report.devices.flatMap((device) =>
    [device.vendorId, device.subsystem?.slice(0, 4) ?? []].flat(),
  );
  const baseClasses = report.devices.map((device) => device.class.slice(0, 2));
  return [
    `# Version: ${names.version}\n`,
    ...inOrder(vendorIds).map((vendorId) => vendorPart(vendorId, report.devices, names)),
    ...inOrder(baseClasses).map((base) => classPart(base, report.devices, names)),
  ].join("");
}

function vendorPart(vendorId: string, devices: readonly PciDevice[], names: PciNames): string {
  const deviceIds = inOrder(
    devices.filter((device) => device.vendorId === vendorId).map((device) => device.deviceId),
  );
  return [
    line("", vendorId, names.ids.vendor(vendorId) ?? `Vendor ${vendorId}`),
    ...deviceIds.map((deviceId) => devicePart(vendorId, deviceId, devices, names)),
  ].join("");
}

function devicePart(
  vendorId: string,
  deviceId: string,
  devices: readonly PciDevice[],
  names: PciNames,
): string {
  const subsystems = devices
    .filter((device) => device.vendorId === vendorId && device.deviceId === deviceId)
    .flatMap((device) => device.subsystem ?? []);
  const lines = inOrder(subsystems).map((subsystem) => {
    const name = names.ids.subsystem(vendorId, deviceId, subsystem);
    return name === null ? "" : line("\t\t", subsystem.replace(":", " "), name);
  });
  const name = names.ids.device(vendorId, deviceId);
  return name === null ? "" : line("\t", deviceId, name) + lines.join("");
}

function classPart(base: string, devices: readonly PciDevice[], names: PciNames): string {
  const subClasses = devices
    .filter((device) => device.class.startsWith(base))
    .map((device) => device.class.slice(2, 4));
  const baseName = names.ids.baseClass(base);
  if (baseName === null) return "";
  return [
    line("", `C ${base}`, baseName),
    ...inOrder(subClasses).map((subClass) => {
      const name = names.ids.subClass(base, subClass);
      return name === null ? "" : line("\t", subClass, name);
    }),
  ].join("");
}

function line(indent: string, id: string, name: string): string {
  return `${indent}${id}  ${name}\n`;
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
