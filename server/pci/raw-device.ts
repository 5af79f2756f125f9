import { posix } from "node:path";
import type { HostFiles, ReadBatch } from "../host/host-files";
import { plainText } from "../host/plain-text";
import { isPciAddress } from "../units/pci-address.schema";
import { groupId } from "./iommu-facts";

export const devicesFolder = "sys/bus/pci/devices";

/**
 * A device as sysfs tells it, checked but not yet put in relation to others.
 * Attributes: Documentation/ABI/testing/sysfs-bus-pci of the kernel.
 */
export interface RawDevice {
  address: string;
  class: string;
  vendorId: string;
  deviceId: string;
  subsystemVendorId: string;
  subsystemDeviceId: string;
  driver: string | null;
  iommuGroup: number | null;
  bootVga: boolean | null;
  resetMethods: string[];
  parent: string | null;
  physicalFunction: string | null;
}

/** The attributes that are read of each device; a capture keeps these. */
export const deviceAttributes = [
  "class",
  "vendor",
  "device",
  "subsystem_vendor",
  "subsystem_device",
  "boot_vga",
  "reset_method",
] as const;

/** The links that are read of each device; a capture keeps these. */
export const deviceLinks = ["driver", "iommu_group", "physfn"] as const;

/** What {@link rawDeviceOf} needs read of these devices. */
export function deviceBatch(addresses: readonly string[]): Required<Pick<ReadBatch, "texts" | "links">> {
  return {
    texts: addresses.flatMap((address) => deviceAttributes.map((name) => pathOf(address, name))),
    links: addresses.flatMap((address) => [
      `${devicesFolder}/${address}`,
      ...deviceLinks.map((name) => pathOf(address, name)),
    ]),
  };
}

/** A device's facts, or what is wrong with them where its class or ids are no hexadecimal numbers. */
export function rawDeviceOf(
  address: string,
  files: HostFiles,
): RawDevice | { address: string; detail: string } {
  const classCode = hex(files.text(pathOf(address, "class")), 6);
  const vendorId = hex(files.text(pathOf(address, "vendor")), 4);
  const deviceId = hex(files.text(pathOf(address, "device")), 4);
  if (classCode === null || vendorId === null || deviceId === null) {
    const wrong = classCode === null ? "class" : vendorId === null ? "vendor" : "device";
    return { address, detail: `its ${wrong} is missing or is no hexadecimal number` };
  }
  return {
    address,
    class: classCode,
    vendorId,
    deviceId,
    subsystemVendorId: hex(files.text(pathOf(address, "subsystem_vendor")), 4) ?? "0000",
    subsystemDeviceId: hex(files.text(pathOf(address, "subsystem_device")), 4) ?? "0000",
    ...relationsOf(address, files),
    bootVga: flag(files.word(pathOf(address, "boot_vga"))),
    resetMethods: plainText(files.text(pathOf(address, "reset_method")) ?? "")
      .split(" ")
      .filter(Boolean),
  };
}

function relationsOf(address: string, files: HostFiles) {
  const driver = lastPart(files.link(pathOf(address, "driver")));
  return {
    driver: driver === null ? null : plainText(driver) || null,
    iommuGroup: groupId(lastPart(files.link(pathOf(address, "iommu_group"))) ?? ""),
    parent: addressOrNull(lastPart(folderOf(files.link(`${devicesFolder}/${address}`)))),
    physicalFunction: addressOrNull(lastPart(files.link(pathOf(address, "physfn")))),
  };
}

function pathOf(address: string, name: string): string {
  return `${devicesFolder}/${address}/${name}`;
}

/** sysfs writes "0x10de"; the digits are kept as text, in small letters. */
function hex(text: string | null, digits: number): string | null {
  const match = /^0x([0-9a-f]+)$/i.exec(text?.trim() ?? "");
  return match?.[1]?.length === digits ? match[1].toLowerCase() : null;
}

function flag(word: string | null): boolean | null {
  return word === "1" ? true : word === "0" ? false : null;
}

function lastPart(target: string | null): string | null {
  return target === null ? null : posix.basename(target);
}

function folderOf(target: string | null): string | null {
  return target === null ? null : posix.dirname(target);
}

function addressOrNull(name: string | null): string | null {
  return name !== null && isPciAddress(name) ? name : null;
}
