import { posix } from "node:path";
import type { HostFiles, ReadBatch } from "../host/host-files";
import { plainText } from "../host/plain-text";
import { isPciAddress } from "../units/pci-address.schema";
import { groupId, type IommuGroups } from "./iommu-facts";

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
  /** The function whose driver makes the PCI domain that the device is in: Intel's VMD. Null of the machine's own. */
  domainController: string | null;
  /** Why it can't be told what the device is; null of all others. */
  unreadable: string | null;
}

/** The class of what can't be read: one that is assigned to nothing and is no bridge's. */
const unknownClass = "ff0000";
const unknownId = "0000";

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

/**
 * A device's facts. One whose class or ids can't be read is still there, in its group and with its driver: the kernel
 * counts it as it counts all others.
 */
export function rawDeviceOf(address: string, files: HostFiles, groups: IommuGroups): RawDevice {
  const classCode = hex(files.text(pathOf(address, "class")), 6);
  const vendorId = hex(files.text(pathOf(address, "vendor")), 4);
  const deviceId = hex(files.text(pathOf(address, "device")), 4);
  const wrong =
    classCode === null ? "class" : vendorId === null ? "vendor" : deviceId === null ? "device" : null;
  return {
    address,
    class: classCode ?? unknownClass,
    vendorId: vendorId ?? unknownId,
    deviceId: deviceId ?? unknownId,
    subsystemVendorId: hex(files.text(pathOf(address, "subsystem_vendor")), 4) ?? unknownId,
    subsystemDeviceId: hex(files.text(pathOf(address, "subsystem_device")), 4) ?? unknownId,
    ...relationsOf(address, files, groups),
    bootVga: flag(files.word(pathOf(address, "boot_vga"))),
    resetMethods: plainText(files.text(pathOf(address, "reset_method")) ?? "")
      .split(" ")
      .filter(Boolean),
    unreadable: wrong === null ? null : `its ${wrong} is missing or is no hexadecimal number`,
  };
}

function relationsOf(address: string, files: HostFiles, { withoutIommu }: IommuGroups) {
  const group = groupId(lastPart(files.link(pathOf(address, "iommu_group"))) ?? "");
  const driver = lastPart(files.link(pathOf(address, "driver")));
  const place = files.link(`${devicesFolder}/${address}`);
  return {
    driver: driver === null ? null : plainText(driver) || null,
    iommuGroup: group !== null && withoutIommu.includes(group) ? null : group,
    parent: addressOrNull(lastPart(folderOf(place))),
    domainController: addressOrNull(rootBus.exec(place ?? "")?.[1] ?? null),
    physicalFunction: addressOrNull(lastPart(files.link(pathOf(address, "physfn")))),
  };
}

/** A root bus below a device, "…/0000:00:0e.0/pci10000:e0/…": VMD's driver puts it there. */
const rootBus = /([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\/pci[0-9a-f]{4,8}:[0-9a-f]{2}\//;

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
